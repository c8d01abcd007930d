package org.safercommunities.portal.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A sealed trail in a schema of its own, without the triggers that keep the real one, in the hands of somebody who may do anything
 * to it. Every twentieth id is left free, as transactions that are rolled back leave them.
 */
public final class TrailTrial implements AutoCloseable {

    private static final String SCHEMA = "portal_trial";
    private static final int FREE = 20;

    private final EmbeddedMariaDb database;
    private final AuditHeads heads;
    private final Random random;
    private final Connection connection;
    private final AuditSeal seal;
    private long lines;

    /** @param heads a file that does not exist yet */
    public TrailTrial(EmbeddedMariaDb database, Path heads, long seed) throws SQLException {
        this.database = database;
        this.heads = new AuditHeads(heads);
        this.random = new Random(seed);
        try (Connection own = connect("portal");
                Statement statement = own.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE " + SCHEMA);
            statement.execute("CREATE TABLE " + SCHEMA + ".audit_row LIKE portal.audit_row");
            statement.execute("CREATE TABLE " + SCHEMA + ".audit_seal LIKE portal.audit_seal");
        }
        connection = connect(SCHEMA);
        seal = new AuditSeal(
                JdbcClient.create(new SingleConnectionDataSource(connection, true)),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(
                database.url("portal").replace("/portal?", "/" + schema + "?"),
                EmbeddedMariaDb.OWNER,
                database.password(EmbeddedMariaDb.OWNER));
    }

    /** Writes so many lines more and seals them, with a head for every thousand. */
    public void fill(int more) throws SQLException {
        String row = "(?, UTC_TIMESTAMP(6), ?, ?, 'library.document-read', ?, 'done', '{\"by\":\"page\"}')";
        long last = lines + more;
        while (lines < last) {
            int some = (int) Math.min(500, last - lines);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO audit_row (id, at, actor, agency, action, subject, result, details) VALUES "
                            + String.join(", ", Collections.nCopies(some, row)))) {
                int at = 1;
                for (int each = 0; each < some; each++) {
                    insert.setLong(at++, id(++lines));
                    insert.setString(at++, new UUID(7, random.nextInt(300)).toString());
                    insert.setString(at++, "agency-" + random.nextInt(12));
                    insert.setString(at++, "document:" + new UUID(9, random.nextInt(5000)));
                }
                insert.executeUpdate();
            }
        }
        sealAll();
    }

    private void sealAll() {
        while (seal.sealSettled() > 0) {
            heads.keep(seal.newest().orElseThrow(), Instant.now());
        }
    }

    private static long id(long place) {
        return place + (place - 1) / (FREE - 1);
    }

    public AuditVerdict verify() throws SQLException {
        return AuditVerifier.verify(connection, heads);
    }

    /** What somebody sees who has nothing but the database. */
    public AuditVerdict verifyWithoutHeads() throws SQLException {
        return AuditVerifier.verify(connection, new AuditHeads(Path.of("there-is-none")));
    }

    /** What was done to which line, and what the check said of it. */
    public record Attempt(String what, long line, AuditVerdict verdict) {

        /** Whether exactly this line is named first, as what was done to it. */
        public boolean named(AuditVerdict.Kind kind) {
            return verdict.first()
                    .filter(first -> first.kind() == kind && first.line() == line)
                    .isPresent();
        }
    }

    /** Changes one column of a line to something else. */
    public Attempt alter() throws SQLException {
        long line = anyLine();
        String column = List.of("at", "actor", "agency", "action", "subject", "result", "details")
                .get(random.nextInt(7));
        String value = column.equals("at")
                ? "at + INTERVAL " + (1 + random.nextInt(100_000)) + " MICROSECOND"
                : column.equals("actor") ? "UUID()" : column.equals("result") ? "'refused'" : "'{\"by\":\"me\"}'";
        return attempt(
                "altered " + column, line, "UPDATE audit_row SET " + column + " = " + value + " WHERE id = " + line);
    }

    /** A change that changes nothing: the control. */
    public Attempt touch() throws SQLException {
        long line = anyLine();
        return attempt("touched", line, "UPDATE audit_row SET details = details, at = at WHERE id = " + line);
    }

    public Attempt remove() throws SQLException {
        long line = anyLine();
        return attempt("removed", line, "DELETE FROM audit_row WHERE id = " + line);
    }

    public Attempt removeWithSeal() throws SQLException {
        // One with a free id before it would be one of two
        long line = id(random.nextLong(lines / (FREE - 1) - 1) * (FREE - 1) + 2 + random.nextInt(FREE - 3));
        return attempt(
                "removed with its seal",
                line,
                "DELETE FROM audit_row WHERE id = " + line,
                "DELETE FROM audit_seal WHERE line = " + line);
    }

    public Attempt insert() throws SQLException {
        long line = freeId();
        return attempt(
                "inserted",
                line,
                "INSERT INTO audit_row (id, at, actor, agency, action, subject, result, details) SELECT " + line
                        + ", at, actor, agency, action, subject, result, details FROM audit_row WHERE id = "
                        + (line - 1));
    }

    public Attempt move() throws SQLException {
        long line = anyLine();
        long to = random.nextBoolean() ? freeId() : id(lines) + 1 + random.nextInt(1000);
        return attempt("moved to " + to, line, "UPDATE audit_row SET id = " + to + " WHERE id = " + line);
    }

    /** Two lines take each other's place: the first of them is the one that counts. */
    public Attempt swap() throws SQLException {
        long one = anyLine();
        long other = anyLine();
        while (other == one) {
            other = anyLine();
        }
        return attempt(
                "swapped",
                Math.min(one, other),
                "UPDATE audit_row SET id = -1 WHERE id = " + one,
                "UPDATE audit_row SET id = " + one + " WHERE id = " + other,
                "UPDATE audit_row SET id = " + other + " WHERE id = -1");
    }

    /** The check runs in the same transaction, and ends by rolling it back. */
    private Attempt attempt(String what, long line, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                if (statement.executeUpdate(each) < 1) {
                    throw new IllegalStateException("Changed nothing: " + each);
                }
            }
        }
        AuditVerdict verdict = verify();
        connection.setAutoCommit(true);
        return new Attempt(what, line, verdict);
    }

    /** Changes a line of the first half and makes all seals from there on anew, for good. Returns the line. */
    public long makeAnew() throws SQLException {
        long line = id(1 + random.nextLong(lines / 2));
        List<String> kept = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE audit_row SET details = '{}' WHERE id = " + line);
            statement.executeUpdate("DELETE FROM audit_seal WHERE line >= " + line);
        }
        while (seal.sealSettled() > 0) {
            kept.add("sealed again");
        }
        if (kept.isEmpty()) {
            throw new IllegalStateException("Nothing was sealed again");
        }
        return line;
    }

    /** Takes away the last lines with their seals, for good. Returns the first of them. */
    public long cutOff(int count) throws SQLException {
        long first = id(lines - count + 1);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM audit_row WHERE id >= " + first);
            statement.executeUpdate("DELETE FROM audit_seal WHERE line >= " + first);
        }
        lines -= count;
        return first;
    }

    private long anyLine() {
        return id(1 + random.nextLong(lines));
    }

    private long freeId() {
        return (1 + random.nextLong((lines - 1) / (FREE - 1))) * FREE;
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + SCHEMA);
        } finally {
            connection.close();
        }
    }
}
