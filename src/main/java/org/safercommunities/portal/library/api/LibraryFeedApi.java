package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.safercommunities.portal.agencies.FeedTokens;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.LibraryFeed;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Pace;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The newest documents for somebody’s feed reader, which has no sign-in: the token in the address says that they have an account. */
@RestController
@Tag(name = "Feeds")
class LibraryFeedApi {

    static final String NAME = "library.atom";

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration SPAN = Duration.ofHours(1);
    private static final int MOST = 60;

    private final FeedTokens feeds;
    private final LibraryFeed library;
    private final Topics topics;
    private final Pace pace = new Pace(MOST, SPAN);
    private final Clock clock;
    private final String portal;

    LibraryFeedApi(
            FeedTokens feeds, LibraryFeed library, Topics topics, Clock clock, @Value("${portal.url}") String portal) {
        this.feeds = feeds;
        this.library = library;
        this.topics = topics;
        this.clock = clock;
        this.portal = PortalAddress.withSlash(portal);
    }

    @GetMapping("/api/v1/feeds/{token}/" + NAME)
    @SecurityRequirements
    @Operation(
            summary = "The newest documents as an Atom feed; the token is part of a person’s own address for it."
                    + " Only what is for everyone and not OFFICIAL-SENSITIVE is in it.")
    ResponseEntity<byte[]> library(@PathVariable String token) {
        return feeds.owner(token)
                .map(owner -> feed(owner, token))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    private ResponseEntity<byte[]> feed(Reader owner, String token) {
        if (!pace.allows(owner.personId().toString(), clock.instant())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(SPAN.toSeconds()))
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        byte[] feed = new AtomOfDocuments(portal, portal + "api/v1/feeds/" + token + "/" + NAME, topics.names())
                .write(owner.personId(), library.newest());
        return ResponseEntity.ok()
                .contentType(ATOM)
                .eTag(DigestUtils.md5DigestAsHex(feed))
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + NAME + "\"")
                .header("X-Robots-Tag", "noindex")
                .body(feed);
    }
}
