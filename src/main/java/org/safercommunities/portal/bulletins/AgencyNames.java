package org.safercommunities.portal.bulletins;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.shared.ReaderCounts;
import org.springframework.stereotype.Component;

/** Figures by agency with the agencies' names, in the order of the figures. */
@Component
class AgencyNames {

    private final Agencies agencies;

    AgencyNames(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Each line that is shown, by its name; the others last. */
    Map<String, Integer> of(ReaderCounts figures) {
        Map<String, String> names =
                agencies.all().stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        Map<String, Integer> lines = new LinkedHashMap<>();
        figures.byAgency()
                .forEach((slug, readers) -> lines.put(
                        slug.equals(ReaderCountRows.NO_AGENCY) ? "No agency known" : names.getOrDefault(slug, slug),
                        readers));
        figures.others().ifPresent(readers -> lines.put("All other agencies together", readers));
        return lines;
    }
}
