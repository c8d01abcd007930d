package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose XML asks to read a file of this machine, or to call an address, are read without either. */
class ExternalEntitiesIT {

    private static final String SECRET = "secret-of-this-machine-" + System.nanoTime();

    @TempDir
    Path data;

    private final List<String> called = new CopyOnWriteArrayList<>();
    private HttpServer listener;
    private Blobs blobs;
    private Inspector inspector;
    private Pages pages;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        StorageFolders folders = StorageFolders.in(data);
        blobs = TestBlobs.in(folders);
        StorageProperties properties = TestBlobs.properties(java.time.Duration.ofSeconds(20));
        inspector = new Inspector(blobs, folders, properties);
        pages = new Pages(blobs, new MediaTypes(), folders, properties);
        secret = Files.writeString(data.resolve("secret.txt"), SECRET);
        listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        listener.createContext("/", exchange -> {
            called.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        inspector.close();
        pages.close();
    }

    private String outside() {
        return "http://127.0.0.1:%d/".formatted(listener.getAddress().getPort());
    }

    private String withEntities(String root, String body) {
        return """
                <?xml version="1.0"?><!DOCTYPE %s [<!ENTITY file SYSTEM "%s"><!ENTITY call SYSTEM "%sentity">
                <!ENTITY %% parameter SYSTEM "%sparameter"> %%parameter;]>%s
                """.formatted(root, secret.toUri(), outside(), outside(), body).strip();
    }

    private void assertHarmless(String name, byte[] file) throws Exception {
        String stored = TestBlobs.store(blobs, file);
        Inspection inspection = inspector.inspect(stored, name);
        assertThat(inspection.text()).as(name).doesNotContain(SECRET);
        try {
            pages.page(stored, inspection.mediaType(), 1, 416);
        } catch (NoPreview none) {
            // The best answer
        }
        assertThat(called).as("addresses called for " + name).isEmpty();
    }

    @Test
    void aWordFileReadsNothingAndCallsNobody() throws Exception {
        String xml = withEntities("d", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>
                &file;&call;</w:t></w:r></w:p></w:body></w:document>""");
        assertHarmless("minutes.docx", HostileFiles.word(out -> out.write(xml.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void norDoPicturesPagesAndPlainXml() throws Exception {
        String svg = withEntities("svg", """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
                <text>&file;&call;</text><image xlink:href="%spicture" width="9" height="9"/></svg>""".formatted(outside()));
        assertHarmless("picture.svg", svg.getBytes(StandardCharsets.UTF_8));
        assertHarmless("data.xml", withEntities("d", "<d>&file;&call;</d>").getBytes(StandardCharsets.UTF_8));
        String page = withEntities("html", """
                <html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="stylesheet" href="%1$sstyle"/></head>
                <body><p>&file;</p><img src="%1$simage"/><iframe src="%2$s"></iframe></body></html>""".formatted(outside(), secret.toUri()));
        assertHarmless("page.html", page.getBytes(StandardCharsets.UTF_8));
    }
}
