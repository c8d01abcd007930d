package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we sign, Apache James verifies. */
class DkimSignerTest {

    @TempDir
    static Path folder;

    private static KeyPair keys;
    private static MailProperties settings;

    @BeforeAll
    static void key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        settings = settings(file.toString());
    }

    private static MailProperties settings(String keyFile) {
        return SendingNode.settings(25, 1, 1, 0, new MailProperties.Dkim("portal.example", "spring", keyFile));
    }

    private static byte[] wire(WireMail mail) {
        byte[] head = (mail.head() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + mail.body().length);
        System.arraycopy(mail.body(), 0, whole, head.length, mail.body().length);
        return whole;
    }

    private static List<SignatureRecord> verified(byte[] mail) throws Exception {
        PublicKeyRecordRetriever key = (method, selector, token) -> {
            assertThat(selector + "._domainkey." + token).isEqualTo("spring._domainkey.portal.example");
            return List.of("v=DKIM1; k=rsa; p="
                    + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        };
        return new DKIMVerifier(key).verify(new ByteArrayInputStream(mail));
    }

    private static WireMail ofMany() throws Exception {
        CompiledForm form = new CompiledForm(UUID.randomUUID(), BatchWorld.FORM, settings);
        BatchMail mail = new BatchMail(
                UUID.randomUUID(),
                "rowan@swale.example",
                "Rowan Wéald-of-a-very-long-and-much-folded Name ".repeat(3),
                "swale.example",
                UUID.randomUUID(),
                Map.of("name", "Grüße an Rowan", "link", "https://portal.example/?r=1"),
                1,
                0,
                false);
        return form.fill(mail, Instant.now(), "portal.example");
    }

    @Test
    void mailToManyIsSignedWithItsWayToUnsubscribe() throws Exception {
        WireMail signed = DkimSigner.of(settings).signed(ofMany(), Instant.now());
        List<SignatureRecord> records = verified(wire(signed));
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().getDToken().toString()).isEqualTo("portal.example");
        assertThat(records.getFirst().getHeaders().stream().map(Object::toString))
                .contains("from", "subject", "list-unsubscribe", "list-unsubscribe-post", "message-id");
        assertThat(signed.head().lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void aPersonsOwnMailIsSignedToo() throws Exception {
        Mail mail = Mail.personal("rowan@swale.example", "Rowan", "s", "<p>x</p>\n\n", "x\ny\n\n\n", "test", null);
        MimeForm form = MimeForm.of(
                new ClaimedMail(UUID.randomUUID(), mail, 1, 0, false),
                settings,
                Session.getInstance(new Properties()),
                Clock.systemUTC());
        WireMail signed = DkimSigner.of(settings).signed(WireMail.of("rowan@swale.example", form), Instant.now());
        assertThat(verified(wire(signed))).hasSize(1);
    }

    @Test
    void whatIsChangedOnTheWayIsNoticed() throws Exception {
        WireMail signed = DkimSigner.of(settings).signed(ofMany(), Instant.now());
        String mail = new String(wire(signed), StandardCharsets.ISO_8859_1);
        for (String changed : List.of(
                mail.replace("<p>x</p>", "<p>y</p>"),
                mail.replace("Subject: ", "Subject: Re: "),
                mail.replace("List-Unsubscribe: <https", "List-Unsubscribe: <http"))) {
            assertThat(changed).isNotEqualTo(mail);
            assertThatThrownBy(() -> verified(changed.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(FailException.class);
        }
    }

    @Test
    void theLibraryForThisMachineSignsAsTheJdkDoes() throws Exception {
        boolean itsMachine = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        Provider quickest = RsaSeal.quickest();
        assertThat(quickest.getName()).isEqualTo(itsMachine ? "AmazonCorrettoCryptoProvider" : "SunRsaSign");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.getPrivate();
        byte[] text = "from:no-reply@portal.example\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(RsaSeal.by(quickest, key).under(text))
                .isEqualTo(RsaSeal.by(RsaSeal.ofTheJdk(), key).under(text));
        assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
    }

    @Test
    void anUnusableKeyIsAnErrorAndNoKeyIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("no-key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        assertThatThrownBy(() -> DkimSigner.of(settings(file.toString()))).hasMessageContaining("PORTAL_DKIM_KEY_FILE");
        assertThatThrownBy(() -> DkimSigner.of(settings("/nowhere"))).hasMessageContaining("PORTAL_DKIM_KEY_FILE");
        assertThat(DkimSigner.of(settings(""))).isNull();
    }
}
