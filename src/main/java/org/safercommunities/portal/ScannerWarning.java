package org.safercommunities.portal;

import java.util.Optional;
import org.safercommunities.portal.shared.AdminWarning;
import org.safercommunities.portal.storage.Scanner;
import org.springframework.stereotype.Component;

@Component
class ScannerWarning implements AdminWarning {

    private final Scanner scanner;

    ScannerWarning(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public Optional<Warning> now() {
        return scanner.configured()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "No virus scanner is set up.",
                        "Files are taken as they are. Whoever runs the portal names a ClamAV in PORTAL_CLAMD."));
    }
}
