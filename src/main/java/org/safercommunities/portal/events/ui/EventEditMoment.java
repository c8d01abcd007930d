package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.KentTime;

/** A date and a time on the clock in Kent, side by side. */
class EventEditMoment extends Div {

    final DatePicker date;
    final TimePicker time;
    private final String field;

    /** @param label for example “Booking opens” */
    EventEditMoment(String label, String help, String field) {
        this.field = field;
        date = date(label);
        time = time("at");
        time.setAriaLabel(label + ", time");
        date.setClearButtonVisible(true);
        addClassName("sc-event-moment");
        add(new Div(date, time));
        if (!help.isEmpty()) {
            Span words = new Span(help);
            words.addClassName("sc-event-help");
            add(words);
        }
    }

    static DatePicker date(String label) {
        DatePicker date = new DatePicker(label);
        date.setLocale(Locale.UK);
        date.setI18n(new DatePicker.DatePickerI18n().setFirstDayOfWeek(1));
        // Whoever types a day goes on with the next field, not through a calendar that has opened meanwhile
        date.setAutoOpen(false);
        return date;
    }

    static TimePicker time(String label) {
        TimePicker time = new TimePicker(label);
        time.setLocale(Locale.UK);
        time.setStep(Duration.ofMinutes(15));
        return time;
    }

    void show(@Nullable Instant moment) {
        LocalDateTime typed = moment == null ? null : KentTime.onTheWall(moment);
        date.setValue(typed == null ? null : typed.toLocalDate());
        time.setValue(typed == null ? null : typed.toLocalTime());
    }

    /**
     * Null when nothing was entered.
     *
     * @throws InvalidEvent when only half was, or the clocks change then
     */
    @Nullable
    Instant moment() {
        if (date.isEmpty() && time.isEmpty()) {
            return null;
        }
        if (date.isEmpty() || time.isEmpty()) {
            throw new InvalidEvent(field, "Enter both the date and the time, or neither");
        }
        return KentTime.moment(date.getValue().atTime(time.getValue()), field);
    }
}
