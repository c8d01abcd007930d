package org.safercommunities.portal.devtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Shows the mails in a folder, newest first, to a browser on this machine. Nothing can be changed or sent. */
final class MailPage implements AutoCloseable {

    private static final int SHOWN = 200;
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final HttpServer server;

    MailPage(Path folder, int port) {
        this.folder = PrivateFiles.folder(folder);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail page cannot use port " + port, e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            // A page of another site must not reach this one through a name of its own for the loopback address
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            if (!host.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?")) {
                send(exchange, 403, "Only localhost");
            } else if (name.isEmpty()) {
                send(exchange, 200, page("Mail", list()));
            } else if (files().stream()
                    .anyMatch(file -> file.getFileName().toString().equals(name))) {
                send(exchange, 200, page("Mail", mail(folder.resolve(name))));
            } else {
                send(exchange, 404, page("Not found", "<p>There is no such mail.</p>"));
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .toList();
        }
    }

    private String list() throws IOException, MessagingException {
        StringBuilder rows = new StringBuilder();
        for (Path file : files()) {
            MimeMessage message = parse(file);
            rows.append("<tr><td>%s<td><a href=\"/%s\">%s</a><td>%s"
                    .formatted(
                            escaped(String.valueOf(message.getSentDate())),
                            escaped(file.getFileName().toString()),
                            escaped(String.valueOf(message.getSubject())),
                            escaped(String.valueOf(message.getHeader("To", ", ")))));
        }
        return rows.isEmpty()
                ? "<p>No mail yet. What the portal and Keycloak send appears here and goes nowhere else.</p>"
                : "<table><tr><th>Sent<th>Subject<th>To" + rows + "</table>";
    }

    private static String mail(Path file) throws IOException, MessagingException {
        MimeMessage message = parse(file);
        String html = text(message, "text/html");
        String plain = text(message, "text/plain");
        // A sandbox without scripts; links open in a page of their own
        String shown = html.isEmpty()
                ? ""
                : "<iframe title=\"As the reader sees it\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\""
                        + escaped("<base target=\"_blank\">" + html) + "\"></iframe>";
        return "<p><a href=\"/\">All mail</a><h2>%s</h2><p>From %s<br>To %s%s<h3>Text</h3><pre>%s</pre>"
                .formatted(
                        escaped(String.valueOf(message.getSubject())),
                        escaped(String.valueOf(message.getHeader("From", ", "))),
                        escaped(String.valueOf(message.getHeader("To", ", "))),
                        shown,
                        linked(escaped(plain)));
    }

    private static String text(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = text(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static MimeMessage parse(Path file) throws IOException, MessagingException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new MimeMessage(SESSION, bytes);
        }
    }

    private static String page(String title, String body) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
                <style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
                td,th{text-align:left;padding:.3rem .8rem .3rem 0;vertical-align:top}
                iframe{width:100%%;height:60vh;border:1px solid;background:#fff;color-scheme:light}pre{white-space:pre-wrap}</style>
                <h1>Mail sink</h1>%s</html>
                """.formatted(title, body);
    }

    private static String linked(String text) {
        return text.replaceAll("(https?://[^\\s<&]+(?:&amp;[^\\s<&]+)*)", "<a href=\"$1\" target=\"_blank\">$1</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
