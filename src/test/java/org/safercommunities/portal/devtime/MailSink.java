package org.safercommunities.portal.devtime;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes every mail and delivers none: it keeps them in memory and, when it has a folder, one file per recipient there.
 * It listens on the loopback address only.
 */
public final class MailSink implements AutoCloseable {

    private static final int KEPT_IN_MEMORY = 5000;
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final GreenMail server;
    private final @Nullable Path folder;
    private final List<Received> received = new ArrayList<>();
    private final AtomicInteger counter = new AtomicInteger();

    /** A mail as it came: to whom it was addressed on the envelope, and its content. */
    public record Received(Instant at, String recipient, String subject, MimeMessage message) {}

    private MailSink(int port, @Nullable Path folder) {
        this.folder = folder;
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    /** Starts a sink that keeps mail in memory only. */
    public static MailSink inMemory(int port) {
        return new MailSink(port, null).start();
    }

    /** Starts a sink that also writes each mail as {@code .eml} into the folder. */
    public static MailSink writingTo(Path folder, int port) {
        return new MailSink(port, PrivateFiles.folder(folder)).start();
    }

    private MailSink start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** What has come so far, oldest first; the oldest are forgotten beyond a few thousand. */
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** Waits until a mail like this has come. */
    public Received await(Predicate<Received> wanted, Duration patience) {
        Instant end = Instant.now().plus(patience);
        synchronized (received) {
            while (true) {
                var found = received.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    throw new AssertionError("No such mail came within " + patience.toSeconds() + " s; there are "
                            + received.stream()
                                    .map(mail -> mail.recipient() + ": " + mail.subject())
                                    .toList());
                }
                try {
                    received.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Forgets everything in memory; files stay. */
    public void clear() {
        synchronized (received) {
            received.clear();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser keep(MovingMessage envelope, MailAddress recipient) throws MessagingException {
        MimeMessage message = new MimeMessage(envelope.getMessage());
        String subject = message.getSubject() == null ? "" : message.getSubject();
        Received mail = new Received(Instant.now(), recipient.getEmail(), subject, message);
        if (folder != null) {
            write(folder, mail);
        }
        synchronized (received) {
            received.add(mail);
            if (received.size() > KEPT_IN_MEMORY) {
                received.removeFirst();
            }
            received.notifyAll();
        }
        return new NoMailbox(recipient.getEmail());
    }

    private void write(Path folder, Received mail) throws MessagingException {
        String recipient = mail.recipient().replaceAll("[^A-Za-z0-9@._-]", "_");
        String name = FILE_TIME.format(mail.at()) + "-%04d-".formatted(counter.incrementAndGet() % 10_000) + recipient;
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            mail.message().writeTo(bytes);
            Files.write(folder.resolve(name + ".eml"), bytes.toByteArray());
        } catch (IOException e) {
            throw new MessagingException("Cannot keep the mail in " + folder, e);
        }
    }

    /** Where GreenMail would keep a copy: nowhere, since the sink has it. */
    private record NoMailbox(String email) implements GreenMailUser {

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }
    }
}
