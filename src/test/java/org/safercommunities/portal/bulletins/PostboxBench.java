package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.bench.bulletin.DkimWitness;
import org.safercommunities.portal.bench.bulletin.RealPostbox;
import org.safercommunities.portal.devtime.PortalProcess;
import org.safercommunities.portal.notifications.DeliveryCounts;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.PortalWithoutPages;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A bulletin from the whole portal through a real Postfix into a real Dovecot, read there by IMAP: its headers, its signature as
 * another tool sees it, and the way out.
 */
public final class PostboxBench implements Benchmark {

    private static final int READERS = 5;
    private static final String MISSING = "missing";
    private static final String STOPS = "r1";
    private static final String ONLY_LOOKS = "r2";
    private static final String FROM = "portal.example";

    private final Results.Part report = new Results.Part();

    @Override
    public void run(List<String> arguments) throws Exception {
        List<String> readers =
                IntStream.rangeClosed(1, READERS).mapToObj(i -> "r" + i).toList();
        Path folder = Files.createDirectories(PortalServices.folder().resolve("postbox"));
        try (DkimWitness witness = new DkimWitness(folder, FROM, "bench");
                RealPostbox postbox = new RealPostbox(readers)) {
            Map<String, String> variables = new LinkedHashMap<>(PortalServices.variables());
            variables.put("PORTAL_DATA", folder.resolve("portal").toString());
            variables.put("PORTAL_SMTP_PORT", String.valueOf(postbox.smtpPort()));
            variables.put("PORTAL_MAIL_FROM", "no-reply@" + FROM);
            variables.put("PORTAL_DKIM_KEY_FILE", witness.key().toString());
            variables.put("PORTAL_DKIM_SELECTOR", "bench");
            Files.createDirectories(folder.resolve("portal").resolve("log"));
            try (PortalProcess portal = new PortalProcess(
                    folder.resolve("portal"),
                    Integer.parseInt(variables.get("PORTAL_PORT")),
                    System.getProperty("portal.classpath"),
                    List.of("-Xmx512m", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"),
                    variables)) {
                portal.launch();
                portal.awaitReady();
                Map<String, String> own = new LinkedHashMap<>(variables);
                own.put("PORTAL_DATA", folder.resolve("office").toString());
                own.put("logging.level.root", "warn");
                try (ConfigurableApplicationContext office = PortalWithoutPages.start(own)) {
                    look(office, postbox, witness, readers);
                }
            }
        }
        new Results("postbox", "A bulletin through a real Postfix and Dovecot").keep("What was seen", report);
    }

    private void look(
            ConfigurableApplicationContext office, RealPostbox postbox, DkimWitness witness, List<String> readers)
            throws Exception {
        BulletinWorld world = new BulletinWorld(office);
        office.getBean(SubscriberDomains.class).allow(RealPostbox.DOMAIN, world.editor);
        Stream.concat(readers.stream(), Stream.of(MISSING))
                .forEach(name -> office.getBean(Subscribers.class)
                        .add(
                                new SubscriberEntry(name + "@" + RealPostbox.DOMAIN, "Rowan Weald"),
                                null,
                                SubscriptionChoice.everything(),
                                "Asked",
                                world.editor));
        report.say("`./portal bench bulletin-postbox`, %s. %s", LocalDate.now(), witness.tools());
        report.say("");
        report.say("| what | seen |");
        report.say("|---|---|");

        DeliveryCounts first = sent(world);
        assertThat(first.sent()).isEqualTo(READERS);
        assertThat(first.bounced()).isEqualTo(1);
        row("A bulletin to %d readers and to an address that Postfix does not know".formatted(READERS), words(first));
        for (String reader : readers) {
            Eventually.holds(() -> assertThat(count(postbox, reader)).isEqualTo(1));
            headers(world, reader, postbox.mails(reader).getFirst());
        }
        headersSeen(postbox.mails(STOPS).getFirst());
        for (String reader : readers) {
            assertThat(witness.verifies(postbox.mails(reader).getFirst())).isTrue();
        }
        row("DKIM, verified by dkimpy", "all %d pass".formatted(READERS));
        String mail = new String(postbox.mails(STOPS).getFirst(), StandardCharsets.ISO_8859_1);
        for (String changed : List.of(
                mail.replace("List-Unsubscribe: <http", "List-Unsubscribe: <ftp"), mail.replace("News", "Olds"))) {
            assertThat(changed).isNotEqualTo(mail);
            assertThat(witness.verifies(changed.getBytes(StandardCharsets.ISO_8859_1)))
                    .isFalse();
        }
        row("the same with another List-Unsubscribe, or another word in the body", "fail");
        leave(office, postbox);

        DeliveryCounts second = sent(world);
        assertThat(second.sent()).isEqualTo(READERS - 1);
        assertThat(second.suppressed()).isEqualTo(1);
        for (String reader : readers) {
            int mails = reader.equals(STOPS) ? 1 : 2;
            Eventually.holds(() -> assertThat(count(postbox, reader)).isEqualTo(mails));
        }
        row("The next bulletin: all but the one who left; the unknown address left out", words(second));
        report.say("");
        report.say("The head of one of the mails as it lies there:");
        report.say("");
        report.say("    %s", head(mail).replace("\r\n", "\n    "));
    }

    private static DeliveryCounts sent(BulletinWorld world) {
        UUID bulletin = world.writing.begin(
                new BulletinPlan(
                        "December e-bulletin",
                        BulletinKind.E_BULLETIN,
                        "Safer Communities – December",
                        new BulletinAudience(
                                BulletinKind.E_BULLETIN, true, Set.of(), Set.of(), Set.of(), Set.of(), null),
                        Blocks.of(
                                new Block.Heading("News"),
                                new Block.Text("Dear {{name}},\n\nNews – *as ever* – from Kent: £5 for “all”."),
                                new Block.Button("https://portal.example/", "Read it")),
                        false),
                world.editor);
        world.order(bulletin);
        world.itsTimeHasCome(bulletin);
        Eventually.holds(() ->
                assertThat(world.delivery.counts(bulletin, world.editor).over()).isTrue());
        DeliveryCounts counts = world.delivery.counts(bulletin, world.editor);
        assertThat(counts.addUp()).isTrue();
        return counts;
    }

    private static int count(RealPostbox postbox, String reader) {
        try {
            return postbox.mails(reader).size();
        } catch (Exception notYet) {
            throw new AssertionError(notYet);
        }
    }

    private static MimeMessage message(byte[] mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private static void headers(BulletinWorld world, String reader, byte[] bytes) throws Exception {
        MimeMessage mail = message(bytes);
        String address = reader + "@" + RealPostbox.DOMAIN;
        String id = world.jdbc
                .sql("SELECT reference, recipient_key FROM mail WHERE to_address = ? AND state = 'SENT'")
                .param(address)
                .query((row, number) -> UUID.nameUUIDFromBytes(
                                (row.getString("reference") + "\n" + row.getString("recipient_key"))
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString())
                .single();
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@" + FROM + ">");
        assertThat(mail.getHeader("From")).containsExactly("Safer Communities <no-reply@" + FROM + ">");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("portal@kcst.example"));
        assertThat(mail.getHeader("To")).containsExactly("Rowan Weald <" + address + ">");
        assertThat(mail.getSubject()).isEqualTo("Safer Communities – December");
        assertThat(mail.getHeader("Return-Path")).containsExactly("<no-reply@" + FROM + ">");
        assertThat(mail.getHeader("List-Id")).containsExactly("Safer Communities e-bulletin <e-bulletin." + FROM + ">");
        assertThat(mail.getHeader("List-Unsubscribe")[0])
                .matches("<" + PortalServices.portalUrl() + "/unsubscribe/\\S+>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        for (int part = 0; part < 2; part++) {
            assertThat((String) parts.getBodyPart(part).getContent()).contains("from Kent: £5 for “all”", "Dear Rowan");
        }
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).lines())
                .allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c < 128));
    }

    private void headersSeen(byte[] bytes) throws Exception {
        MimeMessage mail = message(bytes);
        for (String header : List.of(
                "From", "Reply-To", "Message-ID", "List-Id", "List-Unsubscribe-Post", "Content-Type", "Return-Path")) {
            row(header, "`" + mail.getHeader(header)[0].replaceAll("\\s+", " ") + "`");
        }
        row(
                "List-Unsubscribe",
                "`" + mail.getHeader("List-Unsubscribe")[0].replaceAll("(/unsubscribe/.{6}).*", "$1…>`"));
        row("the Message-ID", "follows from issue and recipient, reckoned anew from the outbox");
        row(
                "Parts",
                "text/plain and text/html, no attachment; both with the reader's name; lines below 998, all ASCII");
    }

    /** One looks at the page, which changes nothing; the other leaves by the POST of RFC 8058, as a mail program does. */
    private void leave(ConfigurableApplicationContext office, RealPostbox postbox) throws Exception {
        SubscriberRows rows = office.getBean(SubscriberRows.class);
        HttpResponse<String> page =
                answer(way(postbox, ONLY_LOOKS), HttpRequest.newBuilder().GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(ended(rows, ONLY_LOOKS)).isFalse();
        row("GET of List-Unsubscribe", "a page; nothing has changed");
        HttpResponse<String> gone = answer(
                way(postbox, STOPS),
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(ended(rows, STOPS)).isTrue();
        row("POST of `List-Unsubscribe=One-Click` to it, without cookies", "200; unsubscribed");
    }

    private static boolean ended(SubscriberRows rows, String name) {
        return rows.ofAddress(name + "@" + RealPostbox.DOMAIN).orElseThrow().endedBy() != null;
    }

    private static URI way(RealPostbox postbox, String reader) throws Exception {
        String header = message(postbox.mails(reader).getFirst()).getHeader("List-Unsubscribe")[0];
        return URI.create(header.substring(1, header.length() - 1));
    }

    private static HttpResponse<String> answer(URI address, HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.uri(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String words(DeliveryCounts counts) {
        return "%d in the audience: %d sent, %d bounced, %d left out"
                .formatted(counts.audience(), counts.sent(), counts.bounced(), counts.suppressed());
    }

    private void row(String what, String seen) {
        report.say("| %s | %s |", what, seen);
    }

    private static String head(String mail) {
        return mail.substring(0, mail.indexOf("\r\n\r\n")).replaceAll("(/unsubscribe/.{6})[^>]*", "$1…");
    }
}
