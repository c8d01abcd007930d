package org.safercommunities.portal.events.ui;

import java.util.List;
import org.safercommunities.portal.events.DeskNeed;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** What people need; here and nowhere else. */
class EventDeskNeeds extends PageSection {

    EventDeskNeeds(EventDetails event, EventDeskServices services) {
        super("Needs");
        List<DeskNeed> needs = services.desk().needs(event.id(), services.reader());
        if (needs.isEmpty()) {
            add(new EmptyState(
                    Icon.ACCESSIBILITY, "No needs so far", "Whoever is booked and tells of a need stands here."));
            return;
        }
        add(Callout.sensitive(
                "Only for those who act on it.",
                "Tell the venue numbers and needs, not names. It is deleted after the event."));
        Rows rows = new Rows();
        for (DeskNeed need : needs) {
            Facts facts = new Facts();
            if (!need.dietary().isEmpty()) {
                facts.fact("Cannot eat", need.dietary());
            }
            if (!need.access().isEmpty()) {
                facts.fact("Needs to take part", need.access());
            }
            rows.add(Row.titled(need.name())
                    .facts(need.agencyName(), need.sessions())
                    .detail(facts));
        }
        add(rows);
    }
}
