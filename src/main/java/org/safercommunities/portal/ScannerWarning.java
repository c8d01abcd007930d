package org.safercommunities.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safercommunities.portal.shared.AdminWarning;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.Scanner;
import org.springframework.stereotype.Component;

@Component
class ScannerWarning implements AdminWarning {

    private static final Duration USUAL = Duration.ofMinutes(1);

    private final Scanner scanner;
    private final FileScans scans;
    private final Clock clock;

    ScannerWarning(Scanner scanner, FileScans scans, Clock clock) {
        this.scanner = scanner;
        this.scans = scans;
        this.clock = clock;
    }

    @Override
    public Optional<Warning> now() {
        FileScans.Waiting waiting = scans.waiting();
        if (!scanner.configured()) {
            return Optional.of(new Warning(
                    "No virus scanner is set up.",
                    "Files are taken as they are. Whoever runs the portal names a ClamAV in PORTAL_CLAMD."
                            + (waiting.count() == 0
                                    ? ""
                                    : " Nobody gets the %,d that came while there was one and were not scanned."
                                            .formatted(waiting.count()))));
        }
        Instant since = waiting.since();
        return since == null || since.isAfter(clock.instant().minus(USUAL))
                ? Optional.empty()
                : Optional.of(new Warning(
                        waiting.count() == 1
                                ? "1 file waits for the virus scanner."
                                : "%,d files wait for the virus scanner.".formatted(waiting.count()),
                        "The first has since %s. Nobody gets them until it has looked at them. Whoever runs the portal looks whether clamd runs and answers at PORTAL_CLAMD."
                                .formatted(Dates.moment(since))));
    }
}
