package org.safercommunities.portal.library.quarantine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.safercommunities.portal.support.Clamd;
import org.safercommunities.portal.support.OwnDatabase;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A portal of its own beside a real virus scanner: what waits there for the scanner is nobody else’s. */
final class ScannedPortal implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Clamd CLAMD = clamd();

    private static Clamd clamd() {
        try {
            return Clamd.in(Files.createDirectories(
                    PortalServices.folder().resolve("clamd").toAbsolutePath()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> variables = OwnDatabase.variables("scanned");
        variables.put("portal.clamd", CLAMD.address());
        variables.put("PORTAL_CLAMD_LARGEST", Clamd.LARGEST + "B");
        variables.put("portal.storage.clamav.time-limit", "3s");
        variables.put("portal.storage.clamav.signatures-every", "200ms");
        variables.put("PORTAL_CLAMD_RESCANS", "1200");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("scanned", variables));
    }
}
