package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** How an agency is told in a line. */
final class AgencyFacts {

    private AgencyFacts() {}

    static String people(int count) {
        return switch (count) {
            case 0 -> "Nobody yet";
            case 1 -> "1 person";
            default -> count + " people";
        };
    }

    static String domains(AgencySummary agency) {
        return String.join(", ", new TreeSet<>(agency.domains()));
    }

    static String signIn(AgencySummary agency) {
        return agency.identityProvider() == null
                ? "Portal passwords"
                : "Own sign-in (" + agency.identityProvider() + ")";
    }

    /** Nothing for an agency that is as it should be. */
    static List<Component> state(AgencySummary agency, Map<String, String> names) {
        if (agency.mergedInto() != null) {
            return List.of(StateChip.info(
                    Icon.MERGE, "Part of " + names.getOrDefault(agency.mergedInto(), agency.mergedInto())));
        }
        return agency.active() ? List.of() : List.of(StateChip.warn(Icon.POWER, "Ended"));
    }
}
