package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.H2;
import org.safercommunities.portal.agencies.PersonFile;
import org.safercommunities.portal.agencies.PersonFile.Stay;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Timeline;

/** The agencies that a person belonged to, the newest first. */
class StaysSheet extends Sheet {

    StaysSheet(PersonFile file) {
        Timeline timeline = new Timeline();
        for (Stay stay : file.stays()) {
            if (stay.ended() == null) {
                timeline.current(stay.agencyName(), "since " + Dates.brief(stay.since()));
            } else {
                String reason = stay.endReason() == null ? "" : ". " + stay.endReason();
                timeline.past(
                        stay.agencyName(), Dates.brief(stay.since()) + " to " + Dates.brief(stay.ended()) + reason);
            }
        }
        add(new H2("Agencies"), timeline);
    }
}
