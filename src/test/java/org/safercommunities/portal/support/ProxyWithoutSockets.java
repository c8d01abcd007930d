package org.safercommunities.portal.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy before a portal of this machine, such as agencies have: everything passes except WebSockets. */
public final class ProxyWithoutSockets implements AutoCloseable {

    /** What it does with a WebSocket. */
    public enum Manner {
        ANSWERS_400,
        ANSWERS_403,
        ANSWERS_502,
        CLOSES,
        /** The browser gets no answer at all. */
        NEVER_ANSWERS,
        /** The handshake passes, and then nothing. */
        DROPS_WHAT_FOLLOWS
    }

    private static final int LONGEST_HEAD = 32_768;

    private final ServerSocket door;
    private final int portal;
    private final Manner manner;
    private final boolean noLongPollingEither;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sockets = new AtomicInteger();

    public ProxyWithoutSockets(int portal, Manner manner) {
        this(portal, manner, false);
    }

    private ProxyWithoutSockets(int portal, Manner manner, boolean noLongPollingEither) {
        this.portal = portal;
        this.manner = manner;
        this.noLongPollingEither = noLongPollingEither;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::admit);
    }

    /** Lets no push through, of whatever kind. */
    public static ProxyWithoutSockets noPushAtAll(int portal) {
        return new ProxyWithoutSockets(portal, Manner.ANSWERS_403, true);
    }

    public String url() {
        return "http://localhost:" + door.getLocalPort() + "/";
    }

    /** How many WebSockets browsers have asked for. */
    public int socketsAskedFor() {
        return sockets.get();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                open.add(browser);
                Thread.ofVirtual().start(() -> serve(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket browser) {
        try (browser;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), portal)) {
            open.add(server);
            byte[] head = head(browser.getInputStream());
            if (words(head, head.length).contains("upgrade: websocket")) {
                sockets.incrementAndGet();
                block(browser, server, head);
            } else {
                Thread.ofVirtual().start(() -> pass(server, browser));
                passRequests(browser, server, head);
            }
        } catch (IOException over) {
            // One side left
        }
    }

    private void block(Socket browser, Socket server, byte[] head) throws IOException {
        switch (manner) {
            case ANSWERS_400 -> answer(browser, "400 Bad Request");
            case ANSWERS_403 -> answer(browser, "403 Forbidden");
            case ANSWERS_502 -> answer(browser, "502 Bad Gateway");
            case CLOSES -> browser.shutdownOutput();
            case NEVER_ANSWERS -> browser.getInputStream().transferTo(OutputStream.nullOutputStream());
            case DROPS_WHAT_FOLLOWS -> {
                server.getOutputStream().write(head);
                browser.getOutputStream().write(head(server.getInputStream()));
                browser.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void answer(Socket browser, String status) throws IOException {
        browser.getOutputStream()
                .write("HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .formatted(status)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Looks at each request, not only at the first, for browsers use a connection again. */
    private void passRequests(Socket browser, Socket server, byte[] first) throws IOException {
        byte[] buffer = Arrays.copyOf(first, LONGEST_HEAD);
        int length = first.length;
        while (length >= 0 && !(noLongPollingEither && words(buffer, length).contains("transport=long-polling"))) {
            server.getOutputStream().write(buffer, 0, length);
            length = browser.getInputStream().read(buffer);
        }
    }

    private static String words(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException over) {
            // One side left
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        byte[] head = new byte[LONGEST_HEAD];
        int length = 0;
        while (length < 4 || !new String(head, length - 4, 4, StandardCharsets.ISO_8859_1).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || length == LONGEST_HEAD) {
                throw new IOException("no request");
            }
            head[length++] = (byte) next;
        }
        return Arrays.copyOf(head, length);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
