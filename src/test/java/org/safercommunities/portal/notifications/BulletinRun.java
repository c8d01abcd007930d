package org.safercommunities.portal.notifications;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;

/** Sends a bulletin to many, for the benchmark: the portal's own parts on a database of their own. */
public final class BulletinRun implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final int CLAIM = 50;
    private static final Duration SIGNING = Duration.ofSeconds(4);
    private static final int ROWS_AT_A_TIME = 10_000;
    private static final String[] DOMAINS = {"swale.example", "thanet.example", "medway.example", "kent.example"};

    private final BatchWorld world;
    private final BatchForm form;

    /** @param size of a mail on the wire, in bytes */
    public BulletinRun(EmbeddedMariaDb database, int size) {
        world = new BatchWorld(database);
        form = form(size);
    }

    /** Writes the recipients down; returns the batch, which is held. */
    public UUID fill(int recipients) {
        UUID batch = requireNonNull(world.office()
                .transactions()
                .execute(status -> world.office().batches().open("bulletin:" + UUID.randomUUID(), "bulletin")));
        UUID of = requireNonNull(world.office()
                .transactions()
                .execute(status -> world.office().batches().addForm(batch, form)));
        for (int from = 0; from < recipients; from += ROWS_AT_A_TIME) {
            List<BatchRow> rows = IntStream.range(from, Math.min(recipients, from + ROWS_AT_A_TIME))
                    .mapToObj(i -> BatchWorld.row(of, i, DOMAINS[i % DOMAINS.length]))
                    .toList();
            world.in(() -> world.office().batches().add(batch, rows));
        }
        return batch;
    }

    /** Sends a batch that was filled, over four connections; returns the seconds it took. */
    public double send(UUID batch, int smtpPort, @Nullable Path key) {
        try (SendingNode node = world.node(settings(smtpPort, key), Clock.systemUTC(), true)) {
            long began = System.nanoTime();
            world.in(() -> world.office().batches().release(batch, Instant.now().minusSeconds(1)));
            while (!world.office()
                    .jdbc()
                    .sql("SELECT state FROM mail_batch WHERE id = ?")
                    .param(batch.toString())
                    .query(String.class)
                    .single()
                    .equals("DONE")) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            DeliveryCounts counts = world.counts(batch);
            if (!counts.addUp() || counts.sent() != counts.audience()) {
                throw new IllegalStateException("Not all were sent: " + counts);
            }
            return seconds;
        }
    }

    /** Takes up all mails of a batch and notes them as sent without sending any; returns the seconds it took. */
    public double ledgerAlone(UUID batch) {
        world.in(() -> world.office().batches().release(batch, Instant.now().minusSeconds(1)));
        BatchRows rows = world.office().rows();
        long began = System.nanoTime();
        List<BatchSettlement> last = List.of();
        do {
            List<BatchMail> mails = rows.settleAndClaim(batch, last, CLAIM).mails();
            last = mails.stream()
                    .map(mail ->
                            BatchSettlement.of(mail, new Outcome.Taken("250 2.0.0 Ok"), Duration.ZERO, Instant.now()))
                    .toList();
        } while (!last.isEmpty());
        return (System.nanoTime() - began) / 1e9;
    }

    /** Seconds of a processor for putting so many mails together, and signing them if there is a key. */
    public double composeAlone(int mails, @Nullable Path key) {
        CompiledForm compiled = new CompiledForm(UUID.randomUUID(), form, settings(25, key));
        DkimSigner signer = DkimSigner.of(settings(25, key));
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long began = processor.getCurrentThreadCpuTime();
        for (int i = 0; i < mails; i++) {
            WireMail mail = wire(compiled, i);
            if (signer != null) {
                signer.signed(mail, Instant.now());
            }
        }
        return (processor.getCurrentThreadCpuTime() - began) / 1e9;
    }

    /**
     * How many signatures as many threads make in a second as there are connections, doing nothing else.
     *
     * @param quickest as the portal makes them here, or else as the JDK does
     */
    public double signaturesASecond(Path key, boolean quickest) {
        try {
            Provider by = quickest ? RsaSeal.quickest() : RsaSeal.ofTheJdk();
            RsaSeal seal = RsaSeal.by(by, DkimSigner.key(key));
            AtomicLong made = new AtomicLong();
            long began = System.nanoTime();
            List<Thread> threads = IntStream.range(0, CONNECTIONS)
                    .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                        byte[] text = new byte[1000];
                        while (System.nanoTime() - began < SIGNING.toNanos()) {
                            text[0]++;
                            seal(seal, text);
                            made.incrementAndGet();
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            return made.get() / ((System.nanoTime() - began) / 1e9);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void seal(RsaSeal seal, byte[] text) {
        try {
            seal.under(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a mail on the wire, in bytes. */
    public int size() {
        WireMail mail = wire(new CompiledForm(UUID.randomUUID(), form, settings(25, null)), 7);
        return mail.head().length() + mail.body().length + 2;
    }

    private static WireMail wire(CompiledForm compiled, int number) {
        BatchRow row = BatchWorld.row(UUID.randomUUID(), number, DOMAINS[number % DOMAINS.length]);
        try {
            return compiled.fill(
                    new BatchMail(
                            UUID.randomUUID(),
                            row.toAddress(),
                            row.toName(),
                            "swale.example",
                            row.form(),
                            row.values(),
                            1,
                            0,
                            false),
                    Instant.now(),
                    "portal.example");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MailProperties settings(int smtpPort, @Nullable Path key) {
        return SendingNode.settings(
                smtpPort,
                CONNECTIONS,
                CLAIM,
                0,
                new MailProperties.Dkim("portal.example", "bench", key == null ? null : key.toString()));
    }

    /** Like a newsletter: much markup, some words, a name and links of the reader's own. */
    private static BatchForm form(int size) {
        List<String> items = new ArrayList<>();
        String text = "Dear {{name}},\nthe newsletter as plain text: {{link}}\n"
                + "A line of the newsletter’s text.\n".repeat(90);
        BatchForm form = BatchWorld.FORM;
        for (int wire = 0; wire < size; ) {
            items.add(
                    "<tr><td align=\"left\" style=\"font-size:16px;padding:8px 24px;word-break:break-word\"><p style=\"margin:0\">Item "
                            + items.size()
                            + " – what partners in Kent have done, and what comes next. <a href=\"{{link}}\">Read on</a></p></td></tr>\n");
            if (items.size() % 10 == 0) {
                form = new BatchForm(
                        "News for {{name}}",
                        "<!doctype html><html lang=\"en-GB\"><body><p>Dear {{name}},</p><table>"
                                + String.join("", items) + "</table></body></html>",
                        text,
                        Map.of(
                                "List-Unsubscribe",
                                "<{{link}}>",
                                "List-Unsubscribe-Post",
                                "List-Unsubscribe=One-Click"));
                WireMail mail = wire(new CompiledForm(UUID.randomUUID(), form, settings(25, null)), 7);
                wire = mail.head().length() + mail.body().length;
            }
        }
        return form;
    }

    @Override
    public void close() {
        world.close();
    }
}
