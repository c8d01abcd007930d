package org.safercommunities.portal.audit;

import java.util.Locale;

/** What came of it. */
public enum AuditResult {
    /** It was done, or given out. */
    DONE,
    /** A rule said no. */
    REFUSED;

    /** As it stands in the table, the lines that are shipped and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AuditResult of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
