package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkIT {

    @Test
    void mailIsKeptReadableAndGoesNowhereElse(@TempDir Path folder) throws Exception {
        try (MailSink sink = MailSink.writingTo(folder, Ports.free());
                MailPage page = new MailPage(folder, Ports.free())) {
            send(sink.port(), "Your place <is> booked");
            MailSink.Received mail = sink.await(one -> one.subject().contains("booked"), Duration.ofSeconds(10));
            assertThat(mail.recipient()).isEqualTo("practitioner@dover.example");
            assertThat(folder).isDirectoryContaining("glob:**.eml");
            assertThat(get(page.url())).contains("Your place &lt;is&gt; booked");
        }
    }

    private static void send(int port, String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@safer-communities.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("practitioner@dover.example"));
        message.setSubject(subject, "UTF-8");
        message.setText("Welcome", "UTF-8");
        Transport.send(message);
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
