package org.safercommunities.portal.bench.download;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file out over HTTP, one time after the other on one connection, and does as little as can be done with it: its bytes go from the
 * kernel into the same buffer again and again.
 */
final class Taker implements AutoCloseable {

    private static final int BUFFER = 512 * 1024;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    Taker(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** @param firstByte nanoseconds until the answer began */
    record Taken(long bytes, long firstByte) {}

    /**
     * @param headers each with its line end
     * @throws IOException when the answer is not 200, or is cut short
     */
    Taken take(String path, String headers) throws IOException {
        return take(path, headers, null);
    }

    Taken take(String path, String headers, @Nullable MessageDigest digest) throws IOException {
        long firstByte = firstByte(path, headers);
        int body = body();
        while (body < 0) {
            more();
            body = body();
        }
        long length = length(body);
        long left = length - (buffer.position() - body);
        if (digest != null) {
            digest.update(buffer.duplicate().flip().position(body));
        }
        while (left > 0) {
            buffer.clear().limit((int) Math.min(BUFFER, left));
            left -= more();
            if (digest != null) {
                digest.update(buffer.duplicate().flip());
            }
        }
        return new Taken(length, firstByte);
    }

    /** Asks, and waits until the answer begins. @return nanoseconds */
    long firstByte(String path, String headers) throws IOException {
        byte[] request = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(path, headers)
                .getBytes(StandardCharsets.US_ASCII);
        long asked = System.nanoTime();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
        buffer.clear();
        more();
        return System.nanoTime() - asked;
    }

    private int more() throws IOException {
        int read = channel.read(buffer);
        if (read < 0) {
            throw new EOFException("the answer was cut short");
        }
        return read;
    }

    /** @return where it begins; -1 when the head is not all there */
    private int body() {
        for (int at = 0; at <= buffer.position() - END_OF_HEAD.length; at++) {
            int same = 0;
            while (same < END_OF_HEAD.length && buffer.get(at + same) == END_OF_HEAD[same]) {
                same++;
            }
            if (same == END_OF_HEAD.length) {
                return at + same;
            }
        }
        return -1;
    }

    private long length(int body) throws IOException {
        byte[] bytes = new byte[body];
        buffer.get(0, bytes);
        String head = new String(bytes, StandardCharsets.US_ASCII);
        Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        if (!head.startsWith("HTTP/1.1 200") || !length.find()) {
            throw new IOException("an answer that is no file: " + head);
        }
        return Long.parseLong(length.group(1));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
