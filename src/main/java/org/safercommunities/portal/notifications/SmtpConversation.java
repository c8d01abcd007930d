package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that knows how far it has come with a mail. Only what happens after the final dot leaves in
 * doubt whether the server has taken the mail; before that it cannot have.
 */
final class SmtpConversation extends SMTPTransport {

    enum Stage {
        IDLE,
        SENDER,
        RECIPIENT,
        CONTENT,
        HANDED_OVER
    }

    private Stage stage = Stage.IDLE;

    SmtpConversation(Session session) {
        super(session, null, "smtp", false);
    }

    Stage stage() {
        return stage;
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
