package org.safercommunities.portal.bench.booking;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.booking.BookingCalls.Answer;
import org.safercommunities.portal.events.PlacesClock;
import org.safercommunities.portal.events.PlacesOracle;

/**
 * Many people, few places, two whole portals on one durable MariaDB, each booking by the API with a token of its own. Runs with a
 * seed each, in some of which a portal is killed; the rate at which one session is booked, against the same SQL alone; and
 * sequences of everything that can be done to places, with processes killed on the way.
 */
public final class BookingBench implements Benchmark {

    private static final int RUNS = 100;
    private static final int CROWD = 40;
    private static final int KILL_EVERY = 10;
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 20;
    private static final int WARM_UP_SECONDS = 60;

    private final StringBuilder report = new StringBuilder();
    private final BookingCalls calls = new BookingCalls();

    @Override
    public void run(List<String> arguments) throws Exception {
        int runs = arguments.isEmpty() ? RUNS : Integer.parseInt(arguments.getFirst());
        say("# Booking benchmark");
        say("");
        say(
                "%d processors, Java %s, load average before: %.1f. Two portals of 512 MB and the callers on the same machine as"
                        + " MariaDB, which flushes its log at every commit.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        say("");
        try (TwoPortals portals = new TwoPortals()) {
            boolean whole = !wants(arguments, "rushes") || rushes(portals, runs);
            whole &= !wants(arguments, "rate") || rate(portals);
            whole &= !wants(arguments, "sequences") || new Sequences(portals, this::say).run(runs);
            if (arguments.size() < 2) {
                Files.createDirectories(Path.of("bench", "results"));
                Files.writeString(Path.of("bench", "results", "booking.md"), report);
            }
            if (!whole) {
                throw new IllegalStateException("a promise was not kept; the lines above say which");
            }
        }
    }

    /** Parts may be named behind the number of runs: {@code 100 sequences}; then the lines are printed only. */
    private static boolean wants(List<String> arguments, String part) {
        return arguments.size() < 2 || arguments.subList(1, arguments.size()).contains(part);
    }

    // --- Few places, many people
    // -----------------------------------------------------------------------------------------

    private boolean rushes(TwoPortals portals, int runs) throws Exception {
        PlacesOracle oracle = portals.oracle();
        List<String> faults = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        int kills = 0;
        int unanswered = 0;
        long began = System.nanoTime();
        for (int run = 1; run <= runs; run++) {
            Random random = new Random(run);
            int capacity = 1 + random.nextInt(10);
            boolean kill = run % KILL_EVERY == 0;
            UUID event = portals.event(capacity);
            List<Crowd.Somebody> crowd = new ArrayList<>(portals.people(CROWD));
            Collections.shuffle(crowd, random);
            Map<Crowd.Somebody, Answer> answers = rush(portals, event, crowd, kill ? random.nextInt(2) : -1, random);
            answers.values().forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
            if (kill) {
                kills++;
                List<Crowd.Somebody> again = crowd.stream()
                        .filter(person -> answers.get(person).status() == 0)
                        .toList();
                unanswered += again.size();
                portals.revive();
                rush(portals, event, again, -1, random)
                        .values()
                        .forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
            } else if (!inOrder(answers.values().stream()
                    .filter(Answer::isWaiting)
                    .map(Answer::position)
                    .toList())) {
                faults.add("run %d: people were told turns that are not 1, 2, 3 …".formatted(run));
            }
            faults.addAll(portals.notExactly(event, capacity, CROWD, run));
            faults.addAll(oracle.faults(event));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        int oversold = new Controls(portals).oversoldOf(runs);
        int errors = statuses.entrySet().stream()
                .filter(entry -> entry.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
        say("## Few places, many people");
        say("");
        say(
                "%d runs (seeds 1 to %d), each with 1 to 10 places and %d people who book at once at either portal, %.0f s. In %d"
                        + " of them a portal was killed on the way; %d people got no answer and booked again.",
                runs, runs, CROWD, seconds, kills, unanswered);
        say("");
        say("| | |");
        say("|---|---|");
        say(
                "| runs with one booking too many, a place withheld, a turn out of order or a counter that is wrong | **%d** |",
                faults.size());
        say("| answers by status | %s |", statuses);
        say("| answers of 500 and above | **%d** |", errors);
        say("| control, the guard taken away: runs that were oversold | %d of %d |", oversold, runs);
        say("");
        faults.stream().limit(20).forEach(fault -> say("- %s", fault));
        return faults.isEmpty() && errors == 0 && oversold > 0;
    }

    private Map<Crowd.Somebody, Answer> rush(
            TwoPortals portals, UUID event, List<Crowd.Somebody> people, int killed, Random random) throws Exception {
        AtomicInteger answered = new AtomicInteger();
        int last = 1 + random.nextInt(CROWD / 3);
        Map<Crowd.Somebody, Answer> answers = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Crowd.Somebody, Future<Answer>> each = new HashMap<>();
            for (Crowd.Somebody person : people) {
                int port = portals.port(random.nextInt(2));
                String token = portals.token(person);
                Callable<Answer> call = () -> {
                    Answer answer = calls.book(port, event, token);
                    if (answered.incrementAndGet() == last && killed >= 0) {
                        portals.kill(killed);
                    }
                    return answer;
                };
                each.put(person, threads.submit(call));
            }
            for (Map.Entry<Crowd.Somebody, Future<Answer>> one : each.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
        }
        return answers;
    }

    private static boolean inOrder(List<Integer> positions) {
        return positions.stream()
                .sorted()
                .toList()
                .equals(IntStream.rangeClosed(1, positions.size()).boxed().toList());
    }

    // --- How many a minute
    // -----------------------------------------------------------------------------------------------

    private boolean rate(TwoPortals portals) throws Exception {
        UUID event = portals.event(100_000);
        BareLoop bare = recorded(portals);
        booked(portals, event, WARM_UP_SECONDS, new CpuTime());
        portals.awaitLetters();
        alone(portals, bare, WARM_UP_SECONDS / 6);
        List<Double> ofPortals = new ArrayList<>();
        List<Double> ofBare = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> bareRates = new ArrayList<>();
        AtomicInteger errors = new AtomicInteger();
        CpuTime cpu = new CpuTime();
        int letters = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int before = portals.lettersOf(event);
            Round mine = booked(portals, event, SECONDS, cpu);
            letters += portals.lettersOf(event) - before;
            portals.awaitLetters();
            Round theirs = alone(portals, bare, SECONDS);
            ofPortals.addAll(mine.milliseconds());
            ofBare.addAll(theirs.milliseconds());
            rates.add(mine.aMinute());
            bareRates.add(theirs.aMinute());
            errors.addAndGet(mine.errors());
        }
        double mine = rates.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double theirs =
                bareRates.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        say("## Bookings into one session");
        say("");
        say(
                "%d callers without a pause, in turns %d × %d s each: both portals by the API (token checked, person and agency"
                        + " looked up, place booked, audit line and note of a letter written; letters are made and sent meanwhile, but"
                        + " those who book come first: %,d of %,d within the rounds, the others right after each), and the"
                        + " same %d statements of such a call run from %d connections with nothing around them.",
                CLIENTS, ROUNDS, SECONDS, letters, ofPortals.size(), bare.statements(), CLIENTS);
        say("");
        say("| | confirmed a minute | p50 ms | p95 ms |");
        say("|---|---|---|---|");
        say(
                "| two portals | **%,.0f** (aim: at least 3,000) | %.1f | %.1f |",
                mine, p(ofPortals, 50), p(ofPortals, 95));
        say("| the SQL alone | %,.0f | %.1f | %.1f |", theirs, p(ofBare, 50), p(ofBare, 95));
        say("| **ratio** | **%.2f** (aim: at least 0.3) | | |", mine / theirs);
        say("");
        say("Answers other than 201: %d. In rounds: %s against %s.", errors.get(), rounded(rates), rounded(bareRates));
        say("");
        say("Processor time for one booking of the portals’ rounds: %s.", cpu);
        say("");
        PlacesClock clock = new PlacesClock(portals.office());
        int places = portals.jdbc()
                .sql("SELECT COUNT(*) FROM event_place WHERE live = 1")
                .query(Integer.class)
                .single();
        say(
                "By the clock, with %,d places to come: the look for places left behind (every 30 s) takes %.0f ms, the one for what"
                        + " is due (every 10 s) %.0f ms.",
                places, clock.sweep(), clock.catchUp());
        say("");
        say("<details><summary>The statements</summary>");
        say("");
        bare.inWords().forEach(text -> say("- `%s`", text.length() > 160 ? text.substring(0, 160) + " …" : text));
        say("");
        say("</details>");
        say("");
        List<String> faults = portals.oracle().faults(event);
        faults.forEach(fault -> say("- %s", fault));
        return faults.isEmpty() && errors.get() == 0 && mine >= 3_000 && mine / theirs >= 0.3;
    }

    private record Round(List<Double> milliseconds, double aMinute, int errors) {}

    private Round booked(TwoPortals portals, UUID event, int seconds, CpuTime cpu) throws Exception {
        Map<Crowd.Somebody, String> tokens = new HashMap<>();
        List<Crowd.Somebody> people = portals.people(seconds * 250);
        people.parallelStream()
                .map(person -> Map.entry(person, portals.token(person)))
                .toList()
                .forEach(entry -> tokens.put(entry.getKey(), entry.getValue()));
        cpu.begin(portals);
        Round round = round(people, seconds, (person, client) -> {
            String token = java.util.Objects.requireNonNull(tokens.get(person));
            return calls.book(portals.port(client % 2), event, token).status() == 201;
        });
        cpu.end(portals, round.milliseconds().size());
        return round;
    }

    private static Round alone(TwoPortals portals, BareLoop bare, int seconds) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                connections.add(portals.connect());
            }
            return round(portals.people(seconds * 600), seconds, (person, client) -> {
                bare.run(connections.get(client), person);
                return true;
            });
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private interface Step {
        boolean take(Crowd.Somebody person, int client) throws Exception;
    }

    private static Round round(List<Crowd.Somebody> people, int seconds, Step step) throws Exception {
        ConcurrentLinkedQueue<Crowd.Somebody> queue = new ConcurrentLinkedQueue<>(people);
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        AtomicInteger errors = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                clients.add(threads.submit(() -> {
                    while (System.nanoTime() < end && !over.get()) {
                        Crowd.Somebody person = queue.poll();
                        if (person == null) {
                            throw new IllegalStateException("there were too few people");
                        }
                        long start = System.nanoTime();
                        if (step.take(person, number)) {
                            times.add((System.nanoTime() - start) / 1e6);
                        } else {
                            errors.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        return new Round(List.copyOf(times), times.size() * 60 / took, errors.get());
    }

    private BareLoop recorded(TwoPortals portals) throws Exception {
        UUID event = portals.event(100_000);
        Crowd.Somebody chosen = null;
        List<String> fewest = List.of();
        try (TwoPortals.Recorded recorded = portals.recorded()) {
            for (int i = 0; i < 9; i++) {
                Crowd.Somebody person = portals.people(1).getFirst();
                String token = portals.token(person);
                portals.awaitLetters();
                recorded.statements().take();
                Answer answer = calls.book(recorded.port(), event, token);
                if (answer.status() != 201) {
                    throw new IllegalStateException("not booked: " + answer);
                }
                List<String> own = BareLoop.ofOneBooking(recorded.statements().take());
                if (i > 0 && (chosen == null || own.size() < fewest.size())) {
                    chosen = person;
                    fewest = own;
                }
            }
        }
        return BareLoop.of(
                fewest,
                java.util.Objects.requireNonNull(chosen),
                Set.of(event.toString(), portals.session(event).toString()));
    }

    private static double p(List<Double> milliseconds, int percent) {
        double[] sorted = milliseconds.stream()
                .sorted(Comparator.naturalOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String rounded(List<Double> rates) {
        return Arrays.toString(rates.stream().mapToLong(Math::round).toArray());
    }

    private void say(String words, Object... values) {
        String line = values.length == 0 ? words : String.format(java.util.Locale.ROOT, words, values);
        System.out.println(line);
        report.append(line).append('\n');
    }
}
