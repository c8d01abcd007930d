package org.safercommunities.portal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a seal is made over: SHA-256 of the seal before and the line in words. A format is never changed; a new column means a new
 * one, and seals say which they are of.
 */
final class SealFormat {

    static final byte[] GENESIS = new byte[32];
    /** Of seals that are made now. */
    static final int CURRENT = 2;

    private SealFormat() {}

    /** A line with every column, as text that is the same wherever it is read. */
    record Sealed(
            long id,
            String at,
            String actor,
            String agency,
            String action,
            String subject,
            String result,
            String details) {

        static Sealed of(ResultSet row) throws SQLException {
            return new Sealed(
                    row.getLong("id"),
                    row.getObject("at", LocalDateTime.class).toString(),
                    orDash(row.getString("actor")),
                    orDash(row.getString("agency")),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("result"),
                    row.getString("details"));
        }

        private static String orDash(@org.jspecify.annotations.Nullable String value) {
            return value == null ? "-" : value;
        }
    }

    /** @param id under which the line was sealed; another than its own when somebody moved it */
    static byte[] seal(int format, byte[] previous, long number, long id, Sealed line) {
        String words = switch (format) {
            case 1 ->
                String.join("\n", Long.toString(id), line.at, line.actor, line.action, line.subject, line.details);
            // Each with its length before it, so that no two lines read alike
            case 2 ->
                Stream.of(
                                Long.toString(number),
                                Long.toString(id),
                                line.at,
                                line.actor,
                                line.agency,
                                line.action,
                                line.subject,
                                line.result,
                                line.details)
                        .map(value -> value.length() + ":" + value)
                        .collect(Collectors.joining());
            default -> "";
        };
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            return sha.digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
