package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.KentTime;
import org.safercommunities.portal.events.SessionPlan;

/** When a session begins and ends, on the clock in Kent; mostly on one day. */
class EventEditTimes extends Div {

    final DatePicker day = EventEditMoment.date("Day");
    private final TimePicker start = EventEditMoment.time("Starts");
    private final TimePicker end = EventEditMoment.time("Ends");
    private final DatePicker lastDay = EventEditMoment.date("Last day");

    EventEditTimes() {
        addClassNames("sc-event-line", "sc-event-times");
        lastDay.setHelperText("Only where it ends on another day.");
        add(day, start, end, lastDay);
    }

    void show(SessionPlan plan) {
        LocalDate first = KentTime.onTheWall(plan.start()).toLocalDate();
        LocalDate last = KentTime.onTheWall(plan.end()).toLocalDate();
        day.setValue(first);
        start.setValue(KentTime.onTheWall(plan.start()).toLocalTime());
        end.setValue(KentTime.onTheWall(plan.end()).toLocalTime());
        lastDay.setValue(first.equals(last) ? null : last);
    }

    /** By the names of {@link InvalidEvent#field()}, under which the form keeps them too. */
    Map<String, Component> fields() {
        return Map.of("day", day, "start", start, "end", end, "lastDay", lastDay);
    }

    Instant begins() {
        return moment(day.getValue(), start, "start", "Enter when it starts, for example 09:30");
    }

    Instant ends() {
        LocalDate last = lastDay.isEmpty() ? day.getValue() : lastDay.getValue();
        return moment(last, end, "end", "Enter when it ends, for example 12:00");
    }

    private static Instant moment(@Nullable LocalDate date, TimePicker time, String field, String missing) {
        if (date == null) {
            throw new InvalidEvent("day", "Enter the day, for example 10/12/2026");
        }
        if (time.getValue() == null) {
            throw new InvalidEvent(field, missing);
        }
        return KentTime.moment(date.atTime(time.getValue()), field);
    }
}
