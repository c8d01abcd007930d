package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The same answers whether the kernel sends the file or it is copied, over HTTP from two real servers. */
@SuppressWarnings("NullAway.Init")
class FileAnswerTest {

    private static final int SIZE = 16_000_000;
    private static final byte[] CONTENT = new byte[SIZE];
    private static final AtomicBoolean SENT_BY_KERNEL = new AtomicBoolean();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Tomcat offering;
    private static Tomcat copying;

    @BeforeAll
    static void start() throws Exception {
        new Random(5).nextBytes(CONTENT);
        Files.write(folder.resolve("file"), CONTENT);
        offering = server(true);
        copying = server(false);
    }

    @AfterAll
    static void stop() throws Exception {
        offering.stop();
        copying.stop();
        CLIENT.close();
    }

    private static Tomcat server(boolean sendfile) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat-" + sendfile).toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("useSendfile", Boolean.toString(sendfile));
        Context context = tomcat.addContext("", folder.toString());
        AnnotationConfigWebApplicationContext beans = new AnnotationConfigWebApplicationContext();
        beans.register(FileAnswer.class, Exit.class);
        Tomcat.addServlet(context, "exit", new DispatcherServlet(beans)).setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "exit");
        tomcat.start();
        return tomcat;
    }

    private static <T> HttpResponse<T> ask(
            Tomcat server, String method, String path, @Nullable String range, HttpResponse.BodyHandler<T> body)
            throws Exception {
        SENT_BY_KERNEL.set(false);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getConnector().getLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (range != null) {
            request.header("Range", range);
        }
        return CLIENT.send(request.build(), body);
    }

    private static Map<String, Object> headers(HttpResponse<?> answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, -, 200, 0, 16000000, true",
                "GET, bytes=100000-300000, 206, 100000, 300001, true",
                "GET, bytes=15000000-99999999, 206, 15000000, 16000000, true",
                "GET, bytes=-150000, 206, 15850000, 16000000, true",
                "GET, bytes=7-8, 206, 7, 9, false",
                "GET, bytes=16000000-, 416, 0, 0, false",
                "HEAD, -, 200, 0, 0, false",
                "HEAD, bytes=100000-300000, 206, 0, 0, false",
            })
    void answersAlikeWithTheKernelAndWithout(
            String method, @Nullable String range, int status, int from, int to, boolean byKernel) throws Exception {
        HttpResponse<byte[]> copied = ask(copying, method, "/file", range, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(SENT_BY_KERNEL).isFalse();
        HttpResponse<byte[]> sent = ask(offering, method, "/file", range, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(SENT_BY_KERNEL.get()).isEqualTo(byKernel);
        assertThat(sent.statusCode()).isEqualTo(status).isEqualTo(copied.statusCode());
        assertThat(headers(sent)).isEqualTo(headers(copied)).containsKey("accept-ranges");
        byte[] expected = Arrays.copyOfRange(CONTENT, from, to);
        assertThat(Arrays.equals(sent.body(), expected)).isTrue();
        assertThat(Arrays.equals(copied.body(), expected)).isTrue();
    }

    @Test
    void severalRangesComeInParts() throws Exception {
        HttpResponse<byte[]> answer =
                ask(offering, "GET", "/file", "bytes=0-99999,200000-299999", HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("multipart/byteranges");
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .contains(new String(CONTENT, 0, 100_000, StandardCharsets.ISO_8859_1))
                .contains(new String(CONTENT, 200_000, 100_000, StandardCharsets.ISO_8859_1));
        assertThat(SENT_BY_KERNEL).isFalse();
    }

    @Test
    void aFileDeletedWhileItIsSentArrivesWhole() throws Exception {
        Path passing = Files.write(folder.resolve("passing"), CONTENT);
        HttpResponse<InputStream> answer =
                ask(offering, "GET", "/passing", null, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] first = in.readNBytes(1);
            Files.delete(passing);
            byte[] rest = in.readAllBytes();
            assertThat(first[0]).isEqualTo(CONTENT[0]);
            assertThat(Arrays.equals(rest, Arrays.copyOfRange(CONTENT, 1, SIZE)))
                    .isTrue();
        }
        assertThat(SENT_BY_KERNEL).isTrue();
    }

    /** Stands for the exits of the portal, and sees whether Tomcat was handed the file. */
    @RestController
    @EnableWebMvc
    static class Exit implements WebMvcConfigurer {

        @GetMapping("/{name}")
        ResponseEntity<Resource> file(HttpServletRequest request) {
            return ResponseEntity.ok()
                    .eTag("\"one\"")
                    .header("Content-Security-Policy", "sandbox")
                    .body(new FileSystemResource(
                            folder.resolve(request.getRequestURI().substring(1))));
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
                    if (request.getAttribute(FileAnswer.FILE) != null) {
                        SENT_BY_KERNEL.set(true);
                    }
                }
            });
        }
    }
}
