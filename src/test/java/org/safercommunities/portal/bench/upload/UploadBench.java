package org.safercommunities.portal.bench.upload;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.LoadAverage;
import org.safercommunities.portal.bench.Programs;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.bench.RunningPortal;
import org.safercommunities.portal.library.uploads.GeneratedBytes;

/**
 * {@code ./portal bench upload [kills [megabytes]]}: a big upload to a whole portal that is killed again and again, what sending in
 * pieces costs against a form, and the client most people have, {@code tus-js-client} from npm.
 */
public final class UploadBench implements Benchmark {

    private static final String CLIENT = "tus-js-client@4.3.1";
    private static final long MB = 1_000_000;

    private static final int KILLS = 20;
    private static final long MEGABYTES = 2_000;
    private static final long AT_ONCE = 500;

    private Results results = new Results("upload", "Big files in pieces");

    @Override
    public void run(List<String> arguments) throws Exception {
        int kills = arguments.isEmpty() ? KILLS : Integer.parseInt(arguments.getFirst());
        long megabytes = arguments.size() < 2 ? MEGABYTES : Long.parseLong(arguments.get(1));
        long length = megabytes * MB + 17;
        results = new Results("upload", "Big files in pieces", kills >= KILLS && megabytes >= MEGABYTES);
        System.out.printf(
                "Takes %.1f GB of disk below target, which are given back at the end, and, at full size and with the machine to itself, about"
                        + " ten minutes on two processors: half a minute for each of %d starts, and five minutes beside.%n",
                (megabytes + 6 * Math.min(megabytes, AT_ONCE)) / 1e3 + 0.5, kills);
        try (RunningPortal portal = new RunningPortal()) {
            killed(portal, kills, length);
            throughput(portal, Math.min(length, AT_ONCE * MB));
            ordinaryClient(portal);
        }
    }

    private void killed(RunningPortal portal, int kills, long length) throws Exception {
        Results.Part part = new Results.Part();
        Random random = new Random();
        Sender sender = new Sender(portal, length);
        try (LoadAverage load = new LoadAverage()) {
            long began = System.nanoTime();
            // On a thread of its own: to wait for the end of a process needs the common ones
            FutureTask<String> sending = new FutureTask<>(sender::send);
            Thread.ofPlatform().name("sender").start(sending);
            for (int kill = 1; kill <= kills; kill++) {
                long at = (long) (length * (kill - random.nextDouble() * 0.9) / (kills + 1));
                while (sender.sent.get() < at && !sending.isDone()) {
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                }
                portal.killAndRestart();
            }
            String upload = sending.get();
            double seconds = (System.nanoTime() - began) / 1e9;
            long putAway = System.nanoTime();
            String document = sender.document(upload);
            double putAwaySeconds = (System.nanoTime() - putAway) / 1e9;
            String expected = Sender.sha256(new GeneratedBytes(0, length));
            String found = sender.sha256Of(document);
            part.say(
                    "`./portal bench upload %d %d`, %s. Load of the machine: %s.",
                    kills, length / MB, LocalDate.now(), load);
            part.say("");
            part.say("| what | seen |");
            part.say("|---|---|");
            part.say("| bytes | %,d |", length);
            part.say("| portal killed by SIGKILL on the way, and started again | %d times |", kills);
            part.say("| pieces that broke off and were gone on with | %d |", sender.brokenOff());
            part.say(
                    "| SHA-256 of the document against what was sent | %s |",
                    found.equals(expected) ? "the same" : "DIFFERENT");
            part.say("| whole time, with the starts | %.0f s |", seconds);
            part.say(
                    "| to make a document of it, reading once what earlier processes received | %.1f s |",
                    putAwaySeconds);
            results.keep("Killed on the way", part);
            if (!found.equals(expected)) {
                throw new IllegalStateException("the bytes are not those that were sent");
            }
        }
    }

    private void throughput(RunningPortal portal, long length) throws Exception {
        Results.Part part = new Results.Part();
        try (LoadAverage load = new LoadAverage()) {
            double pieces = 0;
            double form = 0;
            // In turns, so that both see the same machine
            for (int round = 0; round < 3; round++) {
                Sender sender = new Sender(portal, length - round);
                long began = System.nanoTime();
                sender.document(sender.send());
                pieces = Math.max(pieces, length / MB / ((System.nanoTime() - began) / 1e9));
                began = System.nanoTime();
                new Sender(portal, length - 10 - round).form();
                form = Math.max(form, length / MB / ((System.nanoTime() - began) / 1e9));
            }
            part.say("%,d MB until it is a document, best of 3 in turns. Load of the machine: %s.", length / MB, load);
            part.say("");
            part.say("| way | MB a second |");
            part.say("|---|---|");
            part.say("| in pieces of 16 MiB, each forced to the disk before it is answered | %.0f |", pieces);
            part.say("| one request, as a form | %.0f |", form);
            part.say("| ratio | %.2f |", pieces / form);
        }
        results.keep("In pieces or at once", part);
    }

    /** Kept out of the build: only here is Node needed, and only when it is there. */
    private void ordinaryClient(RunningPortal portal) throws Exception {
        Results.Part part = new Results.Part();
        Optional<String> npm = Programs.find("npm");
        if (npm.isEmpty()) {
            part.say("Not measured: there is no Node on this machine.");
            System.out.println("The part on tus-js-client is left as it was.");
            return;
        }
        Path folder = Files.createTempDirectory("tus-js-client");
        try {
            run(folder, List.of(npm.get(), "install", "--silent", "--no-audit", "--no-fund", CLIENT), portal);
            try (InputStream script = UploadBench.class.getResourceAsStream("/bench/tus-client.mjs")) {
                Files.copy(java.util.Objects.requireNonNull(script), folder.resolve("client.mjs"));
            }
            try (InputStream bytes = new GeneratedBytes(0, 64 * MB + 5)) {
                Files.copy(bytes, folder.resolve("film.bin"));
            }
            String said = run(folder, List.of(Programs.need("node", "nodejs"), "client.mjs"), portal);
            String upload = said.lines()
                    .filter(line -> line.startsWith("upload "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(said))
                    .substring("upload ".length());
            Sender sender = new Sender(portal, 64 * MB + 5);
            boolean same =
                    sender.sha256Of(sender.document(upload)).equals(Sender.sha256(new GeneratedBytes(0, 64 * MB + 5)));
            part.say(
                    "`%s` from npm, with Node, %s: 64 MB in pieces of 5 MB, stopped on the way, found again and gone on with",
                    CLIENT, LocalDate.now());
            part.say("in a second run of the client; a small file with its first request; one ended.");
            part.say("");
            said.lines().filter(line -> line.startsWith("- ")).forEach(part::say);
            part.say("- SHA-256 of the document against the file: %s", same ? "the same" : "DIFFERENT");
            results.keep("With tus-js-client", part);
            if (!same) {
                throw new IllegalStateException("the bytes are not those of the file");
            }
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String run(Path folder, List<String> command, RunningPortal portal) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("UPLOADS", portal.address() + "/api/v1/uploads");
        builder.environment().put("TOKEN", portal.token());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed:\n" + said);
        }
        return said;
    }
}
