package org.safercommunities.portal.library.ui;

import java.util.Map;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Row;
import org.springframework.stereotype.Component;

/** Packs among the results of a search. */
@Component
class FoundPacks implements FoundRows {

    @Override
    public String source() {
        return "collections";
    }

    @Override
    public String name() {
        return "Packs";
    }

    @Override
    public String icon() {
        return "layers";
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of("pack", "Pack");
    }

    @Override
    public Row row(Found found) {
        Row row = Row.linked(found.title(), found.path())
                .pictureOf(Icon.LAYERS)
                .facts("Pack", found.agency(), Dates.brief(found.date()));
        String marking = found.facts().get(SearchEntry.MARKING);
        if (marking != null) {
            row.chips(MarkingChip.of(marking));
        }
        return found.snippet().text().isBlank() ? row : row.snippet(found.snippet());
    }
}
