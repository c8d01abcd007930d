package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** How a person is told in a line. */
final class PersonRows {

    private PersonRows() {}

    /** With a link to the person's page, for administrators. */
    static Row linked(PersonSummary person, String agencyName) {
        return Row.linked(person.name(), "admin/people/" + person.id())
                .icon(icon(person))
                .facts(person.email(), agencyName, lastSignIn(person))
                .chips(chips(person));
    }

    /** For a coordinator, in whose list everybody is of the same agency. */
    static Row ofOwnAgency(PersonSummary person) {
        String confirmed = person.confirmed() == null ? "" : "Confirmed " + Dates.brief(person.confirmed());
        return Row.titled(person.name())
                .icon(icon(person))
                .facts(person.email(), lastSignIn(person), confirmed)
                .chips(chips(person));
    }

    static String lastSignIn(PersonSummary person) {
        return person.lastSignIn() == null
                ? "Has not signed in yet"
                : "Last signed in " + Dates.brief(person.lastSignIn());
    }

    static Component[] chips(PersonSummary person) {
        List<Component> chips = new ArrayList<>();
        if (!person.active()) {
            chips.add(StateChip.warn(Icon.USER_X, "Membership ended"));
        }
        Stream.of(Role.values())
                .filter(person.roles()::contains)
                .map(role -> StateChip.info(Icon.KEY_ROUND, role.inWords()))
                .forEach(chips::add);
        return chips.toArray(Component[]::new);
    }

    private static Icon icon(PersonSummary person) {
        return person.active() ? Icon.USER : Icon.USER_X;
    }
}
