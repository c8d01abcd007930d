package org.safercommunities.portal.notifications;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;

/**
 * Sends batches from a process of its own to a mail server in another, kills one of them or the database at a random moment, and
 * looks what became of each mail. The server writes down what it has taken before it answers; in every second round it keeps its
 * answer back until the kill, which so falls between a final dot and its 250. A tenth of the addresses are refused.
 */
public final class KillRounds implements AutoCloseable {

    private static final int CONNECTIONS = 3;
    private static final int CLAIM = 10;
    private static final int RECIPIENTS = 200;
    /** In turn; of the last two no mail is ever taken. */
    private static final String[] DOMAINS = {
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        "swale.example",
        "thanet.example",
        TakingServer.NOBODY_THERE,
        TakingServer.FULL
    };

    private static final int REFUSED = 2 * RECIPIENTS / DOMAINS.length;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** So long nothing changes that a dead process had taken up. */
    private static final Duration QUIET = Duration.ofMillis(1500);

    /**
     * What came of all rounds.
     *
     * @param atTheDot kills while the mail server had taken a mail and not said so yet
     * @param refused mails that bounced, were refused otherwise or left out
     */
    public record Result(
            int kills,
            int atTheDot,
            int mails,
            int lost,
            int doubles,
            int unmarked,
            int uncertain,
            int mostUncertain,
            int mostDoubles,
            int refused) {

        static final Result NONE = new Result(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** The most that one kill may leave in doubt. */
        public static int bound() {
            return CONNECTIONS * CLAIM;
        }

        Result and(Result next) {
            return new Result(
                    kills + next.kills,
                    atTheDot + next.atTheDot,
                    mails + next.mails,
                    lost + next.lost,
                    doubles + next.doubles,
                    unmarked + next.unmarked,
                    uncertain + next.uncertain,
                    Math.max(mostUncertain, next.mostUncertain),
                    Math.max(mostDoubles, next.mostDoubles),
                    refused + next.refused);
        }
    }

    private enum Victim {
        NODE,
        DATABASE,
        MAIL_SERVER
    }

    private final Path folder;
    private final Path taken;
    private final Path hold;
    private final int databasePort = Ports.free();
    private final int smtpPort = Ports.free();
    private final List<Process> started = new ArrayList<>();
    private final Random random;
    private EmbeddedMariaDb database;
    private BatchWorld world;
    private Process node;
    private Process mailServer;

    /** @param folder where database, log of the mail server and output of the processes go */
    public KillRounds(Path folder, long seed) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.taken = folder.resolve("taken");
        this.hold = folder.resolve("hold");
        Files.deleteIfExists(taken);
        goOn();
        random = new Random(seed);
        database =
                EmbeddedMariaDb.lasting(folder.resolve("mariadb"), databasePort).start();
        world = new BatchWorld(database);
        mailServer = startMailServer();
        node = startNode();
    }

    /** Kills so often. */
    public Result run(int kills) throws Exception {
        Result sum = Result.NONE;
        for (int round = 0; round < kills; round++) {
            Victim victim = Victim.values()[round % 3];
            boolean atTheDot = round % 2 == 1;
            long began = System.nanoTime();
            Result each = round(victim, atTheDot);
            System.out.printf(
                    Locale.UK,
                    "kill %d of %s%s: %d in doubt, %d lost, %d twice, %d of them unmarked, %.1f s%n",
                    round + 1,
                    victim,
                    atTheDot ? " before its 250" : "",
                    each.uncertain(),
                    each.lost(),
                    each.doubles(),
                    each.unmarked(),
                    (System.nanoTime() - began) / 1e9);
            sum = sum.and(each);
        }
        return sum;
    }

    private Result round(Victim victim, boolean atTheDot) throws Exception {
        UUID batch = world.released(RECIPIENTS, DOMAINS);
        int before = total();
        int killAt = 1 + random.nextInt(RECIPIENTS - REFUSED - CONNECTIONS * 2);
        await(() -> total() - before >= killAt);
        if (atTheDot) {
            goOn();
            Files.writeString(hold, "");
            await(() -> Files.exists(TakingServer.held(hold)));
        } else {
            LockSupport.parkNanos(Duration.ofNanos(random.nextInt(5_000_000)).toNanos());
        }
        kill(victim);
        await(() -> isQuiet(batch));
        world.recover();
        DeliveryCounts afterwards = world.counts(batch);
        int refused = afterwards.suppressed() + afterwards.bounced() + afterwards.failed();
        if (!afterwards.addUp() || afterwards.sent() + refused + afterwards.uncertain() != RECIPIENTS) {
            throw new IllegalStateException("Somebody is not accounted for: " + afterwards);
        }
        int lost = lost(batch);
        Tally first = doubles(batch);
        world.in(() -> world.office().batches().resendUncertain(batch));
        await(() -> world.counts(batch).sent() == RECIPIENTS - REFUSED
                && world.counts(batch).over());
        lost += lost(batch);
        Tally last = doubles(batch);
        liftSome();
        return new Result(
                1,
                atTheDot ? 1 : 0,
                RECIPIENTS,
                lost,
                last.doubles(),
                // Before anybody decided anything nothing has arrived twice
                first.doubles() + last.unmarked(),
                afterwards.uncertain(),
                afterwards.uncertain(),
                last.doubles(),
                refused);
    }

