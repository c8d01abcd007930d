package org.safercommunities.portal.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands mail to the server over one connection that is kept, and says what came of it. For one thread. */
final class SmtpLine {

    /** Many servers end a connection after a hundred or so. */
    private static final int MAILS_PER_CONNECTION = 90;

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
            return closes(outcome) ? SmtpAnswer.broken(outcome.answer()) : outcome;
        } catch (MessagingException e) {
            return new Outcome.Refused("The portal could not put this mail together. " + SmtpAnswer.words(e));
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
        return outcome instanceof Outcome.NotTo refused && refused.code() == SmtpAnswer.CLOSING;
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
            return new Outcome.Unreachable(
                    "The mail server refused the portal’s user name or password. " + SmtpAnswer.words(e));
        } catch (MessagingException e) {
            close();
            return new Outcome.Unreachable("The mail server could not be reached. " + SmtpAnswer.words(e));
        }
        try {
            open.expect(mail.recipient());
            open.sendMessage(
                    new WireForm(session, mail), new InternetAddress[] {new InternetAddress(mail.recipient(), false)});
            sentHere++;
            String answer = SmtpAnswer.words(open.getLastServerResponse());
            if (sentHere >= MAILS_PER_CONNECTION) {
                close();
            }
            return new Outcome.Taken(answer);
        } catch (MessagingException e) {
            Outcome outcome = SmtpAnswer.judge(open.stage(), e);
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
