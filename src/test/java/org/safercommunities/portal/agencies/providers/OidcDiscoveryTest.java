package org.safercommunities.portal.agencies.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A discovery document is read, or it is said what its publisher has to put right. */
class OidcDiscoveryTest {

    private static final String KEYS = "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\"}]}";

    private final Map<String, String> documents = new HashMap<>();
    private final OidcDiscovery discovery = new OidcDiscovery(new OutsideDocuments(true));
    private HttpServer server;
    private String issuer;

    @BeforeEach
    void aProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/agency";
        server.createContext("/", exchange -> {
            byte[] text = documents
                    .getOrDefault(exchange.getRequestURI().getPath(), "<html>Sorry</html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            try (exchange;
                    var out = exchange.getResponseBody()) {
                out.write(text);
            }
        });
        server.start();
        publish(document -> document);
        documents.put("/agency/keys", KEYS);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void publish(UnaryOperator<String> change) {
        documents.put("/agency/.well-known/openid-configuration", change.apply("""
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/auth", "token_endpoint": "ISSUER/token",
                 "userinfo_endpoint": "ISSUER/me", "jwks_uri": "ISSUER/keys", "response_types_supported": ["code"],
                 "token_endpoint_auth_methods_supported": ["client_secret_post"]}
                """.replace("ISSUER", issuer)));
    }

    @Test
    void theDocumentIsFoundByItsAddressAndByTheIssuers() {
        ProviderFacts facts = discovery.read(issuer + "/.well-known/openid-configuration");
        assertThat(discovery.read(issuer + "/")).isEqualTo(facts);
        assertThat(facts.identity()).isEqualTo(issuer);
        assertThat(facts.settings())
                .containsEntry("authorizationUrl", issuer + "/auth")
                .containsEntry("tokenUrl", issuer + "/token")
                .containsEntry("userInfoUrl", issuer + "/me")
                .containsEntry("jwksUrl", issuer + "/keys")
                .containsEntry("clientAuthMethod", "client_secret_post");
    }

    @Test
    void whatIsWrongIsSaidInWordsToActOn() {
        assertThatThrownBy(() -> discovery.read(issuer + "/somewhere-else"))
                .hasMessageContaining("not a discovery document");
        publish(document -> document.replace("\"" + issuer + "\"", "\"https://login.kent.example\""));
        refuses("calls its issuer https://login.kent.example");
        publish(document -> document.replace("token_endpoint\"", "no_endpoint\""));
        refuses("does not name the token address");
        publish(document -> document.replace("[\"code\"]", "[\"id_token\"]"));
        refuses("authorisation code flow");
        publish(document -> document.replace("client_secret_post", "private_key_jwt"));
        refuses("no client secret");
        publish(document -> document);
        documents.put("/agency/keys", "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"enc\"}]}");
        refuses("publishes no key");
    }

    @Test
    void keycloakIsNotMadeToAskInsideEither() {
        for (String inside :
                new String[] {"https://169.254.169.254/token", "https://10.0.0.7/token", "http://kent.example/token"}) {
            publish(document -> document.replace(issuer + "/token", inside));
            refuses("is not a public https address");
        }
    }

    private void refuses(String because) {
        assertThatThrownBy(() -> discovery.read(issuer)).hasMessageContaining(because);
    }
}
