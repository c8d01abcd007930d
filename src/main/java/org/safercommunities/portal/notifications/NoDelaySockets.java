package org.safercommunities.portal.notifications;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send what they are given at once. Otherwise each mail waits 40 ms while the two ends wait for one another
 * (Nagle's algorithm and delayed acknowledgement). A mail goes out in one piece instead of many of eight kilobytes.
 */
final class NoDelaySockets extends SocketFactory {

    private static final int PIECE = 65_536;

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Gathering();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Hands on what it is given when it is flushed, which the mail library does after each command and each mail. */
    private static final class Gathering extends Socket {

        private @Nullable OutputStream out;

        @Override
        public synchronized OutputStream getOutputStream() throws IOException {
            OutputStream gathering = out;
            if (gathering == null) {
                gathering = new BufferedOutputStream(super.getOutputStream(), PIECE);
                out = gathering;
            }
            return gathering;
        }
    }
}
