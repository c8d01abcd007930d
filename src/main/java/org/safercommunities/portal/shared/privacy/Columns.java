package org.safercommunities.portal.shared.privacy;

import java.util.List;

/** Some columns of one table. */
public record Columns(String table, List<String> names) {

    public Columns {
        names = List.copyOf(names);
    }

    /** @param names with spaces between them */
    public static Columns of(String table, String names) {
        return new Columns(table, List.of(names.strip().split("\\s+")));
    }
}
