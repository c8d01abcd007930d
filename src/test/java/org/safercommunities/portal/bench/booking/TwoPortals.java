package org.safercommunities.portal.bench.booking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.PortalProcess;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.events.EventWorld;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.PlacesOracle;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.PortalWithoutPages;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Two whole portals on one database that flushes at each commit, with Keycloak and a mail server, and a look behind them. */
final class TwoPortals implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-Dfile.encoding=UTF-8");

    private static final Duration LETTERS_PATIENCE = Duration.ofMinutes(5);

    private final Path folder = PortalServices.folder().resolve("booking-bench");
    private final EmbeddedMariaDb database;
    private final PortalProcess[] portals = new PortalProcess[2];
    private final int[] ports = {Ports.free(), Ports.free()};
    private final ConfigurableApplicationContext office;
    private final EventWorld world;
    private final Crowd crowd;
    private final SignedTokens tokens;

    TwoPortals() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("mariadb").resolve("data"));
        Files.createDirectories(folder);
        database =
                EmbeddedMariaDb.lasting(folder.resolve("mariadb"), Ports.free()).start();
        tokens = new SignedTokens(PortalServices.keycloak());
        // One after the other: the first makes the tables
        for (int portal = 0; portal < 2; portal++) {
            portals[portal] = start("portal-" + portal, ports[portal], database.port());
        }
        Map<String, String> own = variables("office", Ports.free(), database.port());
        own.put("logging.level.root", "warn");
        office = PortalWithoutPages.start(own);
        world = new EventWorld(office);
        crowd = new Crowd(office.getBean(JdbcTemplate.class), new Somebody(office).agency("Crowd"));
    }

    int port(int portal) {
        return ports[portal];
    }

    /** Ends one as a power cut would. */
    void kill(int portal) {
        portals[portal].process().destroyForcibly();
    }

    /** Starts those again that were killed. */
    void revive() throws Exception {
        for (int portal = 0; portal < 2; portal++) {
            if (!portals[portal].process().isAlive()) {
                portals[portal] = start("portal-" + portal, ports[portal], database.port());
            }
        }
    }

    private PortalProcess start(String name, int port, int databasePort) throws IOException {
        Path data = folder.resolve(name);
        Files.createDirectories(data.resolve("log"));
        PortalProcess portal = new PortalProcess(
                data, port, System.getProperty("portal.classpath"), OPTIONS, variables(name, port, databasePort));
        portal.launch();
        portal.awaitReady();
        return portal;
    }

    /** The environment of a portal or of a node on this database. */
    Map<String, String> variables(String name, int port, int databasePort) {
        Map<String, String> variables = new LinkedHashMap<>(PortalServices.variables());
        variables.put("PORTAL_PORT", String.valueOf(port));
        variables.put("PORTAL_DATA", folder.resolve(name).toString());
        variables.putAll(database.variables());
        variables.put(
                "PORTAL_DB_URL", database.url("portal").replace(":" + database.port() + "/", ":" + databasePort + "/"));
        return variables;
    }

    Path folder() {
        return folder;
    }

    Map<String, String> variables(String name) {
        return variables(name, Ports.free(), database.port());
    }

    /** A third portal, whose statements are noted. */
    record Recorded(PortalProcess portal, int port, RecordedStatements statements) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            portal.close();
            statements.close();
        }
    }

    Recorded recorded() throws Exception {
        RecordedStatements statements = new RecordedStatements(database.port());
        int port = Ports.free();
        return new Recorded(start("recorded", port, statements.port()), port, statements);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url("portal"), "portal", database.password("portal"));
    }

    /** Waits until every letter that was noted is written and handed on, so that nobody is at work. */
    void awaitLetters() {
        long end = System.nanoTime() + LETTERS_PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            int left = jdbc().sql("""
                            SELECT (SELECT COUNT(*) FROM event_notice WHERE due_at <= UTC_TIMESTAMP(6))
                                 + (SELECT COUNT(*) FROM mail WHERE state = 'PENDING' AND due_at <= UTC_TIMESTAMP(6))
                            """).query(Integer.class).single();
            if (left == 0) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException("letters are still being written");
    }

    /** How many letters about an event have been written. */
    int lettersOf(UUID event) {
        return jdbc().sql("SELECT COUNT(*) FROM mail WHERE reference = ?")
                .param("event:" + event)
                .query(Integer.class)
                .single();
    }

    /** Who uses the processors. */
    Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        processes.put("portal 1", portals[0].process().toHandle());
        processes.put("portal 2", portals[1].process().toHandle());
        processes.put("MariaDB", database.process().toHandle());
        processes.put("callers", ProcessHandle.current());
        return processes;
    }

    UUID event(int capacity) {
        return world.event(capacity);
    }

    UUID session(UUID event) {
        return world.session(event);
    }

    List<Crowd.Somebody> people(int count) {
        return crowd.more(count);
    }

    String token(Crowd.Somebody person) {
        return tokens.of(person);
    }

    PlacesOracle oracle() {
        return new PlacesOracle(jdbc());
    }

    JdbcClient jdbc() {
        return office.getBean(JdbcClient.class);
    }

    ConfigurableApplicationContext office() {
        return office;
    }

    /** How an event on which {@code people} booked differs from one that is full, the rest waiting. */
    List<String> notExactly(UUID event, int capacity, int people, int run) {
        List<String> faults = new ArrayList<>();
        int confirmed = world.count(event, PlaceState.CONFIRMED);
        int waiting = world.count(event, PlaceState.WAITING);
        if (confirmed != capacity || waiting != people - capacity) {
            faults.add("run %d: %d places, %d people, %d confirmed, %d waiting"
                    .formatted(run, capacity, people, confirmed, waiting));
        }
        return faults;
    }

    @Override
    public void close() {
        office.close();
        for (PortalProcess portal : portals) {
            portal.close();
        }
        database.close();
    }
}
