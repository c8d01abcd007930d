package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Rows;

/** For administrators: to open a document in an emergency, and what others opened so. */
@Route(EmergencyView.PATH)
@PageTitle("Emergency access")
@RolesAllowed("ADMINISTRATOR")
class EmergencyView extends Div {

    static final String PATH = "admin/emergency";

    private final EmergencyAccess emergencies;
    private final CurrentReader reader;
    private final Clock clock;
    private final Div list = new Div();

    EmergencyView(EmergencyAccess emergencies, CurrentReader reader, Clock clock) {
        this.emergencies = emergencies;
        this.reader = reader;
        this.clock = clock;
        add(
                new PageHeader("Emergency access")
                        .crumb("Administration", "admin")
                        .lead(
                                "Administrators see no more than others. When somebody is in danger and nobody can be reached who may read a"
                                        + " document, you can open that one for a while. Others are told at once, and look at it afterwards."),
                PageColumns.withAside(list, new EmergencyForm(emergencies, reader)));
        show();
    }

    private void show() {
        list.removeAll();
        Instant now = clock.instant();
        List<Emergency> all = emergencies.all(reader.get());
        if (all.isEmpty()) {
            list.add(
                    new EmptyState(
                            Icon.SHIELD_CHECK,
                            "Nothing was opened",
                            "What an administrator opens in an emergency stands here, with the reason and what they looked at."));
            return;
        }
        section("Open now", all.stream().filter(each -> each.lasts(now)).toList());
        section(
                "To be looked at",
                all.stream()
                        .filter(each -> !each.lasts(now) && !each.isReviewed())
                        .toList());
        section("Looked at", all.stream().filter(Emergency::isReviewed).toList());
    }

    private void section(String heading, List<Emergency> some) {
        if (some.isEmpty()) {
            return;
        }
        Rows rows = new Rows();
        some.forEach(each -> rows.add(EmergencyRow.of(each, emergencies, reader.get(), clock.instant(), this::show)));
        list.add(new PageSection(heading, rows));
    }
}
