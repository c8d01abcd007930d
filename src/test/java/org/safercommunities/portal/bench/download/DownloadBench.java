package org.safercommunities.portal.bench.download;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.LoadAverage;
import org.safercommunities.portal.bench.Programs;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.bench.RunningPortal;
import org.safercommunities.portal.bench.upload.Sender;

/**
 * {@code ./portal bench download [megabytes [readers [rounds [times]]]]}: a published document taken out of the portal as its API
 * gives it, token, rule and audit trail included, against Nginx sending the same file from the same place.
 */
public final class DownloadBench implements Benchmark {

    private static final int MEGABYTES = 100;
    private static final int READERS = 8;
    private static final int ROUNDS = 7;
    private static final int TIMES = 4;
    private static final int ALONE = 60;

    /** A portal has usually been asked before: Java compiles what it runs often. */
    private static final int CALLS_TO_WARM_UP = 3_000;

    private static final double AIM = 0.8;
    private static final long MB = 1_000_000;
    private static final List<String> PEOPLE =
            List.of("practitioner@dover.example", "practitioner@swale.example", "coordinator@thanet.example");

    /** Of a version that is no longer there: then the portal copies the whole as a stream, which Tomcat cannot have sent. */
    private static final String OUTDATED = "Range: bytes=0-\r\nIf-Range: \"another\"\r\n";

    private final Results.Part part = new Results.Part();

    private record Size(int megabytes, int readers, int rounds, int times) {
        boolean whole() {
            return megabytes >= MEGABYTES && readers == READERS && rounds >= ROUNDS && times >= TIMES;
        }
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Size size = new Size(
                number(arguments, 0, MEGABYTES),
                number(arguments, 1, READERS),
                number(arguments, 2, ROUNDS),
                number(arguments, 3, TIMES));
        // Before a portal is started for nothing
        Programs.need("nginx", "nginx");
        try (RunningPortal portal = new RunningPortal()) {
            Sender sender = new Sender(portal, size.megabytes() * MB);
            String document = sender.document(sender.send());
            String sha256 = sender.sha256Of(document);
            portal.awaitQuiet();
            try (Nginx nginx = new Nginx(portal.file(sha256))) {
                String content = "/api/v1/documents/" + document + "/content";
                compete(
                        size,
                        sha256,
                        new Contender(nginx.port(), nginx.process(), "/file", reader -> ""),
                        new Contender(
                                portal.port(), portal.process(), content, reader -> authorisation(portal, reader)),
                        new Contender(
                                portal.port(),
                                portal.process(),
                                content,
                                reader -> authorisation(portal, reader) + OUTDATED));
            }
        }
    }

    private static int number(List<String> arguments, int place, int otherwise) {
        return arguments.size() > place ? Integer.parseInt(arguments.get(place)) : otherwise;
    }

    private static String authorisation(RunningPortal portal, int reader) throws IOException {
        return "Authorization: Bearer " + portal.token(PEOPLE.get(reader % PEOPLE.size())) + "\r\n";
    }

    private void compete(Size size, String sha256, Contender nginx, Contender portal, Contender copying)
            throws Exception {
        List<Contender> all = List.of(nginx, portal, copying);
        try (LoadAverage load = new LoadAverage()) {
            for (Contender each : all) {
                if (!each.sha256().equals(sha256)) {
                    throw new IllegalStateException("not the bytes of the file");
                }
                each.alone(CALLS_TO_WARM_UP);
                each.warmUp(size.readers(), size.times());
            }
            double[][] alone = {nginx.alone(ALONE), portal.alone(ALONE), copying.alone(ALONE)};
            for (int round = 0; round < size.rounds(); round++) {
                for (Contender each : all) {
                    each.round(size.readers(), size.times());
                }
            }
            report(size, all, alone, load);
        }
        // Not of the best ones: a moment in which others leave the machine alone helps one of them only
        double ratio = portal.median() / nginx.median();
        if (ratio < AIM) {
            throw new IllegalStateException("%.2f of what nginx sends, and not %.1f".formatted(ratio, AIM));
        }
    }

    private void report(Size size, List<Contender> all, double[][] alone, LoadAverage load) throws IOException {
        Contender nginx = all.get(0);
        Contender portal = all.get(1);
        Contender copying = all.get(2);
        part.say(
                "`./portal bench download %d %d %d %d`, %s; %d processors, for everything together. Load of the machine: %s.",
                size.megabytes(),
                size.readers(),
                size.rounds(),
                size.times(),
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                load);
        part.say(
                "A document of %d MB in the cache of the system, over loopback without TLS, %d readers at once, each %d times on one",
                size.megabytes(), size.readers(), size.times());
        part.say(
                "connection; %d such rounds of each in turns after one, and %d calls broken off, to warm up. SHA-256 of a download of each: the same.",
                size.rounds(), CALLS_TO_WARM_UP);
        part.say("");
        part.say("| | nginx | portal | portal, copying | portal / nginx |");
        part.say("|---|---|---|---|---|");
        row("best round, MB/s", "%.0f", nginx.best(), portal.best(), copying.best(), true);
        row("median round, MB/s", "%.0f", nginx.median(), portal.median(), copying.median(), true);
        double[] first = Arrays.stream(alone)
                .mapToDouble(times -> Contender.middle(Arrays.stream(times)))
                .toArray();
        row("first byte, alone, median ms", "%.1f", first[0], first[1], first[2], false);
        row(
                "first byte, among the others, median ms",
                "%.1f",
                nginx.firstByte(),
                portal.firstByte(),
                copying.firstByte(),
                false);
        row(
                "the same, slowest, ms",
                "%.0f",
                nginx.slowestFirstByte(),
                portal.slowestFirstByte(),
                copying.slowestFirstByte(),
                false);
        row(
                "processor time of the server for a call broken off at its first byte, ms",
                "%.1f",
                nginx.ofCall(),
                portal.ofCall(),
                copying.ofCall(),
                false);
        row(
                "processor time of the server, s per GB",
                "%.3f",
                nginx.ofServerPerGigabyte(),
                portal.ofServerPerGigabyte(),
                copying.ofServerPerGigabyte(),
                true);
        row(
                "processor time of the readers, s per GB",
                "%.3f",
                nginx.ofClientPerGigabyte(),
                portal.ofClientPerGigabyte(),
                copying.ofClientPerGigabyte(),
                true);
        part.say("");
        part.say("Aim: at least %.1f of what nginx sends, in the median round.", AIM);
        part.say(
                "The readers throw the bytes away, from a buffer of the kernel’s into one that is used again; they kept %.2f of the"
                        + " processors busy with nginx, %.2f with the portal.",
                nginx.clientProcessors(), portal.clientProcessors());
        part.say(
                "Nginx (`sendfile on`, a worker for each processor) sends a file that anybody may have. The portal checks the token, asks"
                        + " the database whether this person may see the document, and writes a line of the audit trail, flushed to the"
                        + " disk, before the kernel sends the file. Copying, the control: the same call with an If-Range that holds no"
                        + " longer, which is answered with a stream and not by sendfile. Tomcat sends all files from one thread, nginx"
                        + " from one for each processor: where others want the processors too, that counts against the portal.");
        new Results("download", "Taking documents out", size.whole()).keep("Against nginx", part);
    }

    private void row(String name, String form, double nginx, double portal, double copying, boolean compared) {
        part.say(
                "| " + name + " | " + form + " | " + form + " | " + form + " | %s |",
                nginx,
                portal,
                copying,
                compared ? "**%.2f**".formatted(portal / nginx) : "");
    }
}
