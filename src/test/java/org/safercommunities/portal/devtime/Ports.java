package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {

    private Ports() {}

    /** A port nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no free port left", e);
        }
    }

    /** Whether somebody listens on it, on any address of this machine. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether the system keeps it for root, as it does with the low ones. */
    static boolean isForbidden(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Permission denied");
        }
    }

    /** The wished port when it is free, else any free one: for ports that nobody types. */
    public static int freeNear(int wished) {
        return isTaken(wished) ? free() : wished;
    }
}
