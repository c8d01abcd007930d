package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.safercommunities.portal.agencies.FeedTokens;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.LibraryFeed;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.FeedAnswers;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The newest documents for somebody’s feed reader, which has no sign-in: the token in the address says that they have an account. */
@RestController
@Tag(name = "Feeds")
class LibraryFeedApi {

    static final String NAME = "library.atom";

    private final FeedTokens feeds;
    private final LibraryFeed library;
    private final Topics topics;
    private final FeedAnswers answers;
    private final String portal;

    LibraryFeedApi(
            FeedTokens feeds, LibraryFeed library, Topics topics, Clock clock, @Value("${portal.url}") String portal) {
        this.feeds = feeds;
        this.library = library;
        this.topics = topics;
        answers = new FeedAnswers(NAME, clock);
        this.portal = PortalAddress.withSlash(portal);
    }

    @GetMapping("/api/v1/feeds/{token}/" + NAME)
    @SecurityRequirements
    @Operation(
            summary = "The newest documents as an Atom feed; the token is part of a person’s own address for it."
                    + " Only what is for everyone and not OFFICIAL-SENSITIVE is in it.")
    ResponseEntity<byte[]> library(@PathVariable String token) {
        return feeds.owner(token)
                .map(owner -> answers.of(owner.personId(), () -> feed(owner, token)))
                .orElseGet(FeedAnswers::none);
    }

    private byte[] feed(Reader owner, String token) {
        return new AtomOfDocuments(portal, portal + "api/v1/feeds/" + token + "/" + NAME, topics.names())
                .write(owner.personId(), library.newest());
    }
}
