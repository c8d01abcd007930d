package org.safercommunities.portal.notifications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;

/** A mail as it goes over the wire: plain text and HTML as alternatives, and a Message-ID that follows from the row's id. */
final class MimeForm extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MimeForm(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** The same for every time this mail is sent, so that a double can be told. */
    static String messageId(ClaimedMail mail, MailProperties settings) {
        return "<" + mail.id() + "@" + settings.domain() + ">";
    }

    @SuppressWarnings("JavaUtilDate") // what the mail API takes
    static MimeForm of(ClaimedMail claimed, MailProperties settings, Session session, Clock clock)
            throws MessagingException {
        Mail mail = claimed.mail();
        MimeForm form = new MimeForm(session, messageId(claimed, settings));
        form.setFrom(address(settings.from(), settings.fromName()));
        form.setRecipient(Message.RecipientType.TO, address(mail.toAddress(), mail.toName()));
        String replyTo = settings.replyTo();
        if (replyTo != null && !replyTo.isBlank()) {
            form.setReplyTo(new InternetAddress[] {address(replyTo, "")});
        }
        form.setSubject(mail.subject(), UTF_8);
        form.setSentDate(Date.from(clock.instant()));
        form.setHeader("Auto-Submitted", "auto-generated");
        if (claimed.doubtful()) {
            form.setHeader("X-Sent-Again", "yes; a mail with this Message-ID may have arrived before");
        }
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            form.setHeader(header.getKey(), header.getValue());
        }
        form.setContent(alternatives(mail));
        form.saveChanges();
        return form;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return name.isBlank() ? new InternetAddress(address, true) : new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }
}
