package org.safercommunities.portal.shared;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What feed readers are answered, which ask again and again and have no sign-in: so often an hour for each owner, and no more. */
public final class FeedAnswers {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration SPAN = Duration.ofHours(1);
    private static final int MOST = 60;

    private final String name;
    private final Clock clock;
    private final Pace pace = new Pace(MOST, SPAN);

    /** @param name of the feed as a file */
    public FeedAnswers(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** @param feed made only when they may have it now */
    public ResponseEntity<byte[]> of(UUID owner, Supplier<byte[]> feed) {
        if (!pace.allows(owner.toString(), clock.instant())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(SPAN.toSeconds()))
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        byte[] bytes = feed.get();
        return ResponseEntity.ok()
                .contentType(ATOM)
                .eTag(Sha256.of(bytes))
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header("X-Robots-Tag", "noindex")
                .body(bytes);
    }

    /** For a token that is nobody’s. */
    public static ResponseEntity<byte[]> none() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
