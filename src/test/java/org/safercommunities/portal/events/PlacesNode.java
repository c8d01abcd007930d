package org.safercommunities.portal.events;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalWithoutPages;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Another process of the portal, which does to places what it is told on its standard input, and may be killed on the way:
 * {@code book EVENT THREADS PEOPLE}, {@code unguarded EVENT THREADS PEOPLE}, {@code storm EVENT SEED STEPS THREADS PEOPLE},
 * {@code trial SEED STEPS}. Each line of an answer begins with {@link #SAYS}; a full stop ends it.
 */
public final class PlacesNode {

    static final String SAYS = "node: ";
    static final String END = ".";
    /** A storm says each time that so many steps are done. */
    static final int STEPS_A_LINE = 25;

    private final ConfigurableApplicationContext portal;
    private final EventWorld world;
    private final PrintStream out;

    private PlacesNode(ConfigurableApplicationContext portal, PrintStream out) {
        this.portal = portal;
        this.world = new EventWorld(portal);
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext portal = PortalWithoutPages.start(System.getenv());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            PlacesNode node = new PlacesNode(portal, System.out);
            node.say(END);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                node.obey(line.split(" "));
            }
        }
        System.exit(0);
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "book" -> each(words, person -> book(UUID.fromString(words[1]), person));
            case "unguarded" -> each(words, person -> unguarded(UUID.fromString(words[1]), person));
            case "storm" -> storm(words);
            case "trial" -> {
                PlacesTrial.Outcome outcome =
                        new PlacesTrial(portal).run(Long.parseLong(words[1]), Integer.parseInt(words[2]));
                sayDone(outcome.done());
                outcome.faults().forEach(fault -> say("fault " + fault));
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        say(END);
    }

    private void each(String[] words, Consumer<UUID> step) {
        try (ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(words[2]))) {
            people(words[3]).forEach(person -> threads.submit(() -> guarded(() -> step.accept(person))));
        }
    }

    private void book(UUID event, UUID person) {
        Reader who = world.somebody.again(person);
        try {
            BookingOutcome outcome = world.book(event, who);
            say("%s %s %s".formatted(person, outcome.status(), outcome.position()));
        } catch (AlreadyBooked again) {
            say(person + " ALREADY null");
        }
    }

    /** The same decision without holding the pool, as somebody in a hurry would write it. */
    private void unguarded(UUID event, UUID person) {
        if (world.count(event, PlaceState.CONFIRMED) < capacity(event)) {
            new UnguardedBooking(world.jdbc).write(event, world.session(event), world.somebody.again(person));
        }
    }

    private int capacity(UUID event) {
        return world.jdbc
                .sql(
                        "SELECT SUM(o.capacity) FROM event_pool o JOIN event_session s ON s.id = o.session_id WHERE s.event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }

    private void storm(String[] words) {
        PlacesStorm storm = new PlacesStorm(portal, world, UUID.fromString(words[1]), people(words[5]));
        long seed = Long.parseLong(words[2]);
        int steps = Integer.parseInt(words[3]);
        int count = Integer.parseInt(words[4]);
        AtomicInteger taken = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (int thread = 0; thread < count; thread++) {
                Random random = new Random(seed * 31 + thread);
                threads.submit(() -> guarded(() -> {
                    for (int step = 0; step < steps / count; step++) {
                        storm.step(random);
                        int all = taken.incrementAndGet();
                        if (all % STEPS_A_LINE == 0) {
                            say("steps " + all);
                        }
                    }
                }));
            }
        }
        sayDone(storm.done());
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException mistake) {
            mistake.printStackTrace(out);
            say("fault " + mistake);
        }
    }

    private void sayDone(Map<String, Integer> done) {
        new TreeMap<>(done).forEach((what, times) -> say("done " + times + " " + what));
    }

    private synchronized void say(String what) {
        out.println(SAYS + what.replace('\n', ' '));
        out.flush();
    }

    private static List<UUID> people(String ids) {
        return Arrays.stream(ids.split(",")).map(UUID::fromString).toList();
    }
}
