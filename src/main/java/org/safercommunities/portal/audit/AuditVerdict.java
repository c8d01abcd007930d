package org.safercommunities.portal.audit;

import java.util.List;
import java.util.Optional;

/**
 * What came of checking the trail.
 *
 * @param sealed how many lines are part of the chain
 * @param unsealed how many are newer, and not yet protected by it
 * @param heads how many heads that were kept outside have been compared
 * @param findings what is not as it was written, by line; at most {@value #MOST}
 */
public record AuditVerdict(long sealed, long unsealed, long heads, List<Finding> findings) {

    static final int MOST = 100;

    public AuditVerdict {
        findings = List.copyOf(findings);
    }

    public boolean whole() {
        return findings.isEmpty();
    }

    /** What is not as it was written first, by line. */
    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }

    /** What was done to a line. */
    public enum Kind {
        ALTERED,
        MISSING,
        INSERTED,
        MOVED,
        /** The seal of a line that is there was taken away. */
        UNSEALED,
        /** Lines and seals fit each other, but not the head that was kept. */
        REMADE
    }

    /**
     * @param line id of the line; of the first that may be it where only a span is known
     * @param words a sentence that says it
     */
    public record Finding(Kind kind, long line, String words) {

        static Finding altered(long line) {
            return new Finding(Kind.ALTERED, line, "Line %d is not as it was written.".formatted(line));
        }

        static Finding missing(long line) {
            return new Finding(Kind.MISSING, line, "Line %d was taken out.".formatted(line));
        }

        static Finding missingWithSeal(long after, long before, long count) {
            return new Finding(
                    Kind.MISSING,
                    after + 1,
                    "After line %d, and before line %d, %s taken out with %s."
                            .formatted(
                                    after,
                                    before,
                                    count == 1 ? "1 line was" : count + " lines were",
                                    count == 1 ? "its seal" : "their seals"));
        }

        static Finding inserted(long line) {
            return new Finding(Kind.INSERTED, line, "Line %d was put in afterwards.".formatted(line));
        }

        static Finding moved(long line, long to) {
            return new Finding(Kind.MOVED, line, "Line %d was moved and is line %d now.".formatted(line, to));
        }

        static Finding unsealed(long line) {
            return new Finding(Kind.UNSEALED, line, "The seal of line %d was taken away.".formatted(line));
        }

        static Finding remade(long after, AuditHead head) {
            return new Finding(
                    Kind.REMADE,
                    after + 1,
                    "The trail was made anew from a line between %d and %d on: its seals are not those that were kept outside."
                            .formatted(after + 1, head.line()));
        }

        static Finding cutOff(long after, AuditHead head) {
            return new Finding(
                    Kind.MISSING,
                    after + 1,
                    "The end was taken away: line %d is the last that is sealed, and line %d was sealed before."
                            .formatted(after, head.line()));
        }
    }
}
