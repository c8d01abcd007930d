package org.safercommunities.portal.agencies.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.InvalidEntry;

/** What can be made the portal fetch by an address in a form, and what cannot. */
class OutsideDocumentsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void somethingListensInside() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/document", 200, "{}".getBytes(StandardCharsets.UTF_8));
        answer("/large", 200, new byte[3_000_000]);
        answer("/missing", 404, new byte[0]);
        server.createContext("/elsewhere", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("Location", address("/document").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, byte[] body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (exchange;
                    var out = exchange.getResponseBody()) {
                out.write(body);
            } catch (IOException cutOff) {
                // Whoever asked has had enough
            }
        });
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:%d/document",
                "https://localhost:%d/document",
                "https://[::1]:%d/document",
                "https://[::ffff:127.0.0.1]:%d/document",
                "https://127.1:%d/document",
                "https://0.0.0.0:%d/document",
                "https://10.0.0.1:%d/document",
                "https://169.254.169.254:%d/latest/meta-data/",
                "http://127.0.0.1:%d/document",
                "http://localhost:%d/document",
                "ftp://127.0.0.1:%d/document",
                "file:///etc/passwd#%d",
                "https://user:password@127.0.0.1:%d/document"
            })
    void nothingInsideIsAsked(String address) {
        OutsideDocuments strict = new OutsideDocuments(false);
        URI inside = URI.create(address.formatted(server.getAddress().getPort()));
        assertThatThrownBy(() -> strict.fetch("address", inside))
                .isInstanceOfSatisfying(
                        InvalidEntry.class,
                        refused -> assertThat(refused.field()).isEqualTo("address"));
        assertThatThrownBy(() -> strict.check("address", inside, "token address"))
                .isInstanceOf(InvalidEntry.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void inTheDemonstrationThisMachineMayBeAsked() {
        assertThat(new OutsideDocuments(true).fetch("address", address("/document")))
                .isEqualTo("{}");
    }

    @Test
    void aNameIsLookedUpOnceAndThatIsWhereTheConnectionGoes() {
        AtomicInteger lookedUp = new AtomicInteger();
        OutsideDocuments rebinding = new OutsideDocuments(
                true, host -> InetAddress.getAllByName(lookedUp.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1"));
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/document");
        assertThat(rebinding.fetch("address", address)).isEqualTo("{}");
        assertThat(lookedUp).hasValue(1);
        assertThatThrownBy(() -> rebinding.fetch("address", address))
                .hasMessageContaining("not an address on the public");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aNameThatAlsoLeadsInsideIsNotAsked() {
        OutsideDocuments strict = new OutsideDocuments(false, host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")});
        URI address =
                URI.create("https://login.kent.example:" + server.getAddress().getPort() + "/document");
        assertThatThrownBy(() -> strict.fetch("address", address)).hasMessageContaining("not an address on the public");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThatThrownBy(() -> new OutsideDocuments(true).fetch("address", address("/elsewhere")))
                .hasMessageContaining("leads on to another");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        assertThatThrownBy(() -> new OutsideDocuments(true).fetch("address", address("/large")))
                .hasMessageContaining("too large");
    }

    @Test
    void itIsSaidWhatIsWrong() {
        OutsideDocuments demonstration = new OutsideDocuments(true);
        assertThatThrownBy(() -> demonstration.fetch("address", address("/missing")))
                .hasMessageContaining("answers 404");
        assertThatThrownBy(() -> demonstration.fetch("address", URI.create("https://no-such-server.invalid/x")))
                .hasMessageContaining("no server called no-such-server.invalid");
        assertThatThrownBy(() -> demonstration.fetch("address", URI.create("http://kent.example/x")))
                .hasMessageContaining("https://");
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(() -> demonstration.fetch("address", URI.create("http://127.0.0.1:" + port + "/document")))
                .hasMessageContaining("cannot be reached");
    }
}
