package org.safercommunities.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a demonstration under test a database of its own, which goes with it. */
final class DemoServicesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = PortalServices.folder().resolve("demo");
        try {
            FileSystemUtils.deleteRecursively(folder.resolve("data"));
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
        EmbeddedMariaDb database = EmbeddedMariaDb.forTests(folder.resolve("mariadb"), Ports.free())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-demo-database"));
        Map<String, Object> variables = new LinkedHashMap<>(PortalServices.variables());
        variables.put("PORTAL_DEMO", "true");
        variables.put("PORTAL_DATA", folder.resolve("data").toString());
        variables.put("PORTAL_DB_URL", database.url("portal"));
        variables.put("PORTAL_DB_PASSWORD", database.password("portal"));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo services", variables));
    }
}
