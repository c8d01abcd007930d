package org.safercommunities.portal.shared.privacy;

/**
 * Columns that hold nothing on people.
 *
 * @param reason why not, for whoever audits the register
 */
public record Nobodys(Columns columns, String reason) {

    /** @param names with spaces between them */
    public static Nobodys of(String table, String names, String reason) {
        return new Nobodys(Columns.of(table, names), reason);
    }
}
