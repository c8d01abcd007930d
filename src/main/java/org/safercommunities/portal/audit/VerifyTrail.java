package org.safercommunities.portal.audit;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Checks an audit trail from the command line; reads, and changes nothing. The database comes from {@code PORTAL_DB_URL},
 * {@code PORTAL_DB_USER} and {@code PORTAL_DB_PASSWORD}, the heads from {@code PORTAL_AUDIT_HEADS} or {@code --heads FILE}. Status 0
 * when all is as it was written, 1 when not, 2 when it could not be looked at.
 */
public final class VerifyTrail {

    private VerifyTrail() {}

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.getenv()));
    }

    /** The same, with the variables given; the status to end with. */
    public static int run(List<String> arguments, Map<String, String> variables) {
        if (!arguments.isEmpty()
                && !(arguments.size() == 2 && arguments.getFirst().equals("--heads"))) {
            System.err.println("Usage: audit verify [--heads FILE]");
            return 2;
        }
        String url = variables.getOrDefault("PORTAL_DB_URL", "");
        if (url.isBlank()) {
            System.err.println("PORTAL_DB_URL does not say where the database is.");
            return 2;
        }
        Path heads = Path.of(
                arguments.isEmpty()
                        ? variables.getOrDefault(
                                "PORTAL_AUDIT_HEADS",
                                variables.getOrDefault("PORTAL_DATA", ".portal") + "/audit/heads.jsonl")
                        : arguments.getLast());
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(
                url,
                variables.getOrDefault("PORTAL_DB_USER", "portal"),
                variables.getOrDefault("PORTAL_DB_PASSWORD", ""))) {
            connection.setReadOnly(true);
            AuditVerdict verdict = AuditVerifier.verify(connection, new AuditHeads(heads));
            say(verdict, heads, Duration.ofNanos(System.nanoTime() - began));
            return verdict.whole() ? 0 : 1;
        } catch (SQLException | UncheckedIOException e) {
            System.err.println("The trail could not be looked at: " + e.getMessage());
            return 2;
        }
    }

    private static void say(AuditVerdict verdict, Path heads, Duration took) {
        System.out.printf(
                "%d lines are sealed, %d are not yet. %.1f s.%n",
                verdict.sealed(), verdict.unsealed(), took.toMillis() / 1000.0);
        if (Files.exists(heads)) {
            System.out.printf("%d heads in %s were compared.%n", verdict.heads(), heads);
        } else {
            System.out.printf(
                    "WARNING: there is no %s. Without the heads that were kept outside, a trail that was made anew as a whole does not show.%n",
                    heads);
        }
        if (verdict.whole()) {
            System.out.println("The trail is whole: every sealed line is as it was written.");
        } else {
            System.out.println("THE TRAIL IS NOT AS IT WAS WRITTEN. First: "
                    + verdict.first().orElseThrow().words());
            verdict.findings().stream().skip(1).forEach(more -> System.out.println("  also: " + more.words()));
        }
    }
}
