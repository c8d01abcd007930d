package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server that knows how far it has come with a mail. Only what happens after the final dot leaves in
 * doubt whether the server has taken the mail; before that it cannot have.
 *
 * <p>Where the server allows it, sender, recipient and the wish to hand over go out at once (RFC 2920); the library then waits for
 * the answers one by one as ever.
 */
final class SmtpConversation extends SMTPTransport {

    private static final String DATA = "DATA";
    private static final String RESET = "RSET";
    private static final int GO_ON = 354;

    enum Stage {
        IDLE,
        SENDER,
        RECIPIENT,
        CONTENT,
        HANDED_OVER
    }

    private Stage stage = Stage.IDLE;
    private @Nullable String recipient;
    private boolean broken;
    /** Commands that are with the server before the library says them. */
    private final Queue<String> ahead = new ArrayDeque<>();

    SmtpConversation(Session session) {
        super(session, null, "smtp", false);
    }

    Stage stage() {
        return stage;
    }

    /** The next mail has one recipient, this one. */
    void expect(String address) {
        recipient = address;
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        String to = recipient;
        if (command.startsWith("MAIL FROM:") && to != null && supportsExtension("PIPELINING")) {
            recipient = null;
            ahead.clear();
            ahead.add("RCPT TO:<" + to + ">");
            ahead.add(DATA);
            super.sendCommand(command);
            for (String next : ahead) {
                super.sendCommand(next);
            }
        } else if (command.equals(RESET)) {
            reset();
        } else if (ahead.isEmpty()) {
            super.sendCommand(command);
        } else if (!command.equals(ahead.remove())) {
            throw new MessagingException("Said too early, and otherwise: " + command);
        }
    }

    /** A courtesy after a refusal. That the server has hung up meanwhile must not hide what it said. */
    private void reset() {
        try {
            readWhatIsStillAnswered();
            super.sendCommand(RESET);
        } catch (MessagingException gone) {
            broken = true;
        }
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        return broken ? -1 : super.readServerResponse();
    }

    /** Whether the server was gone when a refused mail was to be cleared away. */
    boolean isBroken() {
        return broken;
    }

    /** After a refusal: the server answers what it was told meanwhile too, and may wait for a mail, which then has no recipient. */
    private void readWhatIsStillAnswered() throws MessagingException {
        while (!ahead.isEmpty()) {
            String said = ahead.remove();
            if (readServerResponse() == GO_ON && said.equals(DATA)) {
                super.sendCommand(".");
                readServerResponse();
            }
        }
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.HANDED_OVER;
        super.finishData();
    }
}
