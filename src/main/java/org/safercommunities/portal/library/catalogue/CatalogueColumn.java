package org.safercommunities.portal.library.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of the catalogue, in their order. Those that can be changed are read back; of the others nothing is. */
public enum CatalogueColumn {
    ID("id", false),
    TITLE("title", true),
    DESCRIPTION("description", true),
    KIND("kind", true),
    TOPICS("topics", true),
    MARKING("marking", true),
    HANDLING("handling", true),
    AGENCY("agency", false),
    OWNER("owner", true),
    STATE("state", true),
    PUBLISHED("published", false),
    VISIBLE_FROM("visibleFrom", true),
    VISIBLE_UNTIL("visibleUntil", true),
    REVIEW_ON("reviewOn", true),
    DISPOSE_ON("disposeOn", true),
    BASIS("retentionBasis", true),
    EVERYONE("everyone", true),
    AGENCIES("agencies", true),
    GROUPS("groups", true),
    PEOPLE("people", false),
    VERSION("version", false),
    FILE_NAME("fileName", false),
    MEDIA_TYPE("mediaType", false),
    SIZE("size", false),
    SHA256("sha256", false),
    DOWNLOADS("downloads", false),
    /** Of a list to import only: where its file lies, from the folder on. */
    PATH("path", false);

    private final String heading;
    private final boolean changeable;

    CatalogueColumn(String heading, boolean changeable) {
        this.heading = heading;
        this.changeable = changeable;
    }

    public String heading() {
        return heading;
    }

    public boolean changeable() {
        return changeable;
    }

    /** The column that a heading means; “Review on” and “review_on” mean {@code reviewOn}. */
    static Optional<CatalogueColumn> of(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> plain(column.heading).equals(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-\\p{Cf}]+", "");
    }
}
