package org.safercommunities.portal.bulletins.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.BulletinFeed;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.shared.FeedAnswers;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Somebody’s bulletins for their feed reader, which has no sign-in: the token in the address says whose they are. */
@RestController
@Tag(name = "Feeds")
class BulletinFeedApi {

    static final String NAME = "bulletins.atom";

    private final PersonalFeeds feeds;
    private final BulletinFeed bulletins;
    private final FeedAnswers answers;
    private final String portal;

    BulletinFeedApi(PersonalFeeds feeds, BulletinFeed bulletins, Clock clock, @Value("${portal.url}") String portal) {
        this.feeds = feeds;
        this.bulletins = bulletins;
        answers = new FeedAnswers(NAME, clock);
        this.portal = PortalAddress.withSlash(portal);
    }

    @GetMapping("/api/v1/feeds/{token}/" + NAME)
    @SecurityRequirements
    @Operation(
            summary = "A person’s bulletins as an Atom feed; the token is part of their own address for it."
                    + " What only people who have signed in may read is not in it.")
    ResponseEntity<byte[]> bulletins(@PathVariable String token) {
        return feeds.owner(token)
                .map(owner -> answers.of(owner.personId(), () -> feed(owner, token)))
                .orElseGet(FeedAnswers::none);
    }

    private byte[] feed(Reader owner, String token) {
        return new AtomOfBulletins(portal, portal + "api/v1/feeds/" + token + "/" + NAME)
                .write(owner.personId(), bulletins.newest(owner));
    }
}
