package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Stands on a document for as long as somebody reads it by emergency access. */
final class EmergencyNote {

    private EmergencyNote() {}

    static Callout of(Emergency emergency, EmergencyAccess emergencies, Reader reader) {
        return Callout.warn(
                        "You read this by emergency access.",
                        "It ends on %s. Others have been told, and what you read and download is recorded. Do not pass it on."
                                .formatted(Dates.moment(emergency.until())))
                .more(new QuietButton("End it now", () -> {
                    emergencies.end(emergency.id(), reader);
                    UI.getCurrent().navigate(EmergencyView.PATH);
                }));
    }
}
