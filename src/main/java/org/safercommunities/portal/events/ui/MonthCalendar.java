package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;

/** The events of a month: a table where there is room for seven columns, and the same by day where there is not. */
class MonthCalendar extends Div {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final YearMonth month;
    private final SortedMap<LocalDate, List<EventCard>> days = new TreeMap<>();

    MonthCalendar(EventsRequest request, List<EventCard> events) {
        month = request.monthOrNow();
        events.forEach(this::place);
        addClassName("sc-month-view");
        add(top(request));
        Div table = new Div();
        table.addClassName("sc-month-table");
        table.getElement().appendChild(table());
        add(table, byDay());
    }

    private void place(EventCard event) {
        LocalDate last = event.end().atZone(Dates.KENT).toLocalDate();
        LocalDate day = event.start().atZone(Dates.KENT).toLocalDate();
        for (; !day.isAfter(last) && !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (YearMonth.from(day).equals(month)) {
                days.computeIfAbsent(day, any -> new ArrayList<>()).add(event);
            }
        }
    }

    private Component top(EventsRequest request) {
        H2 heading = new H2(MONTH.format(month));
        Nav turn = new Nav(
                turn(request, month.minusMonths(1), Icon.CHEVRON_LEFT),
                LinkButton.secondary(request.in(YearMonth.from(Dates.today())).link(), "This month"),
                turn(request, month.plusMonths(1), Icon.CHEVRON_RIGHT));
        turn.setAriaLabel("Other months");
        turn.addClassName("sc-month-turn");
        Div top = new Div(heading, turn);
        top.addClassName("sc-month-top");
        return top;
    }

    private static Anchor turn(EventsRequest request, YearMonth to, Icon icon) {
        return LinkButton.icon(request.in(to).link(), icon, MONTH.format(to));
    }

    private Element table() {
        Element table = new Element("table");
        Element caption = new Element("caption").setText("Events in " + MONTH.format(month));
        caption.getClassList().add("sc-unseen");
        Element names = new Element("tr");
        for (DayOfWeek day : DayOfWeek.values()) {
            names.appendChild(new Element("th")
                    .setAttribute("scope", "col")
                    .setText(day.getDisplayName(TextStyle.FULL, Locale.UK)));
        }
        Element body = new Element("tbody");
        LocalDate day = month.atDay(1).with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!day.isAfter(month.atEndOfMonth())) {
            Element week = new Element("tr");
            for (int column = 0; column < 7; column++) {
                week.appendChild(cell(day.plusDays(column)));
            }
            body.appendChild(week);
            day = day.plusWeeks(1);
        }
        return table.appendChild(caption, new Element("thead").appendChild(names), body);
    }

    private Element cell(LocalDate day) {
        Element cell = new Element("td");
        if (!YearMonth.from(day).equals(month)) {
            cell.getClassList().add("sc-other-month");
            return cell;
        }
        Span number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("sc-month-day");
        if (day.equals(Dates.today())) {
            number.addClassName("sc-today");
            number.getElement().setAttribute("aria-current", "date");
        }
        cell.appendChild(number.getElement());
        days.getOrDefault(day, List.of())
                .forEach(event -> cell.appendChild(entry(event).getElement()));
        return cell;
    }

    private Component byDay() {
        Div list = new Div();
        list.addClassName("sc-month-list");
        if (days.isEmpty()) {
            list.add(new Paragraph("Nothing in " + MONTH.format(month) + "."));
        }
        days.forEach((day, events) -> {
            list.add(new H3(Dates.full(day)));
            events.forEach(event -> list.add(entry(event)));
        });
        return list;
    }

    private static Anchor entry(EventCard event) {
        Span time = new Span(Dates.time(event.start().atZone(Dates.KENT).toLocalTime()));
        time.addClassName("sc-month-time");
        Anchor link = new Anchor(EventAddress.page(event.id()), time, new Span(" " + event.title()));
        link.addClassName("sc-month-event");
        if (event.state() == EventState.CANCELLED) {
            link.addClassName("sc-called-off");
            link.add(new Span(" (cancelled)"));
        } else if (event.mine() != null) {
            link.addClassName("sc-own");
            Span mine = new Span(" (you are booked or waiting)");
            mine.addClassName("sc-unseen");
            link.add(mine);
        }
        return link;
    }
}
