package org.safercommunities.portal.bench.booking;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between a portal and its database, passes everything on, and notes the statements on the way: the bare loop runs
 * exactly what a booking runs, whatever that will be next year.
 */
final class RecordedStatements implements AutoCloseable {

    private static final int COM_QUERY = 3;

    /** One statement, and the connection it came by. */
    record Statement(int connection, String text) {}

    private final ServerSocket door;
    private final int database;
    private final List<Statement> seen = new ArrayList<>();

    RecordedStatements(int database) throws IOException {
        this.database = database;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** What has come by since the last time this was asked. */
    synchronized List<Statement> take() {
        List<Statement> all = List.copyOf(seen);
        seen.clear();
        return all;
    }

    private void serve() {
        int number = 0;
        try {
            while (true) {
                Socket portal = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                portal.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                int connection = number++;
                Thread.ofVirtual().start(() -> pass(portal, server, connection));
                Thread.ofVirtual().start(() -> copy(server, portal));
            }
        } catch (IOException closed) {
            // the recording is over
        }
    }

    private void pass(Socket portal, Socket server, int connection) {
        try (portal;
                server) {
            DataInputStream in = new DataInputStream(portal.getInputStream());
            OutputStream out = server.getOutputStream();
            byte[] head = new byte[4];
            while (true) {
                in.readFully(head);
                int length = (head[0] & 255) | (head[1] & 255) << 8 | (head[2] & 255) << 16;
                byte[] body = in.readNBytes(length);
                if (head[3] == 0 && length > 1 && body[0] == COM_QUERY) {
                    note(new Statement(connection, new String(body, 1, length - 1, StandardCharsets.UTF_8)));
                }
                out.write(head);
                out.write(body);
                out.flush();
            }
        } catch (IOException over) {
            // one of them has hung up
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException over) {
            // one of them has hung up
        }
    }

    private synchronized void note(Statement statement) {
        seen.add(statement);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
