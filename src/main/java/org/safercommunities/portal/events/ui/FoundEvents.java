package org.safercommunities.portal.events.ui;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventSearchFacts;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;
import org.springframework.stereotype.Component;

/** Events among the results of a search. */
@Component
class FoundEvents implements FoundRows {

    @Override
    public String source() {
        return EventSearchFacts.SOURCE;
    }

    @Override
    public String name() {
        return "Events";
    }

    @Override
    public String icon() {
        return "calendar-days";
    }

    @Override
    public Map<String, String> kinds() {
        return Arrays.stream(EventKind.values()).collect(Collectors.toMap(EventKind::slug, EventKind::inWords));
    }

    @Override
    public Row row(Found found) {
        String starts = found.facts().get(EventSearchFacts.STARTS);
        String ends = found.facts().get(EventSearchFacts.ENDS);
        Row row = Row.linked(found.title(), found.path())
                .date(found.date())
                .facts(
                        kinds().getOrDefault(found.kind(), ""),
                        starts == null || ends == null
                                ? Dates.full(found.date())
                                : Dates.span(Instant.parse(starts), Instant.parse(ends)),
                        found.facts().getOrDefault(EventSearchFacts.VENUE, "Online"));
        if (!found.snippet().text().isBlank()) {
            row.snippet(found.snippet());
        }
        return Boolean.parseBoolean(found.facts().get(EventSearchFacts.CANCELLED))
                ? row.chips(StateChip.bad(Icon.CIRCLE_X, "Cancelled"))
                : row;
    }
}
