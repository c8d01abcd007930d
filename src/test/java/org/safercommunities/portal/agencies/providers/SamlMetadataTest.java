package org.safercommunities.portal.agencies.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SAML provider's metadata are read without following anything in them. */
class SamlMetadataTest {

    private static String certificate;

    private final SamlMetadata saml = new SamlMetadata(new OutsideDocuments(true), Clock.systemUTC());

    @BeforeAll
    static void aCertificate(@TempDir Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("store.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "30",
                        "-dname",
                        "CN=agency",
                        "-alias",
                        "one",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (var in = Files.newInputStream(store)) {
            var keys = java.security.KeyStore.getInstance("PKCS12");
            keys.load(in, "changeit".toCharArray());
            certificate = Base64.getEncoder()
                    .encodeToString(keys.getCertificate("one").getEncoded());
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String metadata() {
        return """
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.kent.example/saml">
                  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <KeyDescriptor use="signing">
                      <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%s</X509Certificate></X509Data></KeyInfo>
                    </KeyDescriptor>
                    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="http://localhost:1/sso"/>
                  </IDPSSODescriptor>
                </EntityDescriptor>
                """.formatted(certificate);
    }

    @Test
    void keycloakGetsTheValues() {
        ProviderFacts facts = saml.read("metadata", metadata());
        assertThat(facts.identity()).isEqualTo("https://login.kent.example/saml");
        assertThat(facts.settings())
                .containsEntry("singleSignOnServiceUrl", "http://localhost:1/sso")
                .containsEntry("signingCertificate", certificate)
                .doesNotContainKey("metadataDescriptorUrl");
        assertThat(facts.keysUntil()).isNotNull();
    }

    @Test
    void whatIsWrongIsSaidInWordsToActOn() {
        refuses("this is no XML", "not SAML metadata");
        refuses("<html/>", "not SAML metadata");
        refuses(metadata().replace("IDPSSODescriptor", "SPSSODescriptor"), "not something that signs people in");
        refuses(metadata().replace("use=\"signing\"", "use=\"encryption\""), "no certificate");
        refuses(metadata().replace("HTTP-Redirect", "SOAP"), "no page to sign in at");
        refuses(
                metadata().replace("http://localhost:1/sso", "http://169.254.169.254/sso"),
                "not a public https address");
        refuses(metadata().replace("entityID=", "validUntil=\"2020-01-01T00:00:00Z\" entityID="), "ended on 2020");
        refuses(metadata().replace(certificate, "AAAA"), "cannot be read");
        SamlMetadata later =
                new SamlMetadata(new OutsideDocuments(true), Clock.offset(Clock.systemUTC(), Duration.ofDays(60)));
        assertThatThrownBy(() -> later.read("metadata", metadata())).hasMessageContaining("has expired");
    }

    @Test
    void entitiesAreNeitherReadNorFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        refuses(
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"
                        + metadata().replace("https://login.kent.example/saml", "&secret;"),
                "not SAML metadata");
        refuses("<!DOCTYPE x SYSTEM \"" + address + "/x.dtd\">" + metadata(), "not SAML metadata");
        refuses("<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address + "/p\"> %p;]>" + metadata(), "not SAML metadata");
        server.stop(0);
        assertThat(asked).hasValue(0);
    }

    private void refuses(String xml, String because) {
        assertThatThrownBy(() -> saml.read("metadata", xml)).hasMessageContaining(because);
    }
}
