package org.safercommunities.portal.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** A mail server in a process of its own, which writes down what it has taken before it says so. */
public final class TakingServer {

    private static final int LONGEST_DELAY_MICROS = 4000;

    private TakingServer() {}

    /** Port, and the file it writes to. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        ScriptedMailServer server = new ScriptedMailServer(Integer.parseInt(arguments[0]), true);
        server.onTaken(mail -> note(file, mail));
        System.out.println("ready");
        while (true) {
            LockSupport.park();
        }
    }

    private static synchronized void write(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Path file, String mail) {
        write(
                file,
                mail.lines()
                        .filter(line -> line.startsWith("Message-ID: "))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(".*<(.*)@.*", "$1"));
        // Room for a kill between the final dot and its answer
        int micros = ThreadLocalRandom.current().nextInt(LONGEST_DELAY_MICROS);
        LockSupport.parkNanos(Duration.ofNanos(micros * 1000L).toNanos());
    }
}
