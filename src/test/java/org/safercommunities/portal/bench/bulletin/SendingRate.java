package org.safercommunities.portal.bench.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.bench.bulletin.OtherSenders.Reached;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.notifications.BulletinRun;
import org.springframework.util.FileSystemUtils;

/** A bulletin to many, signed and not, beside Postfix's source and nodemailer, all to Postfix's sink. */
final class SendingRate {

    private static final int SIZE = 38_000;
    private static final int WARM_UP = 4000;
    private static final int OF_SOURCE = 12_000;
    private static final int OF_NODEMAILER = 4000;
    private static final int ALONE = 20_000;
    private static final String PORTAL = "portal";

    private final Results.Part report;
    private final Path folder;

    SendingRate(Results.Part report, Path folder) {
        this.report = report;
        this.folder = folder;
    }

    /** What the portal reached. */
    private record Ours(double perSecond, long grown, Map<String, Double> spent) {}

    void measure(int recipients) throws Exception {
        Files.createDirectories(folder);
        FileSystemUtils.deleteRecursively(folder.resolve("mariadb").resolve("data"));
        try (OtherSenders others = new OtherSenders()) {
            EmbeddedMariaDb database = EmbeddedMariaDb.lasting(folder.resolve("mariadb"), Ports.free())
                    .start();
            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put(PORTAL, ProcessHandle.current());
            processes.put("MariaDB", database.process().toHandle());
            processes.put("smtp-sink", others.sink());
            try (BulletinRun portal = new BulletinRun(database, SIZE)) {
                measure(portal, others, processes, recipients);
            }
        } catch (IOException missing) {
            report.say("Not measured: %s.", missing.getMessage());
        }
    }

    private void measure(BulletinRun portal, OtherSenders others, Map<String, ProcessHandle> processes, int recipients)
            throws Exception {
        Path key = key(folder.resolve("dkim.pem"));
        int size = portal.size();
        portal.send(portal.fill(WARM_UP), others.port(), null);
        portal.send(portal.fill(WARM_UP), others.port(), key);
        Reached[] source = new Reached[3];
        source[0] = others.source(OF_SOURCE, size);
        Ours plain = ours(portal, others, processes, recipients, null);
        source[1] = others.source(OF_SOURCE, size);
        Ours signed = ours(portal, others, processes, recipients, key);
        source[2] = others.source(OF_SOURCE, size);
        Optional<Reached> nodemailer = others.nodemailer(folder.resolve("nodemailer"), OF_NODEMAILER, size, null);
        Optional<Reached> signing = others.nodemailer(folder.resolve("nodemailer"), OF_NODEMAILER, size, key);

        report.say(
                "%,d recipients, %,d bytes a mail on the wire, four connections, to `smtp-sink`; `smtp-source` sent %,d mails each"
                        + " time, nodemailer %,d.",
                recipients, size, OF_SOURCE, OF_NODEMAILER);
        report.say("");
        report.say(
                "| sender | mails a second | ratio to smtp-source | ratio to nodemailer | its processor time for a mail |");
        report.say("|---|---|---|---|---|");
        report.say(
                "| `smtp-source -d -s 4`, before, between and after | %,.0f, %,.0f, %,.0f | 1 | | %.2f ms |",
                source[0].perSecond(), source[1].perSecond(), source[2].perSecond(), source[1].milliseconds());
        row("the portal, not signed", plain, between(source[0], source[1]), nodemailer);
        row("the portal, signed (DKIM, RSA 2048)", signed, between(source[1], source[2]), nodemailer);
        theirs("nodemailer, pooled", nodemailer, source[2], nodemailer);
        theirs("nodemailer, pooled and signing the same way", signing, source[2], nodemailer);
        report.say("");
        signing.ifPresent(theirs -> report.say(
                "Signed beside signed, the portal sends %.1f times what nodemailer does.",
                signed.perSecond() / theirs.perSecond()));
        if (nodemailer.isEmpty()) {
            report.say("nodemailer was not measured: there is no npm here, or it could not fetch it.");
        }
        report.say("Heap growth while sending: %d MB, signed %d MB (aim: below 128).", plain.grown(), signed.grown());
        report.say("Processor time of all for a mail: %s.", Spent.words(plain.spent()));
        report.say("Signed: %s.", Spent.words(signed.spent()));
        alone(portal, key, signed, between(source[1], source[2]));
    }

    /** Where the time goes, and what cannot be had on these processors. */
    private void alone(BulletinRun portal, Path key, Ours signed, double source) {
        UUID ledger = portal.fill(ALONE);
        portal.composeAlone(2000, key);
        report.say(
                "Alone: putting a mail together takes %.0f µs of a processor, with signing it %.0f µs; taking up and noting it in"
                        + " MariaDB on one connection takes %.0f µs.",
                portal.composeAlone(5000, null) / 5000 * 1e6,
                portal.composeAlone(2000, key) / 2000 * 1e6,
                portal.ledgerAlone(ledger) / ALONE * 1e6);
        double signatures = portal.signaturesASecond(key, true);
        report.say(
                "Signatures that four threads make on these processors, doing nothing else: %,.0f a second (by the JDK %,.0f). Sent"
                        + " were %.2f of that. A source as quick as `smtp-source` that signed as well could send %,.0f: reckoned, not"
                        + " measured.",
                signatures,
                portal.signaturesASecond(key, false),
                signed.perSecond() / signatures,
                1 / (1 / signatures + 1 / source));
        report.say("");
    }

    private Ours ours(
            BulletinRun portal,
            OtherSenders others,
            Map<String, ProcessHandle> processes,
            int recipients,
            @Nullable Path key) {
        UUID batch = portal.fill(recipients);
        Spent spent = new Spent(processes);
        try (HeapGrowth heap = new HeapGrowth()) {
            double seconds = portal.send(batch, others.port(), key);
            return new Ours(recipients / seconds, heap.megabytes(), spent.each(recipients));
        }
    }

    private static double between(Reached one, Reached other) {
        return (one.perSecond() + other.perSecond()) / 2;
    }

    private void row(String who, Ours ours, double source, Optional<Reached> nodemailer) {
        String ratio = nodemailer
                .map(theirs ->
                        String.format(Locale.UK, "**%.1f** (aim: at least 3)", ours.perSecond() / theirs.perSecond()))
                .orElse("–");
        report.say(
                "| %s | %,.0f | **%.2f** (aim: at least 0.5) | %s | %.2f ms |",
                who,
                ours.perSecond(),
                ours.perSecond() / source,
                ratio,
                ours.spent().get(PORTAL));
    }

    private void theirs(String who, Optional<Reached> theirs, Reached source, Optional<Reached> one) {
        theirs.ifPresent(reached -> report.say(
                "| %s | %,.0f | %.2f | %.1f | %.2f ms |",
                who,
                reached.perSecond(),
                reached.perSecond() / source.perSecond(),
                reached.perSecond() / one.map(Reached::perSecond).orElse(Double.NaN),
                reached.milliseconds()));
    }

    private static Path key(Path file) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
