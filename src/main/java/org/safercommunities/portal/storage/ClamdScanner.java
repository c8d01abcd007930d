package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks ClamAV's clamd by its INSTREAM command. Whatever goes wrong, the file does not pass. */
final class ClamdScanner implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]/]+?)]?:(\\d{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PONG_WITHIN = Duration.ofSeconds(5);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 4 * 1024;

    private final String address;
    private final StorageProperties.Clamav settings;

    /** There was more than the scanner takes. */
    private static final class OverLimit extends IOException {
        private static final long serialVersionUID = 1L;
    }

    ClamdScanner(String address, StorageProperties.Clamav settings) {
        this.address = address;
        this.settings = settings;
        if (!address.startsWith("/") && !HOST_AND_PORT.matcher(address).matches()) {
            throw new IllegalArgumentException("PORTAL_CLAMD must be host:port or the path of a socket: " + address);
        }
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public boolean answers() {
        return said("PING").equals("PONG");
    }

    /** {@code ClamAV 1.4.6/27800/Thu Nov 26 09:00:00 2026}: the program, and number and day of the database of each day. */
    @Override
    public Optional<String> signatures() {
        return Optional.of(said("VERSION")).filter(words -> words.startsWith("ClamAV "));
    }

    /** Its answer to a short command; nothing when it does not answer at once. */
    private String said(String command) {
        CountDownLatch done = new CountDownLatch(1);
        try (SocketChannel clamd = open()) {
            Thread.ofVirtual().name("watch-clamd").start(() -> closeWhenLate(clamd, done, PONG_WITHIN));
            clamd.connect(socketAddress());
            write(clamd, ByteBuffer.wrap("z%s\0".formatted(command).getBytes(StandardCharsets.US_ASCII)));
            return reply(clamd);
        } catch (IOException | RuntimeException silent) {
            LOG.debug("The virus scanner at {} does not answer", address, silent);
            return "";
        } finally {
            done.countDown();
        }
    }

    @Override
    public ScanResult scan(InputStream content) {
        CountDownLatch done = new CountDownLatch(1);
        try (SocketChannel clamd = open()) {
            Thread.ofVirtual().name("watch-clamd").start(() -> closeWhenLate(clamd, done, settings.timeLimit()));
            clamd.connect(socketAddress());
            return verdict(ask(clamd, content));
        } catch (OverLimit tooLarge) {
            return ScanResult.tooLarge(settings.streamMax().toBytes());
        } catch (IOException | RuntimeException failed) {
            LOG.error("The virus scanner at {} does not answer: files wait meanwhile", address, failed);
            return ScanResult.failed();
        } finally {
            done.countDown();
        }
    }

    private SocketChannel open() throws IOException {
        return address.startsWith("/") ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    /** Looked up each time, for a scanner in a container changes its place. */
    private SocketAddress socketAddress() {
        Matcher host = HOST_AND_PORT.matcher(address);
        return host.matches()
                ? new InetSocketAddress(host.group(1), Integer.parseInt(host.group(2)))
                : UnixDomainSocketAddress.of(address);
    }

    private String ask(SocketChannel clamd, InputStream content) throws IOException {
        try {
            write(clamd, ByteBuffer.wrap(COMMAND));
            byte[] buffer = new byte[CHUNK];
            long sent = 0;
            int read;
            while ((read = readFully(content, buffer)) > 0) {
                sent += read;
                if (sent > settings.streamMax().toBytes()) {
                    throw new OverLimit();
                }
                write(
                        clamd,
                        ByteBuffer.allocate(Integer.BYTES + read)
                                .putInt(read)
                                .put(buffer, 0, read)
                                .flip());
            }
            write(clamd, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
        } catch (SendingFailed cutOff) {
            // clamd answers and hangs up when a file is over its own limit
            String reply = reply(clamd);
            if (reply.isEmpty()) {
                throw cutOff;
            }
            return reply;
        }
        return reply(clamd);
    }

    /** Tells trouble with the scanner from trouble with the file, which is not to be read on after either. */
    private static final class SendingFailed extends IOException {
        private static final long serialVersionUID = 1L;

        SendingFailed(IOException cause) {
            super(cause);
        }
    }

    private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                clamd.write(bytes);
            }
        } catch (IOException failed) {
            throw new SendingFailed(failed);
        }
    }

    private static int readFully(InputStream content, byte[] buffer) throws IOException {
        return content.readNBytes(buffer, 0, buffer.length);
    }

    private static String reply(SocketChannel clamd) throws IOException {
        ByteBuffer reply = ByteBuffer.allocate(LONGEST_REPLY);
        while (reply.hasRemaining() && clamd.read(reply) >= 0) {
            if (reply.position() > 0 && reply.get(reply.position() - 1) == 0) {
                break;
            }
        }
        return new String(reply.array(), 0, reply.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private ScanResult verdict(String reply) {
        Matcher found = FOUND.matcher(reply);
        if (found.matches()) {
            LOG.warn("The virus scanner found {}", found.group(1));
            return ScanResult.infected(found.group(1));
        }
        if (reply.equals("stream: OK")) {
            return new ScanResult(ScanResult.Verdict.CLEAN, "The virus scanner found nothing.");
        }
        if (reply.contains("size limit exceeded")) {
            return ScanResult.tooLarge(settings.streamMax().toBytes());
        }
        LOG.error("The virus scanner at {} answered: {}", address, reply);
        return ScanResult.failed();
    }

    private static void closeWhenLate(SocketChannel clamd, CountDownLatch done, Duration limit) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                clamd.close();
            }
        } catch (IOException alreadyClosed) {
            LOG.debug("The connection to clamd was closed already", alreadyClosed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
