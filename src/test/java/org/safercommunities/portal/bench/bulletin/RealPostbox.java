package org.safercommunities.portal.bench.bulletin;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.safercommunities.portal.bench.Programs;
import org.safercommunities.portal.devtime.Ports;
import org.springframework.util.FileSystemUtils;

/**
 * Postfix and Dovecot as Debian has them, with a configuration of their own in a folder of their own, on this machine only: Postfix
 * takes mail for one domain and hands it to Dovecot, which keeps it for IMAP. Nothing leaves the machine. Both need root.
 */
public final class RealPostbox implements AutoCloseable {

    public static final String DOMAIN = "postbox.example";

    private static final String PASSWORD = "only-on-this-machine";
    private static final String MAIN = """
            compatibility_level = 3.6
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            maillog_file = %1$s/postfix.log
            maillog_file_prefixes = %1$s
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            myhostname = mail.%2$s
            mydestination =
            alias_maps =
            alias_database =
            virtual_mailbox_domains = %2$s
            virtual_mailbox_maps = inline:{ %3$s }
            virtual_transport = lmtp:inet:127.0.0.1:%4$d
            default_transport = error:nothing leaves this machine
            relay_transport = error:nothing leaves this machine
            """;
    private static final String MASTER = """
            127.0.0.1:%d inet n - n - - smtpd
            cleanup   unix  n - n - 0 cleanup
            qmgr      unix  n - n 300 1 qmgr
            rewrite   unix  - - n - - trivial-rewrite
            bounce    unix  - - n - 0 bounce
            defer     unix  - - n - 0 bounce
            trace     unix  - - n - 0 bounce
            verify    unix  - - n - 1 verify
            proxymap  unix  - - n - - proxymap
            error     unix  - - n - - error
            retry     unix  - - n - - error
            discard   unix  - - n - - discard
            lmtp      unix  - - n - - lmtp
            anvil     unix  - - n - 1 anvil
            scache    unix  - - n - 1 scache
            postlog   unix-dgram n - n - 1 postlogd
            """;
    private static final String DOVECOT = """
            base_dir = %1$s/run
            state_dir = %1$s/run
            log_path = %1$s/dovecot.log
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:%1$s/mail/%%n
            first_valid_uid = 1
            passdb {
              driver = static
              args = password=%4$s
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home=%1$s/mail/%%n allow_all_users=yes
            }
            service imap-login {
              inet_listener imap {
                port = %2$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = %3$d
              }
            }
            """;

    private final Path folder;
    private final int smtpPort = Ports.free();
    private final int imapPort = Ports.free();
    private final int lmtpPort = Ports.free();
    private final List<String> postfix;
    private final Process dovecot;

    /**
     * @param names of those in the domain who have a mailbox
     * @throws IOException when Postfix or Dovecot is not there, or does not start
     */
    public RealPostbox(Collection<String> names) throws IOException {
        String postfixProgram = Programs.need("postfix", "postfix");
        String dovecotProgram = Programs.need("dovecot", "dovecot-imapd dovecot-lmtpd");
        if (!System.getProperty("user.name").equals("root")) {
            throw new IOException("Postfix and Dovecot are started by root only");
        }
        // Short, for the names of sockets, and open for the accounts that their parts run under
        folder = Files.createTempDirectory("postbox");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = Files.createDirectories(folder.resolve("postfix"));
        String mailboxes = names.stream()
                .map(name -> "{ %s@%s = %s }".formatted(name, DOMAIN, name))
                .collect(Collectors.joining(", "));
        Files.writeString(settings.resolve("main.cf"), MAIN.formatted(folder, DOMAIN, mailboxes, lmtpPort));
        Files.writeString(settings.resolve("master.cf"), MASTER.formatted(smtpPort));
        own(Files.createDirectories(folder.resolve("data")), "postfix");
        Files.createDirectories(folder.resolve("queue"));
        own(Files.createDirectories(folder.resolve("mail")), "mail");
        Path conf = Files.writeString(
                folder.resolve("dovecot.conf"), DOVECOT.formatted(folder, imapPort, lmtpPort, PASSWORD));
        dovecot = start(List.of(dovecotProgram, "-F", "-c", conf.toString()));
        postfix = List.of(postfixProgram, "-c", settings.toString());
        try {
            await(lmtpPort);
            await(imapPort);
            run("start");
            await(smtpPort);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** The mails of one mailbox, byte for byte, the first first. */
    public List<byte[]> mails(String name) throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, name, PASSWORD);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<byte[]> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                ByteArrayOutputStream mail = new ByteArrayOutputStream();
                message.writeTo(mail);
                mails.add(mail.toByteArray());
            }
            inbox.close();
            return mails;
        }
    }

    private static void own(Path path, String user) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
    }

    private void run(String what) throws IOException {
        List<String> command = new ArrayList<>(postfix);
        command.add(what);
        try {
            Process process = start(command);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(
                        "postfix " + what + " failed:\n" + Files.readString(folder.resolve("output.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void await(int port) throws IOException {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new IOException("Nothing answers:\n" + Files.readString(folder.resolve("output.log")));
    }

    @Override
    public void close() throws IOException {
        try {
            run("stop");
        } finally {
            dovecot.destroy();
            dovecot.onExit().join();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
