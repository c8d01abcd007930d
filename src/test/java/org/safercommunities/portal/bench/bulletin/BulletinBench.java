package org.safercommunities.portal.bench.bulletin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.notifications.BulletinRun;
import org.safercommunities.portal.notifications.KillRounds;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.util.FileSystemUtils;

/** A bulletin to 100,000 people beside other senders, and kills while one is sent. Arguments: recipients, kills. */
public final class BulletinBench implements Benchmark {

    private static final int SIZE = 38_000;
    private static final int WARM_UP = 4000;
    private static final int OF_SOURCE = 12_000;
    private static final int OF_NODEMAILER = 4000;
    private static final long SEED = 20260503;

    private final StringBuilder report = new StringBuilder();

    @Override
    public void run(List<String> arguments) throws Exception {
        int recipients = arguments.isEmpty() ? 100_000 : Integer.parseInt(arguments.get(0));
        int kills = arguments.size() < 2 ? 200 : Integer.parseInt(arguments.get(1));
        Path folder = Files.createDirectories(PortalServices.folder().resolve("bulletin-bench"));
        say("# Bulletin benchmark");
        say("");
        say(
                "%d processors, %d MB of heap, Java %s, load average before: %.1f. %,d recipients.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                recipients);
        say("");
        try (OtherSenders others = new OtherSenders()) {
            sending(others, folder, recipients);
        } catch (IOException missing) {
            say("Not measured: %s.", missing.getMessage());
        }
        if (kills > 0) {
            killing(folder.resolve("kills"), kills);
        }
        Files.createDirectories(Path.of("bench", "results"));
        Files.writeString(Path.of("bench", "results", "bulletin.md"), report);
    }

    private void sending(OtherSenders others, Path folder, int recipients) throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("mariadb").resolve("data"));
        EmbeddedMariaDb database =
                EmbeddedMariaDb.lasting(folder.resolve("mariadb"), Ports.free()).start();
        try (BulletinRun portal = new BulletinRun(database, SIZE)) {
            int size = portal.size();
            Path key = key(folder.resolve("dkim.pem"));
            portal.send(portal.fill(WARM_UP), others.port(), null);
            portal.send(portal.fill(WARM_UP / 4), others.port(), key);
            long began = System.nanoTime();
            UUID plain = portal.fill(recipients);
            say("Writing %,d recipients down took %.1f s.", recipients, (System.nanoTime() - began) / 1e9);
            UUID signed = portal.fill(recipients / 2);
            UUID alone = portal.fill(recipients / 5);
            say("A mail has %,d bytes on the wire.", size);
            say("");
            List<Double> source = new ArrayList<>();
            source.add(others.source(OF_SOURCE, size));
            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put("portal", ProcessHandle.current());
            processes.put("MariaDB", database.process().toHandle());
            processes.put("smtp-sink", others.sink());
            long grown;
            double ours;
            Map<String, Duration> before = cpu(processes);
            try (HeapGrowth heap = new HeapGrowth()) {
                ours = recipients / portal.send(plain, others.port(), null);
                grown = heap.megabytes();
            }
            String spent = spent(before, cpu(processes), recipients);
            source.add(others.source(OF_SOURCE, size));
            double oursSigned = recipients / 2 / portal.send(signed, others.port(), key);
            source.add(others.source(OF_SOURCE, size));
            Optional<Double> nodemailer = others.nodemailer(folder.resolve("nodemailer"), OF_NODEMAILER, size);
            table(source, ours, oursSigned, nodemailer);
            say("");
            say("Heap growth while sending: %d MB (aim: below 128).", grown);
            say("Processor time for a mail: %s.", spent);
            portal.composeAlone(2000, key);
            say(
                    "Alone: putting a mail together takes %.0f µs of a processor, with signing it %.0f µs; taking up and noting it in MariaDB on one connection takes %.0f µs.",
                    portal.composeAlone(5000, null) / 5000 * 1e6,
                    portal.composeAlone(1000, key) / 1000 * 1e6,
                    portal.ledgerAlone(alone) / (recipients / 5) * 1e6);
        }
    }

    private void table(List<Double> source, double ours, double oursSigned, Optional<Double> nodemailer) {
        double first = (source.get(0) + source.get(1)) / 2;
        double second = (source.get(1) + source.get(2)) / 2;
        say("| sender | mails a second | ratio to smtp-source | ratio to nodemailer |");
        say("|---|---|---|---|");
        say(
                "| `smtp-source -d -s 4`, before, between and after | %,.0f, %,.0f, %,.0f | 1 | |",
                source.get(0), source.get(1), source.get(2));
        say(
                "| the portal, not signed | %,.0f | **%.2f** (aim: at least 0.5) | %s |",
                ours, ours / first, to(ours, nodemailer));
        say(
                "| the portal, signed (DKIM, RSA 2048) | %,.0f | **%.2f** | %s |",
                oursSigned, oursSigned / second, to(oursSigned, nodemailer));
        if (nodemailer.isPresent()) {
            say("| nodemailer, pooled | %,.0f | %.2f | 1 |", nodemailer.get(), nodemailer.get() / source.get(2));
        } else {
            say("");
            say("nodemailer was not measured: there is no npm here, or it could not fetch it.");
        }
    }

    private static String to(double ours, Optional<Double> nodemailer) {
        return nodemailer
                .map(theirs -> String.format(Locale.UK, "**%.1f** (aim: at least 3)", ours / theirs))
                .orElse("–");
    }

    private void killing(Path folder, int kills) throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("mariadb").resolve("data"));
        try (KillRounds rounds = new KillRounds(folder, SEED)) {
            KillRounds.Result result = rounds.run(kills);
            say("");
            say(
                    "%d kills (-9) of node, database and mail server in turn, %,d mails: %d lost; %d in doubt, at most %d after one"
                            + " kill (bound: %d); sent again by decision, %d arrived twice, %d of them unmarked.",
                    result.kills(),
                    result.mails(),
                    result.lost(),
                    result.uncertain(),
                    result.mostUncertain(),
                    KillRounds.Result.bound(),
                    result.doubles(),
                    result.unmarked());
            if (result.lost() > 0 || result.unmarked() > 0 || result.mostUncertain() > KillRounds.Result.bound()) {
                throw new IllegalStateException("Mail was lost or doubled");
            }
        }
    }

    private static Map<String, Duration> cpu(Map<String, ProcessHandle> processes) {
        Map<String, Duration> now = new LinkedHashMap<>();
        processes.forEach(
                (who, process) -> now.put(who, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return now;
    }

    private static String spent(Map<String, Duration> before, Map<String, Duration> after, int mails) {
        List<String> each = new ArrayList<>();
        after.forEach((who, time) -> each.add(String.format(
                Locale.UK, "%s %.2f ms", who, time.minus(before.get(who)).toNanos() / 1e6 / mails)));
        return String.join(", ", each);
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

    private void say(String line, Object... values) {
        String text = values.length == 0 ? line : String.format(Locale.UK, line, values);
        System.out.println(text);
        report.append(text).append('\n');
    }
}
