package org.safercommunities.portal.notifications;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** How many mails a second go over one kept connection and over four, to a server on this machine. Run by hand. */
final class MailPace {

    private MailPace() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            for (int connections : List.of(1, 4)) {
                run(server, connections, 300);
                run(server, connections, 2000);
            }
        }
    }

    private static void run(ScriptedMailServer server, int connections, int each) throws InterruptedException {
        Letter letter = SampleLetters.named("everything");
        MailTemplate template = new MailTemplate("https://portal.example");
        Mail mail = template.fill(letter, "rowan@swale.example", "Rowan", "test", null);
        Mail large = new Mail(
                mail.toAddress(),
                mail.toName(),
                mail.subject(),
                mail.html() + " ".repeat(20_000),
                mail.text(),
                "test",
                null,
                Map.of());
        long start = System.nanoTime();
        List<Thread> lanes = IntStream.range(0, connections)
                .mapToObj(lane -> Thread.ofVirtual().start(() -> {
                    SmtpLine line = new SmtpLine(MailTest.SETTINGS.at(server.address()), Clock.systemUTC());
                    for (int i = 0; i < each; i++) {
                        line.hand(new ClaimedMail(UUID.randomUUID(), large, 1, 0, false));
                    }
                    line.close();
                }))
                .toList();
        for (Thread lane : lanes) {
            lane.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d connection(s): %d mails of %d KB in %.1f s, %.0f a second%n",
                connections, connections * each, large.html().length() / 1000, seconds, connections * each / seconds);
    }
}
