package org.safercommunities.portal.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.SmtpConversation.Stage;

/** Hands mail to the server over one connection that is kept, and says what came of it. For one thread. */
final class SmtpLine {

    /** Many servers end a connection after a hundred or so. */
    private static final int MAILS_PER_CONNECTION = 90;

    private static final int CLOSING = 421;
    private static final int TOO_LARGE = 552;

    private final MailProperties settings;
    private final Session session;
    private final Clock clock;
    private final @Nullable DkimSigner signer;
    private @Nullable SmtpConversation conversation;
    private int sentHere;

    SmtpLine(MailProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
        this.signer = DkimSigner.of(settings);
    }

    Outcome hand(ClaimedMail mail) {
        try {
            MimeForm form = MimeForm.of(mail, settings, session, clock);
            Outcome outcome = hand(WireMail.of(mail.mail().toAddress(), form));
            // To a single mail, a server that ends the conversation is a server that is away
            return closes(outcome) ? broken(outcome.answer()) : outcome;
        } catch (MessagingException e) {
            return new Outcome.Refused("The portal could not put this mail together. " + words(e));
        }
    }

    Outcome hand(WireMail unsigned) {
        WireMail mail = signer == null ? unsigned : signer.signed(unsigned, clock.instant());
        boolean kept = conversation != null;
        Outcome outcome = attempt(mail);
        // A server may close a kept connection at any time; that says nothing about this mail
        return kept && (outcome instanceof Outcome.Unreachable || closes(outcome)) ? attempt(mail) : outcome;
    }

    private static boolean closes(Outcome outcome) {
        return outcome instanceof Outcome.NotTo refused && refused.code() == CLOSING;
    }

    /** Ends the conversation politely; the next mail begins another. */
    void close() {
        SmtpConversation open = conversation;
        conversation = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyGone) {
                // There is nothing left to end
            }
        }
    }

    private Outcome attempt(WireMail mail) {
        SmtpConversation open;
        try {
            open = connected();
        } catch (AuthenticationFailedException e) {
            close();
            return new Outcome.Unreachable("The mail server refused the portal’s user name or password. " + words(e));
        } catch (MessagingException e) {
            close();
            return new Outcome.Unreachable("The mail server could not be reached. " + words(e));
        }
        try {
            open.expect(mail.recipient());
            open.sendMessage(
                    new WireForm(session, mail), new InternetAddress[] {new InternetAddress(mail.recipient(), false)});
            sentHere++;
            String answer = words(open.getLastServerResponse());
            if (sentHere >= MAILS_PER_CONNECTION) {
                close();
            }
            return new Outcome.Taken(answer);
        } catch (MessagingException e) {
            Outcome outcome = judge(open.stage(), e);
            boolean goesOn = outcome instanceof Outcome.Refused || outcome instanceof Outcome.NotTo;
            if (!goesOn || open.isBroken() || closes(outcome)) {
                close();
            }
            return outcome;
        }
    }

    private SmtpConversation connected() throws MessagingException {
        SmtpConversation open = conversation;
        if (open == null) {
            open = new SmtpConversation(session);
            conversation = open;
            sentHere = 0;
            // Given a name, even an empty one, it would try to sign in
            boolean signsIn = settings.signsIn();
            open.connect(
                    settings.host(),
                    settings.port(),
                    signsIn ? settings.user() : null,
                    signsIn ? settings.password() : null);
        }
        return open;
    }

    private static Outcome judge(Stage stage, MessagingException e) {
        int code = code(e);
        String words = words(e);
        boolean answered = code >= 400 && code != CLOSING;
        return switch (stage) {
            case HANDED_OVER ->
                code >= 400
                        ? byCode(code, words)
                        : new Outcome.Unknown(
                                "The connection broke after the whole mail was handed over, before the server had answered.");
            case RECIPIENT -> code >= 400 ? new Outcome.NotTo(code, words) : broken(words);
            case CONTENT -> answered ? byCode(code, words) : broken(words);
            case SENDER -> {
                if (code == TOO_LARGE) {
                    yield new Outcome.Refused(words);
                }
                yield answered
                        ? new Outcome.Unreachable("The mail server takes nothing from the portal’s address. " + words)
                        : broken(words);
            }
            case IDLE -> broken(words);
        };
    }

    private static Outcome byCode(int code, String words) {
        return code >= 500 ? new Outcome.Refused(words) : new Outcome.Deferred(words);
    }

    private static Outcome broken(String words) {
        return new Outcome.Unreachable("The connection to the mail server broke. " + words);
    }

    /** The server's reply code; -1 when there was none. */
    private static int code(MessagingException e) {
        for (Exception each = e; each instanceof MessagingException next; each = next.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException failed
                    && !(failed.getNextException() instanceof MessagingException)) {
                return failed.getReturnCode();
            }
        }
        return -1;
    }

    private static String words(MessagingException e) {
        Exception deepest = e;
        while (deepest instanceof MessagingException next && next.getNextException() != null) {
            deepest = next.getNextException();
        }
        return words(deepest.getMessage());
    }

    private static String words(@Nullable String answer) {
        return answer == null ? "" : answer.replaceAll("\\p{Cc}+", " ").strip();
    }

    private static Properties properties(MailProperties settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", new NoDelaySockets());
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "120000");
        properties.put("mail.smtp.localhost", settings.domain().toLowerCase(Locale.ROOT));
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", String.valueOf(settings.signsIn()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.tls()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }
}