    /** Said to be sent, and never taken. */
    private int lost(UUID batch) throws IOException {
        Map<UUID, String> arrived = arrived();
        return (int) world.inState(batch, MailState.SENT).stream()
                .filter(sent -> !arrived.containsKey(sent))
                .count();
    }

    private record Tally(int doubles, int unmarked) {}

    private Tally doubles(UUID batch) throws IOException {
        Map<UUID, String> arrived = arrived();
        List<UUID> twice = world.inState(batch, MailState.SENT).stream()
                .filter(sent -> arrived.getOrDefault(sent, "").length() > 1)
                .toList();
        String once = TakingServer.FIRST + TakingServer.AGAIN;
        int unmarked = (int) twice.stream()
                .filter(mail -> !once.equals(arrived.get(mail)) || !isMarked(mail))
                .count();
        return new Tally(twice.size(), unmarked);
    }

    /** So that the next round has addresses that bounce, beside those that are left out. */
    private void liftSome() {
        world.in(() -> {
            Suppressions suppressions = world.office().suppressions();
            suppressions.search("@" + TakingServer.NOBODY_THERE, 0, RECIPIENTS, Reader.portal()).stream()
                    .filter(each -> random.nextBoolean())
                    .forEach(each -> suppressions.lift(each.id(), "To be refused again", Reader.portal()));
        });
    }

    private void kill(Victim victim) throws Exception {
        switch (victim) {
            case NODE -> {
                end(node);
                goOn();
                node = startNode();
            }
            case MAIL_SERVER -> {
                end(mailServer);
                goOn();
                mailServer = startMailServer();
            }
            case DATABASE -> {
                end(database.process());
                goOn();
                world.office().close();
                database = EmbeddedMariaDb.lasting(folder.resolve("mariadb"), databasePort)
                        .start();
                world = new BatchWorld(database);
            }
        }
    }

    /** Lets the mail server answer again. */
    private void goOn() throws IOException {
        Files.deleteIfExists(hold);
        Files.deleteIfExists(TakingServer.held(hold));
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private int total() throws IOException {
        return Files.exists(taken) ? (int) Files.size(taken) / TakingServer.LINE : 0;
    }

    /** How the mail server has taken each mail, a character for each time. */
    private Map<UUID, String> arrived() throws IOException {
        Map<UUID, String> arrived = new HashMap<>();
        if (Files.exists(taken)) {
            Files.readAllLines(taken)
                    .forEach(line ->
                            arrived.merge(UUID.fromString(line.substring(1)), line.substring(0, 1), String::concat));
        }
        return arrived;
    }

    private boolean isMarked(UUID mail) {
        return world.office()
                .jdbc()
                .sql("SELECT doubtful FROM mail WHERE id = ?")
                .param(mail.toString())
                .query(Boolean.class)
                .single();
    }

    /** Nothing waits, and what a killed node had taken up stays as it is. */
    private boolean isQuiet(UUID batch) {
        DeliveryCounts counts = world.counts(batch);
        if (counts.pending() > 0) {
            return false;
        }
        if (counts.sending() == 0) {
            return true;
        }
        LockSupport.parkNanos(QUIET.toNanos());
        return world.counts(batch).equals(counts);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The sending does not come to an end");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private Process startNode() throws IOException {
        return start(
                "node",
                SendingNode.class,
                world.url(),
                world.password(),
                String.valueOf(smtpPort),
                String.valueOf(CONNECTIONS),
                String.valueOf(CLAIM));
    }

    private Process startMailServer() throws Exception {
        Process server =
                start("mail-server", TakingServer.class, String.valueOf(smtpPort), taken.toString(), hold.toString());
        await(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", smtpPort));
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
        return server;
    }

    private Process start(String name, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        world.close();
    }
}
