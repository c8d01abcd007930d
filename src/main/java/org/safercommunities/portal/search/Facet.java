package org.safercommunities.portal.search;

/** What results are counted by, beside their number. */
public enum Facet {
    TOPIC("topics"),
    KIND("kind"),
    AGENCY("agency"),
    YEAR("year"),
    /** Documents, later events and bulletins: the module a thing belongs to. */
    SOURCE("source");

    private final String field;

    Facet(String field) {
        this.field = field;
    }

    /** The keyword field of the index that holds its values. */
    String field() {
        return field;
    }
}
