package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    static final MailProperties SETTINGS = new MailProperties(
            "127.0.0.1",
            25,
            null,
            null,
            MailProperties.Tls.NONE,
            "no-reply@portal.example",
            "Safer Communities",
            "team@portal.example",
            2,
            new MailProperties.Many(2, 10, 0),
            new MailProperties.Dkim(null, "portal", null));

    private static Mail to(String address, String name, String subject, Map<String, String> headers) {
        return new Mail(address, name, subject, "<p>x</p>", "x", "test", null, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rowan",
                "rowan@",
                "@swale.example",
                "rowan@swale",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example,c@d.example",
                "<a@b.example>",
                "a b@c.example",
                "\"a\nb\"@c.example",
                "a@b.example>\r\nRCPT TO:<c@d.example",
                "röwan@swale.example",
                ".a@b.example",
                "a..b@c.example",
                "a@-b.example"
            })
    void whatIsNoPlainAddressIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> to(address, "", "s", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rowan@swale.example", "o'neil+x@a-b.c.example", "UPPER@Swale.Example"})
    void plainAddressesAreTaken(String address) {
        assertThat(to(address, "", "s", Map.of()).toAddress()).isEqualTo(address);
    }

    @Test
    void onlyHeadersThatMailToManyNeedMayBeSet() {
        assertThatIllegalArgumentException().isThrownBy(() -> to("a@b.example", "", "s", Map.of("Bcc", "c@d.example")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> to("a@b.example", "", "s", Map.of("List-Id", "x\r\nBcc: c@d.example")));
        assertThat(to("a@b.example", "", "s", Map.of("List-Id", "<x.portal.example>"))
                        .headers())
                .containsEntry("List-Id", "<x.portal.example>");
    }

    @Test
    void lineBreaksInNameAndSubjectBecomeNoHeaders() throws Exception {
        Mail mail = to(
                "a@b.example", "Eve\r\nBcc: c@d.example\u2028", "Hello\r\n\r\nX-Evil: 1\nBcc: d@e.example", Map.of());
        ClaimedMail claimed = new ClaimedMail(UUID.randomUUID(), mail, 1, 0, false);
        MimeForm form = MimeForm.of(claimed, SETTINGS, Session.getInstance(new Properties()), Clock.systemUTC());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        form.writeTo(bytes);
        String wire = bytes.toString(StandardCharsets.UTF_8);
        String head = wire.substring(0, wire.indexOf("\r\n\r\n"));
        assertThat(head.lines().map(line -> line.replaceFirst(":.*", "")))
                .doesNotContain("Bcc", "X-Evil")
                .contains("Subject", "To", "Message-ID");
        assertThat(form.getAllRecipients()).hasSize(1);
    }

    @Test
    void theMessageIdFollowsFromTheRow() throws Exception {
        ClaimedMail mail = new ClaimedMail(UUID.randomUUID(), to("a@b.example", "", "s", Map.of()), 1, 0, false);
        ClaimedMail again = new ClaimedMail(mail.id(), mail.mail(), 2, 0, true);
        Session session = Session.getInstance(new Properties());
        assertThat(MimeForm.of(mail, SETTINGS, session, Clock.systemUTC()).getMessageID())
                .isEqualTo("<" + mail.id() + "@portal.example>")
                .isEqualTo(
                        MimeForm.of(again, SETTINGS, session, Clock.systemUTC()).getMessageID());
    }

    @Test
    void longNamesAndSubjectsAreCutBetweenCharacters() {
        Mail mail = to("a@b.example", "😀".repeat(100), "😀".repeat(200), Map.of());
        assertThat(mail.toName()).hasSize(160).endsWith("😀");
        assertThat(mail.subject()).hasSize(250).endsWith("😀");
    }

    private static String calendarFile(String method) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:%s\r\nEND:VCALENDAR\r\n".formatted(method);
    }

    private static MimeMultipart sent(Mail mail) throws Exception {
        Session session = Session.getInstance(new Properties());
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        MimeForm.of(new ClaimedMail(UUID.randomUUID(), mail, 1, 0, false), SETTINGS, session, Clock.systemUTC())
                .writeTo(wire);
        return (MimeMultipart) new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray())).getContent();
    }

    @Test
    void anInvitationIsAFormOfTheMailAndAFile() throws Exception {
        Mail mail = to("a@b.example", "", "s", Map.of())
                .with(List.of(new CalendarPart(CalendarPart.Method.REQUEST, calendarFile("REQUEST"))));
        MimeMultipart mixed = sent(mail);
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        MimeMultipart forms = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(forms.getContentType()).startsWith("multipart/alternative");
        assertThat(forms.getCount()).isEqualTo(3);
        ContentType form = new ContentType(forms.getBodyPart(2).getContentType());
        assertThat(form.getBaseType()).isEqualTo("text/calendar");
        assertThat(form.getParameter("method")).isEqualTo("REQUEST");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(calendarFile("REQUEST"));
    }

    @Test
    void severalInvitationsAreFilesOnly() throws Exception {
        Mail mail = to("a@b.example", "", "s", Map.of())
                .with(List.of(
                        new CalendarPart(CalendarPart.Method.REQUEST, calendarFile("REQUEST")),
                        new CalendarPart(CalendarPart.Method.CANCEL, calendarFile("CANCEL"))));
        MimeMultipart mixed = sent(mail);
        assertThat(((MimeMultipart) mixed.getBodyPart(0).getContent()).getCount())
                .isEqualTo(2);
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite-1.ics");
        assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("invite-2.ics");
        assertThat(mixed.getBodyPart(2).getContentType()).contains("method=CANCEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n", "x\r\nMETHOD:REQUEST\r\n"})
    void whatIsNoCalendarFileOfItsMethodIsRefused(String content) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarPart(CalendarPart.Method.REQUEST, content));
    }
}
