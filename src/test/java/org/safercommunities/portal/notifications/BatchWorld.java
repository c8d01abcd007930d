package org.safercommunities.portal.notifications;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;

/** A database for mail to many, and batches in it. */
public final class BatchWorld implements AutoCloseable {

    static final BatchForm FORM = new BatchForm(
            "News for {{name}}",
            "<!doctype html><html lang=\"en-GB\"><body><p>Dear {{name}},</p>\n<p>it is – as ever – <a href=\"{{link}}\">here</a>.</p>"
                    + "<p>x</p>\n".repeat(40) + "</body></html>",
            "Dear {{name}},\nit is – as ever – here: {{link}}\n.\n..\nBye",
            Map.of("List-Unsubscribe", "<{{link}}>", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));

    private final EmbeddedMariaDb database;
    private final SendingNode office;

    public BatchWorld(EmbeddedMariaDb database) {
        this.database = database;
        Flyway.configure()
                .dataSource(database.url("portal"), EmbeddedMariaDb.OWNER, database.password(EmbeddedMariaDb.OWNER))
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        office = node(SendingNode.settings(1, 1, 1, 0, SendingNode.unsigned()), Clock.systemUTC(), false);
    }

    SendingNode node(MailProperties settings, Clock clock, boolean sends) {
        return new SendingNode(database.url("portal"), database.password("portal"), settings, clock, sends);
    }

    SendingNode office() {
        return office;
    }

    String url() {
        return database.url("portal");
    }

    String password() {
        return database.password("portal");
    }

    /** A batch that is held, with recipients of domains in turn. */
    UUID held(int recipients, String... domains) {
        return requireNonNull(office.transactions().execute(status -> {
            UUID batch = office.batches().open("bulletin:" + UUID.randomUUID(), "bulletin");
            UUID form = office.batches().addForm(batch, FORM);
            office.batches()
                    .add(
                            batch,
                            IntStream.range(0, recipients)
                                    .mapToObj(i -> row(form, i, domains[i % domains.length]))
                                    .toList());
            return batch;
        }));
    }

    static BatchRow row(UUID form, int number, String domain) {
        return new BatchRow(
                "r" + number,
                "r" + number + "@" + domain,
                "Rowan Weald",
                form,
                Map.of("name", "Rowan <" + number + ">", "link", "https://portal.example/?r=" + number + "&x=1"));
    }

    UUID released(int recipients, String... domains) {
        UUID batch = held(recipients, domains);
        in(() -> office.batches().release(batch, Instant.now()));
        return batch;
    }

    void in(Runnable deed) {
        office.transactions().executeWithoutResult(status -> deed.run());
    }

    DeliveryCounts counts(UUID batch) {
        return office.batches().counts(batch);
    }

    /** Takes what a killed node has left for uncertain. */
    void recover() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
        try (SendingNode node = node(SendingNode.settings(1, 1, 1, 0, SendingNode.unsigned()), later, false)) {
            node.recover();
        }
    }

    List<UUID> inState(UUID batch, MailState state) {
        return new ArrayList<>(office.jdbc()
                .sql("SELECT id FROM mail WHERE batch_id = ? AND state = ?")
                .params(batch.toString(), state.name())
                .query((row, number) -> UUID.fromString(row.getString("id")))
                .list());
    }

    @Override
    public void close() {
        office.close();
        database.close();
    }
}
