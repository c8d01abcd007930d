package org.safercommunities.portal.notifications;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lets the mail library send a mail that is put together already: to build it again takes most of the time of sending. */
final class WireForm extends MimeMessage {

    private final WireMail mail;

    WireForm(Session session, WireMail mail) {
        super(session);
        this.mail = mail;
        saved = true;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        out.write(mail.head().getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
        out.write(mail.body());
    }
}
