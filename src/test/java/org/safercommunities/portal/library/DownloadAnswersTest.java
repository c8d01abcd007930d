package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.storage.BlobRef;
import org.safercommunities.portal.storage.FolderBlobs;
import org.safercommunities.portal.storage.MediaTypes;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What callers get of a file who have a part of it, or all, already; over HTTP and HTTPS from a real server. */
@SuppressWarnings("NullAway.Init")
class DownloadAnswersTest {

    private static final int SIZE = 300_000;
    private static final byte[] CONTENT = new byte[SIZE];
    private static final AtomicBoolean SENT_BY_KERNEL = new AtomicBoolean();
    private static final String PASSWORD = "of-this-test";

    @TempDir
    private static Path folder;

    private static StoredFile stored;
    private static Downloads downloads;
    private static Tomcat tomcat;
    private static Connector secure;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        new Random(7).nextBytes(CONTENT);
        FolderBlobs blobs = new FolderBlobs(folder.resolve("files"), DataSize.ofMegabytes(10), DataSize.ofMegabytes(1));
        BlobRef ref = blobs.store(new ByteArrayInputStream(CONTENT));
        stored = new StoredFile(ref.sha256(), ref.size(), "all of it.bin", "application/octet-stream");
        downloads = justTheBytes(blobs);
        KeyStore keys = keys();
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        secure = secureConnector(keys);
        tomcat.getService().addConnector(secure);
        Context context = tomcat.addContext("", folder.toString());
        AnnotationConfigWebApplicationContext beans = new AnnotationConfigWebApplicationContext();
        beans.register(Class.forName("org.safercommunities.portal.storage.FileAnswer"), Exit.class);
        Tomcat.addServlet(context, "exit", new DispatcherServlet(beans)).setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "exit");
        tomcat.start();
        client = HttpClient.newBuilder().sslContext(trusting(keys)).build();
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.stop();
        client.close();
    }

    /** Who may have them is not asked here, so nobody is there to be asked. */
    @SuppressWarnings("NullAway")
    private static Downloads justTheBytes(FolderBlobs blobs) {
        return new Downloads(null, null, null, blobs, new MediaTypes(), Clock.systemUTC());
    }

    private static KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "one",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor(1, TimeUnit.MINUTES)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static Connector secureConnector(KeyStore keys) {
        Connector connector = new Connector("HTTP/1.1");
        connector.setPort(0);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(keys);
        certificate.setCertificateKeystorePassword(PASSWORD);
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        return connector;
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("one", keys.getCertificate("one"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<byte[]> ask(boolean tls, String method, String... headers)
            throws IOException, InterruptedException {
        SENT_BY_KERNEL.set(false);
        int port = (tls ? secure : tomcat.getConnector()).getLocalPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create((tls ? "https" : "http") + "://localhost:" + port + "/content"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static void assertBytes(HttpResponse<byte[]> answer, int from, int to) {
        assertThat(header(answer, "content-length")).isEqualTo(Integer.toString(to - from));
        assertThat(Arrays.equals(answer.body(), Arrays.copyOfRange(CONTENT, from, to)))
                .isTrue();
    }

    private static String etag() {
        return "\"" + stored.sha256() + "\"";
    }

    /** 49,152 bytes are the least that the kernel is asked to send. */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1, false",
        "bytes=0-49150, 0, 49151, false",
        "bytes=0-49151, 0, 49152, true",
        "bytes=0-299999, 0, 300000, true",
        "bytes=0-300000, 0, 300000, true",
        "bytes=250848-, 250848, 300000, true",
        "bytes=250849-, 250849, 300000, false",
        "bytes=299999-, 299999, 300000, false",
        "bytes=299999-299999, 299999, 300000, false",
        "bytes=-1, 299999, 300000, false",
        "bytes=-300000, 0, 300000, true",
        "bytes=-300001, 0, 300000, true",
    })
    void rangesAtTheEdgesAreExact(String range, int from, int to, boolean byKernel) throws Exception {
        for (boolean tls : new boolean[] {false, true}) {
            HttpResponse<byte[]> answer = ask(tls, "GET", "Range", range);
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(header(answer, "content-range")).isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, SIZE));
            assertBytes(answer, from, to);
            assertThat(SENT_BY_KERNEL.get()).isEqualTo(byKernel && !tls);
        }
    }

    @Test
    void beyondTheEndIsRefusedAndNothingSent() throws Exception {
        for (boolean tls : new boolean[] {false, true}) {
            HttpResponse<byte[]> answer = ask(tls, "GET", "Range", "bytes=300000-");
            assertThat(answer.statusCode()).isEqualTo(416);
            assertThat(header(answer, "content-range")).isEqualTo("bytes */300000");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void underTlsAllOfItIsCopiedAndTheSame() throws Exception {
        assertBytes(ask(true, "GET"), 0, SIZE);
        assertThat(SENT_BY_KERNEL).isFalse();
        assertBytes(ask(false, "GET"), 0, SIZE);
        assertThat(SENT_BY_KERNEL).isTrue();
    }

    @Test
    void whoHasItAlreadyIsSentNothing() throws Exception {
        for (String tags : new String[] {etag(), "W/" + etag(), "\"another\", " + etag()}) {
            HttpResponse<byte[]> same = ask(false, "GET", "If-None-Match", tags);
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(header(same, "etag")).isEqualTo(etag());
            assertThat(same.body()).isEmpty();
            assertThat(SENT_BY_KERNEL).isFalse();
        }
        assertThat(ask(false, "HEAD", "If-None-Match", etag()).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> other = ask(false, "GET", "If-None-Match", "\"another\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertBytes(other, 0, SIZE);
        assertThat(SENT_BY_KERNEL).isTrue();
    }

    @Test
    void whoHasAPartOfTheSameFileGetsTheRestAndOfAnotherAllOfIt() throws Exception {
        for (boolean tls : new boolean[] {false, true}) {
            HttpResponse<byte[]> rest = ask(tls, "GET", "Range", "bytes=100000-", "If-Range", etag());
            assertThat(rest.statusCode()).isEqualTo(206);
            assertBytes(rest, 100_000, SIZE);
            assertThat(SENT_BY_KERNEL.get()).isEqualTo(!tls);

            HttpResponse<byte[]> all = ask(tls, "GET", "Range", "bytes=100000-", "If-Range", "\"another\"");
            assertThat(all.statusCode()).isEqualTo(200);
            assertThat(header(all, "accept-ranges")).isEqualTo("bytes");
            assertThat(header(all, "etag")).isEqualTo(etag());
            assertBytes(all, 0, SIZE);
        }
    }

    @Test
    void whoAsksForTheHeadLearnsTheLengthAndNothingIsSent() throws Exception {
        for (boolean tls : new boolean[] {false, true}) {
            HttpResponse<byte[]> whole = ask(tls, "HEAD");
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(header(whole, "content-length")).isEqualTo("300000");
            assertThat(header(whole, "accept-ranges")).isEqualTo("bytes");
            assertThat(header(whole, "content-disposition")).startsWith("attachment");
            assertThat(whole.body()).isEmpty();
            assertThat(SENT_BY_KERNEL).isFalse();
            // The connection is still in order
            assertBytes(ask(tls, "GET"), 0, SIZE);
        }
    }

    /** Stands for the exits of the portal, and sees whether Tomcat was handed the file. */
    @RestController
    @EnableWebMvc
    static class Exit implements WebMvcConfigurer {

        @GetMapping("/content")
        ResponseEntity<Resource> content(HttpServletRequest request) throws IOException {
            return downloads.bytes(stored, false, Downloads.Request.of(request));
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                @Override
                public void afterCompletion(
                        HttpServletRequest request,
                        HttpServletResponse response,
                        Object handler,
                        @Nullable Exception failure) {
                    if (request.getAttribute("org.apache.tomcat.sendfile.filename") != null) {
                        SENT_BY_KERNEL.set(true);
                    }
                }
            });
        }
    }
}
