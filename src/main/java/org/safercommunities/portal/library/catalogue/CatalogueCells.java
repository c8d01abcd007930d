package org.safercommunities.portal.library.catalogue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.shared.Dates;

/** How the catalogue writes what can be changed about a document. */
final class CatalogueCells {

    private CatalogueCells() {}

    static Map<CatalogueColumn, String> of(
            DocumentDescription said, DocumentTerm term, DocumentState state, String owner) {
        Map<CatalogueColumn, String> cells = new EnumMap<>(CatalogueColumn.class);
        cells.put(CatalogueColumn.TITLE, said.title());
        cells.put(CatalogueColumn.DESCRIPTION, said.description());
        cells.put(CatalogueColumn.KIND, said.kind());
        cells.put(CatalogueColumn.TOPICS, joined(said.topics()));
        cells.put(CatalogueColumn.MARKING, said.marking().label());
        cells.put(CatalogueColumn.HANDLING, text(said.handling()));
        cells.put(CatalogueColumn.OWNER, owner);
        cells.put(CatalogueColumn.STATE, state.name());
        cells.put(CatalogueColumn.VISIBLE_FROM, moment(term.visibleFrom()));
        cells.put(CatalogueColumn.VISIBLE_UNTIL, moment(term.visibleUntil()));
        cells.put(CatalogueColumn.REVIEW_ON, text(said.reviewOn()));
        cells.put(CatalogueColumn.DISPOSE_ON, text(term.disposeOn()));
        cells.put(CatalogueColumn.BASIS, text(term.retentionBasis()));
        cells.put(CatalogueColumn.EVERYONE, said.audience().everyone() ? "yes" : "no");
        cells.put(CatalogueColumn.AGENCIES, joined(said.audience().agencies()));
        cells.put(CatalogueColumn.GROUPS, joined(said.audience().groups()));
        cells.put(
                CatalogueColumn.PEOPLE,
                Integer.toString(said.audience().people().size()));
        return cells;
    }

    /** With the clock of Kent beside the distance from UTC. */
    static String moment(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atZone(Dates.KENT).toOffsetDateTime().toString();
    }

    static String joined(java.util.Collection<String> slugs) {
        return String.join(" | ", new TreeSet<>(slugs));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
