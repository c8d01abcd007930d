package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecretAddress;

/** The address of one's own calendar, to subscribe to. */
class CalendarAddress extends PageSection {

    CalendarAddress(PersonalFeeds feeds, Reader reader) {
        super("In your own calendar");
        add(
                new Paragraph(
                        "Subscribe to your bookings in Outlook or another calendar, and they are kept up to date there."),
                new SecretAddress(
                        "Address of your calendar",
                        "Whoever has this address can see when and where you are. Keep it to yourself.",
                        Icon.CALENDAR_DAYS,
                        () -> feeds.address(reader),
                        () -> feeds.renew(reader)));
    }
}
