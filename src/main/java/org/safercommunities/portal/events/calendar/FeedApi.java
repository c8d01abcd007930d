package org.safercommunities.portal.events.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Asks for no token of sign-in, for calendar programs have none: their own is in the address. */
@RestController
@Tag(name = "Feeds")
class FeedApi {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final PersonalFeeds feeds;
    private final OwnCalendar calendar;
    private final FeedPace pace;

    FeedApi(PersonalFeeds feeds, OwnCalendar calendar, FeedPace pace) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.pace = pace;
    }

    @GetMapping("/api/v1/feeds/{token}/events.ics")
    @SecurityRequirements
    @Operation(
            summary = "A person’s events as a calendar to subscribe to; the token is part of their own address for it")
    ResponseEntity<String> events(@PathVariable String token) {
        return feeds.owner(token)
                .map(this::calendar)
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    private ResponseEntity<String> calendar(Reader owner) {
        if (!pace.allows(owner.personId())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(FeedPace.SPAN.toSeconds()))
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"events.ics\"")
                .header("X-Robots-Tag", "noindex")
                .body(calendar.all(owner));
    }
}
