package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.FileScans;

/** How files stand with the virus scanner, in words for editors. */
final class HeldWords {

    /** A scanner that works is done with a file by then, most days. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private HeldWords() {}

    static String brief(FileScan scan) {
        return switch (scan.state()) {
            case WAITING -> "Waiting for the virus scanner";
            case INFECTED -> "Found in it: " + scan.finding();
            case TOO_LARGE -> "Larger than the virus scanner takes";
            case DELETED -> "Deleted after the virus scanner found " + scan.finding();
            case CLEAN, NOT_SCANNED, RELEASED -> "An earlier version is held back";
        };
    }

    /** Whether files wait longer than they would for a scanner that works. */
    static boolean isLate(FileScans.Waiting waiting) {
        Instant since = waiting.since();
        return since != null && since.isBefore(Instant.now().minus(USUAL));
    }

    /** For as long as the scanner keeps files waiting. */
    static Optional<Component> waiting(FileScans.Waiting waiting) {
        Instant since = waiting.since();
        if (since == null || !isLate(waiting)) {
            return Optional.empty();
        }
        return Optional.of(Callout.warn(
                waiting.count() == 1
                        ? "1 file waits for the virus scanner."
                        : "%,d files wait for the virus scanner.".formatted(waiting.count()),
                "The first has since %s. Nobody gets them until it has looked at them; nothing is lost. If it stays like this, tell an administrator."
                        .formatted(Dates.moment(since))));
    }
}
