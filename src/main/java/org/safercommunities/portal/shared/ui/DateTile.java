package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** A leaf of the calendar. Decoration: the date stands in full in the facts beside it. */
public class DateTile extends Div {

    public DateTile(LocalDate date) {
        addClassName("sc-date-tile");
        getElement().setAttribute("aria-hidden", "true");
        add(
                part("sc-month", date.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK)),
                part("sc-day", String.valueOf(date.getDayOfMonth())),
                part("sc-weekday", date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK)));
    }

    private static Span part(String className, String words) {
        Span part = new Span(words);
        part.addClassName(className);
        return part;
    }
}
