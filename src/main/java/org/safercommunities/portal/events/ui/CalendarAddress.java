package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.calendar.CalendarFeeds;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The address of one's own calendar, to subscribe to; it is shown when asked for, for whoever reads it can use it. */
class CalendarAddress extends PageSection {

    private final CalendarFeeds feeds;
    private final Reader reader;
    private final Div content = new Div();
    private final TextField address = new TextField("Address of your calendar");

    CalendarAddress(CalendarFeeds feeds, Reader reader) {
        super("In your own calendar");
        this.feeds = feeds;
        this.reader = reader;
        address.setReadOnly(true);
        address.setWidthFull();
        address.setHelperText("Whoever has this address can see when and where you are. Keep it to yourself.");
        Paragraph why = new Paragraph(
                "Subscribe to your bookings in Outlook or another calendar, and they are kept up to date there.");
        content.add(new SecondaryButton("Show the address", Icon.CALENDAR_DAYS, this::show));
        add(why, content);
    }

    private void show() {
        address.setValue(feeds.address(reader));
        SecondaryButton copy = new SecondaryButton("Copy address", Icon.COPY, this::copy);
        QuietButton renew = new QuietButton(
                "Make a new address",
                Icon.REFRESH_CW,
                () -> ConfirmQuestion.ask(
                        "Make a new address?",
                        "Calendars that use the present address stop being kept up to date.",
                        "Make a new address",
                        this::renew));
        content.removeAll();
        content.addClassName("sc-stack");
        content.add(address, new Buttons(copy, renew));
        address.focus();
    }

    private void copy() {
        address.getElement()
                .executeJs("return navigator.clipboard.writeText($0).then(() => true, () => false)", address.getValue())
                .then(
                        Boolean.class,
                        copied -> say(
                                copied
                                        ? "The address is copied."
                                        : "The browser does not let us copy. Select the address."));
    }

    private void renew() {
        address.setValue(feeds.renew(reader));
        say("This is your new address. The one before leads nowhere.");
    }

    private static void say(String words) {
        Notices.on(UI.getCurrent()).say(words);
    }
}
