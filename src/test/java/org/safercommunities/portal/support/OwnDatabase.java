package org.safercommunities.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;
import org.springframework.util.FileSystemUtils;

/** For a test of a portal that begins empty: a database and a data folder that no other test sees. They go with the run. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /**
     * The variables of a portal with these.
     *
     * @param name of the folder they live in
     */
    public static Map<String, Object> variables(String name) {
        Path folder = PortalServices.folder().resolve(name);
        try {
            FileSystemUtils.deleteRecursively(folder.resolve("data"));
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
        EmbeddedMariaDb database = EmbeddedMariaDb.forTests(folder.resolve("mariadb"), Ports.free())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database-" + name));
        Map<String, Object> variables = new LinkedHashMap<>(PortalServices.variables());
        variables.put("PORTAL_DATA", folder.resolve("data").toString());
        variables.putAll(database.variables());
        return variables;
    }
}
