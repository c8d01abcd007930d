package org.safercommunities.portal.bench.booking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.safercommunities.portal.events.NodeProcess;
import org.safercommunities.portal.events.PlacesStage;

/**
 * Everything that can be done to places, drawn at random: one after the other with a look at the tables after every fifty steps,
 * and in two processes at once, one of which is killed on the way.
 */
final class Sequences {

    private static final int STEPS = 1_000;
    private static final int THREADS = 6;

    private final TwoPortals portals;
    private final Lines lines;

    interface Lines {
        void say(String words, Object... values);
    }

    Sequences(TwoPortals portals, Lines lines) {
        this.portals = portals;
        this.lines = lines;
    }

    /** As many sequences of a thousand steps as a tenth of the runs. */
    boolean run(int runs) {
        int sequences = Math.max(1, runs / 10);
        List<String> faults = new ArrayList<>();
        Map<String, Integer> done = new TreeMap<>();
        NodeProcess one = node("node-1").awaitReady();
        for (int seed = 1; seed <= sequences; seed++) {
            note(one.tell("trial %d %d".formatted(seed, STEPS)).join(), done, faults);
        }
        int alone = faults.size();
        int steps = done.values().stream().mapToInt(Integer::intValue).sum();
        int kills = 0;
        for (int seed = 1; seed <= sequences; seed++) {
            PlacesStage stage = new PlacesStage(portals.office());
            NodeProcess other = node("node-2").awaitReady();
            other.killAfter(5 + seed);
            CompletableFuture<NodeProcess.Answer> atOne = one.tell(stage.storm(seed, STEPS, THREADS));
            CompletableFuture<NodeProcess.Answer> atOther = other.tell(stage.storm(-seed, STEPS, THREADS));
            stage.mergeAgencies();
            note(atOne.join(), done, faults);
            kills += atOther.join().killed() ? 1 : 0;
            other.close();
            faults.addAll(stage.faultsOnceAllIsCaughtUp());
        }
        one.close();
        int all = done.values().stream().mapToInt(Integer::intValue).sum();
        lines.say("## Sequences of everything");
        lines.say("");
        lines.say(
                "%,d steps one after the other in %d sequences, and %d sequences by two processes with %d threads each (%,d steps"
                        + " counted), in which agencies merged and a process was killed %d times.",
                steps, sequences, sequences, THREADS, all - steps, kills);
        lines.say("");
        lines.say("Faults found by the oracle: **%d** alone, **%d** with kills.", alone, faults.size() - alone);
        lines.say("");
        lines.say("Done: %s.", done);
        faults.stream().limit(20).forEach(fault -> lines.say("- %s", fault));
        return faults.isEmpty() && kills > 0;
    }

    private NodeProcess node(String name) {
        Path folder = portals.folder().resolve(name);
        return new NodeProcess(folder, portals.variables(name));
    }

    private static void note(NodeProcess.Answer answer, Map<String, Integer> done, List<String> faults) {
        if (answer.killed()) {
            faults.add("a process ended that nobody killed");
        }
        faults.addAll(answer.all("fault"));
        for (String line : answer.all("done")) {
            String[] words = line.split(" ", 2);
            done.merge(words[1], Integer.parseInt(words[0]), Integer::sum);
        }
    }
}
