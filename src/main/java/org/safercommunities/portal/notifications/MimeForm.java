package org.safercommunities.portal.notifications;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** A mail as it goes over the wire: plain text and HTML as alternatives, and a Message-ID that follows from the row's id. */
final class MimeForm extends MimeMessage {

    /** On a mail that may have arrived before. */
    static final String SENT_AGAIN = "X-Sent-Again";

    static final String SENT_AGAIN_BECAUSE = "yes; a mail with this Message-ID may have arrived before";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // Without being told, the mail API looks through every archive of the portal for it, several times for each
        // mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final String messageId;

    private MimeForm(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** The same for every time this mail is sent, so that a double can be told. */
    static String messageId(UUID mail, String domain) {
        return "<" + mail + "@" + domain + ">";
    }

    @SuppressWarnings("JavaUtilDate") // what the mail API takes
    static MimeForm of(ClaimedMail claimed, MailProperties settings, Session session, Clock clock)
            throws MessagingException {
        Mail mail = claimed.mail();
        MimeForm form = new MimeForm(session, messageId(claimed.id(), settings.domain()));
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
            form.setHeader(SENT_AGAIN, SENT_AGAIN_BECAUSE);
        }
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            form.setHeader(header.getKey(), header.getValue());
        }
        form.setContent(content(mail));
        form.saveChanges();
        return form;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /**
     * A calendar entry goes twice, as mail programs expect: as a third form of the mail, which Outlook and Gmail take up, and as
     * a file, which the others open. Several go as files only, for a program takes up one entry a mail.
     */
    private static MimeMultipart content(Mail mail) throws MessagingException {
        List<CalendarPart> entries = mail.calendar();
        MimeMultipart alternatives = alternatives(mail);
        if (entries.isEmpty()) {
            return alternatives;
        }
        if (entries.size() == 1) {
            alternatives.addBodyPart(calendar(entries.getFirst()));
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives);
        MimeMultipart mixed = new MimeMultipart("mixed", words);
        for (int i = 0; i < entries.size(); i++) {
            MimeBodyPart file = calendar(entries.get(i));
            file.setDisposition(Part.ATTACHMENT);
            file.setFileName(entries.size() == 1 ? "invite.ics" : "invite-%d.ics".formatted(i + 1));
            mixed.addBodyPart(file);
        }
        return mixed;
    }

    private static MimeBodyPart calendar(CalendarPart entry) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(entry.content().getBytes(StandardCharsets.UTF_8), entry.contentType())));
        // Lines may be long, and their ends are part of the format
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
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
