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

    static final String NOBODY_THERE = "nobody.example";
    static final String FULL = "full.example";

    /** What it writes: whether the mail says that it was sent again, its id, a line end. */
    static final int LINE = 38;

    static final String FIRST = ".";
    static final String AGAIN = "+";

    private static final int LONGEST_DELAY_MICROS = 4000;

    private TakingServer() {}

    /** Port, the file it writes to, and a file; while that is there it takes mail and does not say so. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Path hold = Path.of(arguments[2]);
        ScriptedMailServer server = new ScriptedMailServer(Integer.parseInt(arguments[0]), true);
        server.to(NOBODY_THERE, "550 5.1.1 no such user");
        server.to(FULL, "552 5.2.2 mailbox full");
        server.onTaken(mail -> {
            note(file, mail);
            keepBack(hold);
        });
        System.out.println("ready");
        while (true) {
            LockSupport.park();
        }
    }

    /** Is there when a mail was taken whose answer is kept back. */
    static Path held(Path hold) {
        return hold.resolveSibling("held");
    }

    private static synchronized void write(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Path file, String mail) {
        String id = mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*<(.*)@.*", "$1");
        write(file, (mail.contains("X-Sent-Again: ") ? AGAIN : FIRST) + id + "\n");
    }

    private static void keepBack(Path hold) {
        // Room for a kill between the final dot and its answer
        int micros = ThreadLocalRandom.current().nextInt(LONGEST_DELAY_MICROS);
        LockSupport.parkNanos(Duration.ofNanos(micros * 1000L).toNanos());
        if (Files.exists(hold)) {
            write(held(hold), "");
            while (Files.exists(hold)) {
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        }
    }
}
