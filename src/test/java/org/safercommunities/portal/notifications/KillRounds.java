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
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;

/**
 * Sends batches from a process of its own to a mail server in another, kills one of them or the database at a random moment, and
 * looks what became of each mail. The server writes down what it has taken before it answers.
 */
public final class KillRounds implements AutoCloseable {

    private static final int CONNECTIONS = 3;
    private static final int CLAIM = 10;
    private static final int RECIPIENTS = 200;
    /** Of what the mail server writes: an id and a line end. */
    private static final int LINE = 37;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What came of all rounds. */
    public record Result(int kills, int mails, int lost, int doubles, int unmarked, int uncertain, int mostUncertain) {

        /** The most that one kill may leave in doubt. */
        public static int bound() {
            return CONNECTIONS * CLAIM;
        }
    }

    private enum Victim {
        NODE,
        DATABASE,
        MAIL_SERVER
    }

    private final Path folder;
    private final Path taken;
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
        Files.deleteIfExists(taken);
        random = new Random(seed);
        database =
                EmbeddedMariaDb.lasting(folder.resolve("mariadb"), databasePort).start();
        world = new BatchWorld(database);
        mailServer = startMailServer();
        node = startNode();
    }

    /** Kills so often. */
    public Result run(int kills) throws Exception {
        Result sum = new Result(0, 0, 0, 0, 0, 0, 0);
        for (int round = 0; round < kills; round++) {
            Victim victim = Victim.values()[round % 3];
            Result each = round(victim);
            System.out.printf(
                    Locale.UK,
                    "kill %d of %s: %d in doubt, %d lost, %d twice, %d of them unmarked%n",
                    round + 1,
                    victim,
                    each.uncertain(),
                    each.lost(),
                    each.doubles(),
                    each.unmarked());
            sum = new Result(
                    sum.kills() + 1,
                    sum.mails() + each.mails(),
                    sum.lost() + each.lost(),
                    sum.doubles() + each.doubles(),
                    sum.unmarked() + each.unmarked(),
                    sum.uncertain() + each.uncertain(),
                    Math.max(sum.mostUncertain(), each.uncertain()));
        }
        return sum;
    }

    private Result round(Victim victim) throws Exception {
        UUID batch = world.released(RECIPIENTS, "swale.example", "thanet.example");
        int before = total();
        int killAt = 1 + random.nextInt(RECIPIENTS - 20);
        await(() -> total() - before >= killAt);
        LockSupport.parkNanos(Duration.ofNanos(random.nextInt(5_000_000)).toNanos());
        kill(victim);
        await(() -> isQuiet(batch));
        world.recover();
        DeliveryCounts afterwards = world.counts(batch);
        if (!afterwards.addUp() || afterwards.sent() + afterwards.uncertain() != RECIPIENTS) {
            throw new IllegalStateException("Somebody is not accounted for: " + afterwards);
        }
        Map<UUID, Integer> arrived = arrived();
        int lost = 0;
        int unmarked = 0;
        for (UUID sent : world.inState(batch, MailState.SENT)) {
            int times = arrived.getOrDefault(sent, 0);
            lost += times == 0 ? 1 : 0;
            unmarked += times > 1 ? 1 : 0;
        }
        world.in(() -> world.office().batches().resendUncertain(batch));
        await(() -> world.counts(batch).sent() == RECIPIENTS);
        arrived = arrived();
        int doubles = 0;
        for (UUID sent : world.inState(batch, MailState.SENT)) {
            int times = arrived.getOrDefault(sent, 0);
            lost += times == 0 ? 1 : 0;
            doubles += times > 1 ? 1 : 0;
            unmarked += times > 1 && !isMarked(sent) ? 1 : 0;
        }
        return new Result(1, RECIPIENTS, lost, doubles, unmarked, afterwards.uncertain(), afterwards.uncertain());
    }

    private void kill(Victim victim) throws Exception {
        switch (victim) {
            case NODE -> {
                end(node);
                node = startNode();
            }
            case MAIL_SERVER -> {
                end(mailServer);
                mailServer = startMailServer();
            }
            case DATABASE -> {
                end(database.process());
                world.office().close();
                database = EmbeddedMariaDb.lasting(folder.resolve("mariadb"), databasePort)
                        .start();
                world = new BatchWorld(database);
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private int total() throws IOException {
        return Files.exists(taken) ? (int) Files.size(taken) / LINE : 0;
    }

    /** How often the mail server has taken each mail. */
    private Map<UUID, Integer> arrived() throws IOException {
        Map<UUID, Integer> arrived = new HashMap<>();
        if (Files.exists(taken)) {
            Files.readAllLines(taken).forEach(line -> arrived.merge(UUID.fromString(line), 1, Integer::sum));
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
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
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
        Process server = start("mail-server", TakingServer.class, String.valueOf(smtpPort), taken.toString());
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
