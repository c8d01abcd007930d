package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.SecretAddress;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Words;

/** Somebody’s bulletins in their feed reader, on their own page. */
@org.springframework.stereotype.Component
class FeedSection implements AccountSection {

    private static final String FEED = "bulletins.atom";

    private final PersonalFeeds feeds;
    private final CurrentReader currentReader;

    FeedSection(PersonalFeeds feeds, CurrentReader currentReader) {
        this.feeds = feeds;
        this.currentReader = currentReader;
    }

    @Override
    public Component create() {
        Reader reader = currentReader.get();
        Paragraph what = new Paragraph(Words.of(
                "Subscribe to the bulletins you may read in Outlook or a feed reader. Papers and events that are not for everyone"
                        + " are left out there. The address of your calendar is with ",
                new Anchor("bookings", "your bookings"),
                "."));
        what.addClassName("sc-note");
        Sheet sheet = Sheet.titled(
                "Bulletins in a feed reader",
                what,
                new SecretAddress(
                        "Address of your feed",
                        "Whoever has this address can read what it holds. Keep it to yourself.",
                        Icon.NEWSPAPER,
                        () -> feeds.address(reader, FEED),
                        () -> feeds.renew(reader, FEED)));
        sheet.setId("feed");
        sheet.addClassName("sc-stack");
        return sheet;
    }

    @Override
    public int order() {
        return 510;
    }
}
