package org.safercommunities.portal.bench.bulletin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safercommunities.portal.bench.Programs;

/**
 * Verifies signatures with dkimpy, Debian's python3-dkim. There is no DNS for our domain: openssl takes the public key out of the
 * private one, and dkimpy is told it where it would ask for the TXT record.
 */
public final class DkimWitness implements AutoCloseable {

    private static final String PROGRAM = """
            import dkim, sys
            record, name = sys.argv[1].encode(), sys.argv[2].encode()
            def ask(asked, timeout=5):
                return record if asked.rstrip(b'.') == name else None
            sys.exit(0 if dkim.verify(sys.stdin.buffer.read(), dnsfunc=ask) else 1)
            """;

    private final String python;
    private final Path key;
    private final String name;
    private final String record;

    /** Makes a key, too. */
    public DkimWitness(Path folder, String domain, String selector) throws IOException {
        // Debian's own: another may come first on the path, without dkimpy
        python = Files.isExecutable(Path.of("/usr/bin/python3"))
                ? "/usr/bin/python3"
                : Programs.need("python3", "python3-dkim");
        String openssl = Programs.need("openssl", "openssl");
        key = folder.resolve("dkim.pem");
        name = selector + "._domainkey." + domain;
        run(List.of(
                openssl, "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key.toString()));
        String publicKey = run(List.of(openssl, "pkey", "-in", key.toString(), "-pubout"));
        record = "v=DKIM1; k=rsa; p=" + publicKey.replaceAll("-----[A-Z ]+-----|\\s", "");
        run(List.of(python, "-c", "import dkim"));
    }

    /** Private, as the portal's PORTAL_DKIM_KEY_FILE names it. */
    public Path key() {
        return key;
    }

    public boolean verifies(byte[] mail) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python, "-c", PROGRAM, record, name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(mail);
        }
        return process.waitFor() == 0;
    }

    /** What was used, in words. */
    public String tools() throws IOException {
        String dkimpy =
                run(List.of(python, "-c", "import importlib.metadata as m; print(m.version('dkimpy'), end='')"));
        String postfix = run(List.of(Programs.need("postconf", "postfix"), "-d", "-h", "mail_version"))
                .strip();
        String dovecot = run(List.of(Programs.need("dovecot", "dovecot-imapd"), "--version"))
                .strip();
        return "Postfix %s, Dovecot %s, dkimpy %s. There is no DNS for the sender's domain: the public key was taken out of the private one by openssl and given to dkimpy as the answer to %s."
                .formatted(postfix, dovecot, dkimpy, name);
    }

    private static String run(List<String> command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(key);
    }
}
