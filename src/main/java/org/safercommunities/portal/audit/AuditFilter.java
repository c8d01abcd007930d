package org.safercommunities.portal.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail are wanted; what is null does not matter.
 *
 * @param subject what it was done to, as {@code type:id}, or all of a type as {@code type:}
 * @param action what was done, as {@code module.past-tense}
 * @param actor who did it
 * @param agency slug of the agency that they belonged to then
 * @param from the earliest moment
 * @param until the first moment that is too late
 */
public record AuditFilter(
        @Nullable String subject,
        @Nullable String action,
        @Nullable UUID actor,
        @Nullable String agency,
        @Nullable AuditResult result,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditFilter EVERYTHING = new AuditFilter(null, null, null);

    public AuditFilter(@Nullable String subject, @Nullable String action, @Nullable UUID actor) {
        this(subject, action, actor, null, null, null, null);
    }

    public static AuditFilter about(String subject) {
        return new AuditFilter(subject, null, null);
    }

    public static AuditFilter by(UUID actor) {
        return new AuditFilter(null, null, actor);
    }
}
