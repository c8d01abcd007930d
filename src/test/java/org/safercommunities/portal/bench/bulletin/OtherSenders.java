package org.safercommunities.portal.bench.bulletin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bench.Programs;
import org.safercommunities.portal.devtime.Ports;

/** Postfix's sink and source, and nodemailer: whom the portal is measured against. Each may be missing. */
final class OtherSenders implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final String NODEMAILER = """
            const nodemailer = require('nodemailer');
            const [port, count, size] = process.argv.slice(2, 5).map(Number);
            const key = process.argv[5];
            const item = '<tr><td align="left" style="font-size:16px;padding:8px 24px"><p>What partners have done – and next. </p></td></tr>\\n';
            const html = item.repeat(Math.ceil(size * 0.78 / item.length));
            const text = 'A line of the newsletter’s text.\\n'.repeat(90);
            const pool = nodemailer.createTransport(
              {host: '127.0.0.1', port, pool: true, maxConnections: 4, maxMessages: Infinity, secure: false, ignoreTLS: true,
               ...(key ? {dkim: {domainName: 'portal.example', keySelector: 'bench', privateKey: require('fs').readFileSync(key)}} : {})});
            const send = i => pool.sendMail({from: 'no-reply@portal.example', to: `r${i}@swale.example`, subject: `News for Rowan ${i}`,
              text: `Dear Rowan ${i},\\n${text}`, html: `<p>Dear Rowan ${i},</p><table>${html}</table>`,
              headers: {'List-Unsubscribe': `<https://portal.example/?r=${i}>`}});
            async function run(from, to) {
              let next = from;
              await Promise.all(Array.from({length: 16}, async () => { while (next < to) { await send(next++); } }));
            }
            (async () => {
              await run(0, Math.min(500, count / 4));
              const began = process.hrtime.bigint();
              await run(0, count);
              console.log(Number(process.hrtime.bigint() - began) / 1e9);
              pool.close();
            })().catch(e => { console.error(e); process.exit(1); });
            """;

    private final int port = Ports.free();
    private final Process sink;

    /** @throws IOException when there is no Postfix */
    OtherSenders() throws IOException {
        List<String> command = new ArrayList<>(List.of(Programs.need("smtp-sink", "postfix")));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "500"));
        sink = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitSink();
    }

    int port() {
        return port;
    }

    ProcessHandle sink() {
        return sink.toHandle();
    }

    /**
     * What a sender of theirs reached.
     *
     * @param perSecond mails a second
     * @param milliseconds of a processor that it took itself for each
     */
    record Reached(double perSecond, double milliseconds) {}

    /** Postfix's own source, four connections at once. */
    Reached source(int mails, int size) throws Exception {
        double spent = Spent.byChildren();
        long began = System.nanoTime();
        Process source = new ProcessBuilder(
                        Programs.need("smtp-source", "postfix"),
                        "-d",
                        "-s",
                        String.valueOf(CONNECTIONS),
                        "-l",
                        String.valueOf(size),
                        "-m",
                        String.valueOf(mails),
                        "-f",
                        "no-reply@portal.example",
                        "-t",
                        "rowan@swale.example",
                        "127.0.0.1:" + port)
                .inheritIO()
                .start();
        if (source.waitFor() != 0) {
            throw new IOException("smtp-source failed");
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Reached(mails / seconds, (Spent.byChildren() - spent) * 1000 / mails);
    }

    /**
     * Nodemailer with its pool of four; empty when there is no npm or it cannot be fetched.
     *
     * @param key what it signs with (DKIM), if it is to
     */
    Optional<Reached> nodemailer(Path folder, int mails, int size, @Nullable Path key) throws Exception {
        Optional<String> npm = Programs.find("npm");
        Optional<String> node = Programs.find("node");
        if (npm.isEmpty() || node.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("send.js"), NODEMAILER);
        if (!Files.isDirectory(folder.resolve("node_modules/nodemailer"))) {
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            Process install = new ProcessBuilder(npm.get(), "install", "--no-audit", "--no-fund", "nodemailer")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            if (!install.waitFor(3, TimeUnit.MINUTES) || install.exitValue() != 0) {
                install.destroyForcibly();
                return Optional.empty();
            }
        }
        double spent = Spent.byChildren();
        Process sending = new ProcessBuilder(
                        node.get(),
                        "send.js",
                        String.valueOf(port),
                        String.valueOf(mails),
                        String.valueOf(size),
                        key == null ? "" : key.toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String seconds = new String(sending.getInputStream().readAllBytes()).strip();
        if (sending.waitFor() != 0) {
            throw new IOException("nodemailer failed");
        }
        // Its warming up is some 500 mails more, which it is not charged with
        return Optional.of(new Reached(
                mails / Double.parseDouble(seconds),
                (Spent.byChildren() - spent) * 1000 / (mails + Math.min(500, mails / 4))));
    }

    private void awaitSink() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        throw new IOException("smtp-sink does not answer");
    }

    @Override
    public void close() {
        sink.destroy();
    }
}
