package org.safercommunities.portal.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.safercommunities.portal.audit.AuditVerdict.Kind;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.LoadAverage;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.support.PortalServices;

/**
 * {@code ./portal bench audit [lines [times]]}: a sealed trail, one line of which is altered, removed, inserted or moved, time and
 * again, each time checked as a whole; and what the check would miss without the heads that are kept outside.
 */
public final class AuditBench implements Benchmark {

    private static final int LINES = 100_000;
    private static final int TIMES = 100;
    private static final long SEED = 20261126;

    private interface Tampering {
        TrailTrial.Attempt once(TrailTrial trial) throws SQLException;
    }

    private record Way(Tampering tampering, Kind kind) {}

    private static final List<Way> WAYS = List.of(
            new Way(TrailTrial::alter, Kind.ALTERED),
            new Way(TrailTrial::remove, Kind.MISSING),
            new Way(TrailTrial::insert, Kind.INSERTED),
            new Way(TrailTrial::move, Kind.MOVED),
            new Way(TrailTrial::swap, Kind.ALTERED),
            new Way(TrailTrial::removeWithSeal, Kind.MISSING));

    @Override
    public void run(List<String> arguments) throws Exception {
        int lines = arguments.isEmpty() ? LINES : Integer.parseInt(arguments.getFirst());
        int times = arguments.size() < 2 ? TIMES : Integer.parseInt(arguments.get(1));
        EmbeddedMariaDb database = PortalServices.mariaDb();
        Flyway.configure()
                .dataSource(database.url("portal"), EmbeddedMariaDb.OWNER, database.password(EmbeddedMariaDb.OWNER))
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        Path heads = Files.createTempDirectory("audit").resolve("heads.jsonl");
        Results.Part part = new Results.Part();
        boolean all;
        try (TrailTrial trial = new TrailTrial(database, heads, SEED);
                LoadAverage load = new LoadAverage()) {
            part.say(
                    "`./portal bench audit %d %d`, %s. %d processors, %d MB of heap. Seed %d.",
                    lines,
                    times,
                    LocalDate.now(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() / (1 << 20),
                    SEED);
            long began = System.nanoTime();
            trial.fill(lines);
            part.say("");
            part.say("%,d lines written and sealed in %.1f s.", lines, seconds(began));
            part.say("");
            all = tamper(trial, lines, times, part) & controls(trial, part);
            part.say("");
            part.say("Load of the machine: %s.", load);
        }
        new Results("audit", "A trail that somebody tampers with", lines >= LINES && times >= TIMES)
                .keep("Lines altered, removed, inserted and moved", part);
        if (!all) {
            throw new IllegalStateException("Something was not found");
        }
    }

    private static boolean tamper(TrailTrial trial, int lines, int times, Results.Part part) throws SQLException {
        Map<String, int[]> found = new TreeMap<>();
        long began = System.nanoTime();
        int untouched = 0;
        for (int time = 0; time < times; time++) {
            Way way = WAYS.get(time % WAYS.size());
            TrailTrial.Attempt attempt = way.tampering().once(trial);
            int[] tally =
                    found.computeIfAbsent(attempt.what().replaceFirst("^(altered|moved) .*", "$1"), any -> new int[2]);
            tally[0]++;
            tally[1] += attempt.named(way.kind()) ? 1 : 0;
            if (!attempt.named(way.kind())) {
                part.say(
                        "- MISSED: %s, line %d: %s",
                        attempt.what(), attempt.line(), attempt.verdict().findings());
            }
        }
        double took = seconds(began);
        for (int time = 0; time < 5; time++) {
            untouched += trial.touch().verdict().whole() ? 1 : 0;
        }
        part.say("| what was done to a line | times | that line named first, as that |");
        part.say("|---|---|---|");
        found.forEach((what, tally) -> part.say("| %s | %d | %d |", what, tally[0], tally[1]));
        part.say("| written anew as it was (control) | 5 | 0 (found whole %d times) |", untouched);
        part.say("");
        part.say(
                "Each time the whole trail was checked: %.2f s on average, %,.0f lines a second.",
                took / times, lines * (double) times / took);
        return untouched == 5 && found.values().stream().allMatch(tally -> tally[0] == tally[1]);
    }

    /** For good, so they come last: each spoils the trail. */
    private static boolean controls(TrailTrial trial, Results.Part part) throws SQLException {
        long cut = trial.cutOff(700);
        boolean endUnseen = trial.verifyWithoutHeads().whole();
        boolean end = trial.verify()
                .first()
                .filter(finding -> finding.kind() == Kind.MISSING)
                .isPresent();
        long line = trial.makeAnew();
        boolean anewUnseen = trial.verifyWithoutHeads().whole();
        AuditVerdict verdict = trial.verify();
        boolean anew = verdict.findings().stream()
                .anyMatch(finding -> finding.kind() == Kind.REMADE && finding.line() <= line);
        part.say("");
        part.say("What only the heads outside the database show:");
        part.say("");
        part.say("| | without the heads | with them |");
        part.say("|---|---|---|");
        part.say("| lines from %d on taken away with their seals | %s | %s |", cut, words(!endUnseen), words(end));
        part.say(
                "| line %d altered and all seals from there on made anew | %s | %s |",
                line, words(!anewUnseen), words(anew));
        part.say("");
        part.say(
                "Said of the second: “%s”",
                verdict.first().map(AuditVerdict.Finding::words).orElse("nothing"));
        return endUnseen && end && anewUnseen && anew;
    }

    private static String words(boolean found) {
        return found ? "found" : "not found";
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
