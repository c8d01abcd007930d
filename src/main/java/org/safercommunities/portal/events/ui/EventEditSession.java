package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.events.Allocation;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.KentTime;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;

/** When and where a session is, what it is made of, and how many can come. */
class EventEditSession extends Div {

    final TextField title = new TextField("Title of the session");
    final TextField venue = new TextField("Venue");
    final TextField address = new TextField("Address");
    final TextArea access = new TextArea("Getting in");
    final IntegerField room = new IntegerField("Places in the room");
    final IntegerField online = new IntegerField("Places online");
    private final DatePicker day = EventEditMoment.date("Day");
    private final TimePicker start = EventEditMoment.time("Starts");
    private final TimePicker end = EventEditMoment.time("Ends");
    private final DatePicker lastDay = EventEditMoment.date("Last day");
    private final TextField map = new TextField("Link to a map");
    private final TextField joiningLink = new TextField("Link to the online meeting");
    private final IntegerField joinOpens = new IntegerField("Lets people in, minutes before");
    private final EventEditBlocks<EventEditKept> kept;
    private final EventEditBlocks<EventEditTalk> talks =
            new EventEditBlocks<>("Programme item", 0, false, EventEditTalk::new);
    private @Nullable UUID id;
    private String description = "";

    EventEditSession(List<AgencySummary> agencies) {
        kept = new EventEditBlocks<>("Agency", 0, false, () -> new EventEditKept(agencies));
        kept.more.setText("Keep places for an agency");
        addClassName("sc-event-session");
        title.setMaxLength(250);
        title.setHelperText("Only needed where there are several sessions.");
        lastDay.setHelperText("Only where it ends on another day.");
        access.setHelperText("Steps, lift, parking, hearing loop.");
        joiningLink.setHelperText("Kept secret: the portal lets in whoever has a place online, from when you say.");
        joinOpens.setValue(SessionPlan.JOIN_OPENS_MINUTES);
        room.setHelperText("Empty: online only.");
        online.setHelperText("Empty: in the room only.");
        List.<HasSize>of(title, venue, address, map, access, joiningLink).forEach(HasSize::setWidthFull);
        add(
                title,
                line(day, start, end, lastDay),
                new H4("Places"),
                line(room, online),
                kept,
                new H4("In the room"),
                venue,
                address,
                map,
                access,
                new H4("Online"),
                joiningLink,
                joinOpens,
                new H4("Programme"),
                talks);
    }

    private static Div line(Component... fields) {
        Div line = new Div(fields);
        line.addClassName("sc-event-line");
        return line;
    }

    static EventEditSession of(SessionPlan plan, List<AgencySummary> agencies) {
        EventEditSession session = new EventEditSession(agencies);
        LocalDate first = KentTime.onTheWall(plan.start()).toLocalDate();
        LocalDate last = KentTime.onTheWall(plan.end()).toLocalDate();
        session.id = plan.id();
        session.description = plan.description();
        session.title.setValue(plan.title());
        session.day.setValue(first);
        session.start.setValue(KentTime.onTheWall(plan.start()).toLocalTime());
        session.end.setValue(KentTime.onTheWall(plan.end()).toLocalTime());
        session.lastDay.setValue(first.equals(last) ? null : last);
        session.venue.setValue(plan.venue().name());
        session.address.setValue(plan.venue().address());
        session.map.setValue(plan.venue().map());
        session.access.setValue(plan.venue().access());
        session.joiningLink.setValue(plan.joiningLink());
        session.joinOpens.setValue(plan.joinOpensMinutes());
        session.room.setValue(plan.capacity().get(Mode.IN_PERSON));
        session.online.setValue(plan.capacity().get(Mode.ONLINE));
        plan.allocations().forEach(each -> session.kept.add(EventEditKept.of(each, agencies)));
        plan.talks().forEach(each -> session.talks.add(EventEditTalk.of(each)));
        return session;
    }

    @Nullable
    UUID id() {
        return id;
    }

    int planned(Mode mode) {
        Integer places = (mode == Mode.IN_PERSON ? room : online).getValue();
        return places == null ? 0 : places;
    }

    /** Null when something is wrong, which then stands at its field. */
    @Nullable
    SessionPlan plan(EventEditFaults faults) {
        List<@Nullable Allocation> allocations =
                kept.blocks().stream().map(each -> each.allocation(faults)).toList();
        List<@Nullable Talk> items =
                talks.blocks().stream().map(each -> each.talk(faults)).toList();
        Map<String, Component> fields = Map.of(
                "day",
                day,
                "start",
                start,
                "end",
                end,
                "capacity",
                room,
                "map",
                map,
                "venue",
                venue,
                "joiningLink",
                joiningLink,
                "joinOpensMinutes",
                joinOpens,
                "allocations",
                kept.blocks().isEmpty() ? room : kept.blocks().getFirst().minimum);
        Venue where = faults.part(
                () -> new Venue(venue.getValue(), address.getValue(), map.getValue(), access.getValue()),
                fields,
                venue);
        Instant begins = faults.part(() -> moment(day.getValue(), start, "start"), fields, day);
        Instant ends = faults.part(
                () -> moment(lastDay.isEmpty() ? day.getValue() : lastDay.getValue(), end, "end"), fields, day);
        if (begins == null || ends == null || where == null || allocations.contains(null) || items.contains(null)) {
            return null;
        }
        return faults.part(
                () -> new SessionPlan(
                        id,
                        title.getValue(),
                        description,
                        begins,
                        ends,
                        where,
                        joiningLink.getValue(),
                        joinOpens.getValue() == null ? SessionPlan.JOIN_OPENS_MINUTES : joinOpens.getValue(),
                        capacity(),
                        allocations.stream().map(Objects::requireNonNull).toList(),
                        items.stream().map(Objects::requireNonNull).toList()),
                fields,
                title);
    }

    private Map<Mode, Integer> capacity() {
        Map<Mode, Integer> capacity = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            if (planned(mode) != 0) {
                capacity.put(mode, planned(mode));
            }
        }
        return capacity;
    }

    private static Instant moment(@Nullable LocalDate date, TimePicker time, String field) {
        if (date == null) {
            throw new InvalidEvent("day", "Enter the day, for example 10/12/2026");
        }
        if (time.getValue() == null) {
            throw new InvalidEvent(
                    field,
                    field.equals("start")
                            ? "Enter when it starts, for example 09:30"
                            : "Enter when it ends, for example 12:00");
        }
        return KentTime.moment(date.atTime(time.getValue()), field);
    }
}
