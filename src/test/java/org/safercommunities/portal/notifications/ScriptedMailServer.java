package org.safercommunities.portal.notifications;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A mail server that does what a test tells it to at one point of the conversation, once or always: answer with a code, or
 * drop the connection. Otherwise it takes every mail and remembers it.
 */
final class ScriptedMailServer implements AutoCloseable {

    enum Point {
        GREETING,
        SENDER,
        RECIPIENT,
        DATA,
        HALF_OF_CONTENT,
        FINAL_DOT,
        TAKEN_BUT_UNANSWERED
    }

    /** Instead of a reply: the connection ends. */
    static final String DROP = "";

    /** Instead of a reply: nothing, and the connection stays. */
    static final String SILENCE = "…";

    private final ServerSocket server;
    private final boolean pipelining;
    private final List<String> mails = new ArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private volatile Consumer<String> taken = mail -> {};
    private Optional<Point> point = Optional.empty();
    private String reply = DROP;
    private int times;
    private int greeted;

    ScriptedMailServer() throws IOException {
        this(0, false);
    }

    ScriptedMailServer(int port, boolean pipelining) throws IOException {
        this.pipelining = pipelining;
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("smtp://127.0.0.1:" + server.getLocalPort());
    }

    synchronized void at(Point where, String what, int howOften) {
        point = Optional.of(where);
        reply = what;
        times = howOften;
    }

    /** Answers so to recipients of a domain, or as usual when there is no reply. */
    void to(String domain, String what) {
        if (what.isEmpty()) {
            refusals.remove(domain);
        } else {
            refusals.put(domain, what);
        }
    }

    /** What is done with each mail between its final dot and the answer. */
    void onTaken(Consumer<String> what) {
        taken = what;
    }

    /** The whole of each mail that was taken, in order. */
    synchronized List<String> mails() {
        return List.copyOf(mails);
    }

    List<String> messageIds() {
        return mails().stream()
                .map(mail -> mail.lines()
                        .filter(line -> line.startsWith("Message-ID: "))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** How often somebody has connected and was answered, in whatever way. */
    synchronized int greeted() {
        return greeted;
    }

    private synchronized Optional<String> scripted(Point here) {
        greeted += here == Point.GREETING ? 1 : 0;
        if (point.isPresent() && point.get() == here && times > 0) {
            times--;
            return Optional.of(reply);
        }
        return Optional.empty();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter out =
                        new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8))) {
            if (!say(out, Point.GREETING, "220 ready")) {
                return;
            }
            boolean recipient = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                boolean goOn;
                if (command.startsWith("MAIL")) {
                    goOn = say(out, Point.SENDER, "250 sender fine");
                } else if (command.startsWith("RCPT")) {
                    String refusal = refusals.get(line.substring(line.indexOf('@') + 1, line.indexOf('>')));
                    String answer = scripted(Point.RECIPIENT).orElse(refusal == null ? "250 recipient fine" : refusal);
                    recipient = answer.startsWith("2");
                    goOn = reply(out, answer) && !answer.startsWith("421");
                } else if (command.equals("DATA")) {
                    goOn = data(in, out, recipient);
                    recipient = false;
                } else if (command.startsWith("EHLO") && pipelining) {
                    goOn = reply(out, "250-fine\r\n250 PIPELINING");
                } else if (command.equals("QUIT")) {
                    reply(out, "221 bye");
                    return;
                } else {
                    reply(out, "250 fine");
                    goOn = true;
                }
                if (!goOn) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The portal hung up
        }
    }

    /** Without a recipient it waits for the mail all the same, as servers may, and then has nobody to give it to. */
    private boolean data(BufferedReader in, BufferedWriter out, boolean recipient) throws IOException {
        Optional<String> refusal = scripted(Point.DATA);
        if (refusal.isPresent()) {
            return reply(out, refusal.get());
        }
        reply(out, "354 go on");
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
            if (mail.length() > 300 && scripted(Point.HALF_OF_CONTENT).isPresent()) {
                return false;
            }
        }
        if (!recipient) {
            return reply(out, "554 no recipient");
        }
        Optional<String> atDot = scripted(Point.FINAL_DOT);
        if (atDot.isPresent()) {
            return reply(out, atDot.get());
        }
        synchronized (this) {
            mails.add(mail.toString());
        }
        taken.accept(mail.toString());
        return say(out, Point.TAKEN_BUT_UNANSWERED, "250 2.0.0 taken");
    }

    private boolean say(BufferedWriter out, Point where, String usual) throws IOException {
        return reply(out, scripted(where).orElse(usual));
    }

    private static boolean reply(BufferedWriter out, String line) throws IOException {
        if (line.equals(DROP)) {
            return false;
        }
        if (line.equals(SILENCE)) {
            return true;
        }
        out.write(line + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
