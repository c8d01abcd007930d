package org.safercommunities.portal.bench.bulletin;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.LoadAverage;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.notifications.KillRounds;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.util.FileSystemUtils;

/**
 * A bulletin to 100,000 people beside other senders, and 200 kills while one is sent. Parts may be named, each with how many:
 * {@code rate 20000 kills 50}.
 */
public final class BulletinBench implements Benchmark {

    private static final String RATE = "rate";
    private static final String KILLS = "kills";
    private static final Map<String, Integer> PARTS = Map.of(RATE, 100_000, KILLS, 200);
    private static final long SEED = 20260503;

    private final Results results = new Results("bulletin", "Bulletin benchmark");
    private final Path folder = PortalServices.folder().resolve("bulletin-bench");

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, Integer> wanted = wanted(arguments);
        if (wanted.containsKey(RATE)) {
            Results.Part rate = new Results.Part();
            about(rate, RATE, wanted.get(RATE));
            try (LoadAverage load = new LoadAverage()) {
                new SendingRate(rate, folder).measure(wanted.get(RATE));
                rate.say("Load average: %s.", load);
            }
            results.keep("How many mails a second", rate);
        }
        if (wanted.containsKey(KILLS)) {
            Results.Part kills = new Results.Part();
            about(kills, KILLS, wanted.get(KILLS));
            boolean kept;
            try (LoadAverage load = new LoadAverage()) {
                kept = kills(kills, wanted.get(KILLS));
                kills.say("Load average: %s.", load);
            }
            results.keep("Kills", kills);
            if (!kept) {
                throw new IllegalStateException("Mail was lost or doubled");
            }
        }
    }

    private static Map<String, Integer> wanted(List<String> arguments) {
        Map<String, Integer> wanted = new LinkedHashMap<>(arguments.isEmpty() ? PARTS : Map.of());
        String part = "";
        for (String argument : arguments) {
            if (PARTS.containsKey(argument)) {
                part = argument;
                wanted.put(part, PARTS.get(part));
            } else if (argument.matches("[1-9][0-9]{0,6}") && !part.isEmpty()) {
                wanted.put(part, Integer.parseInt(argument));
            } else {
                throw new IllegalArgumentException("Neither a part (" + PARTS.keySet() + ") nor how many: " + argument);
            }
        }
        return wanted;
    }

    private static void about(Results.Part part, String name, int count) {
        part.say(
                "`./portal bench bulletin %s %d`, %s, %d processors, %d MB of heap, Java %s.",
                name,
                count,
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version());
        part.say("");
    }

    private boolean kills(Results.Part part, int kills) throws Exception {
        Path place = folder.resolve("kills");
        FileSystemUtils.deleteRecursively(place.resolve("mariadb").resolve("data"));
        try (KillRounds rounds = new KillRounds(place, SEED)) {
            KillRounds.Result result = rounds.run(kills);
            int bound = KillRounds.Result.bound();
            part.say(
                    "%d kills (-9) of node, database and mail server in turn, %d of them between the final dot of a mail and its 250;"
                            + " %,d mails, of which %,d bounced, were refused otherwise or were left out.",
                    result.kills(), result.atTheDot(), result.mails(), result.refused());
            part.say("");
            part.say(
                    "- **%d lost**; audience = sent + suppressed + failed + uncertain after each kill.", result.lost());
            part.say(
                    "- %d in doubt, at most %d after one kill (bound: connections × batch = %d).",
                    result.uncertain(), result.mostUncertain(), bound);
            part.say(
                    "- Sent again by decision, %d arrived twice, at most %d after one kill; **%d of them unmarked** (the second says"
                            + " `X-Sent-Again`).",
                    result.doubles(), result.mostDoubles(), result.unmarked());
            part.say("");
            return result.lost() == 0 && result.unmarked() == 0 && result.mostUncertain() <= bound;
        }
    }
}
