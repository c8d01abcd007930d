package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.events.Allocation;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;

/** When and where a session is, what it is made of, and how many can come. */
class EventEditSession extends Div {

    final TextField title = new TextField("Title of the session");
    private final TextArea description = new TextArea("What this session is about");
    final TextField venue = new TextField("Venue");
    final TextField address = new TextField("Address");
    final TextArea access = new TextArea("Getting in");
    final IntegerField room = new IntegerField("Places in the room");
    final IntegerField online = new IntegerField("Places online");
    private final EventEditTimes times = new EventEditTimes();
    private final TextField map = new TextField("Link to a map");
    private final TextField joiningLink = new TextField("Link to the online meeting");
    private final IntegerField joinOpens = new IntegerField("Lets people in, minutes before");
    private final EventEditBlocks<EventEditKept> kept;
    private final EventEditBlocks<EventEditTalk> talks =
            new EventEditBlocks<>("Programme item", 0, false, EventEditTalk::new);
    private @Nullable UUID id;

    EventEditSession(List<AgencySummary> agencies) {
        kept = new EventEditBlocks<>("Agency", 0, false, () -> new EventEditKept(agencies));
        kept.more.setText("Keep places for an agency");
        addClassName("sc-event-session");
        title.setMaxLength(250);
        title.setHelperText("Only needed where there are several sessions.");
        description.setMaxLength(10_000);
        description.setHelperText("Stands with the session in the programme. Markdown works.");
        access.setHelperText("Steps, lift, parking, hearing loop.");
        joiningLink.setHelperText("Kept secret: the portal lets in whoever has a place online, from when you say.");
        joinOpens.setValue(SessionPlan.JOIN_OPENS_MINUTES);
        room.setHelperText("Empty: online only.");
        online.setHelperText("Empty: in the room only.");
        List.<HasSize>of(title, description, venue, address, map, access, joiningLink)
                .forEach(HasSize::setWidthFull);
        add(
                title,
                times,
                description,
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
        session.id = plan.id();
        session.description.setValue(plan.description());
        session.title.setValue(plan.title());
        session.times.show(plan);
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

    /** By the names under which the form keeps what is typed; the link to the meeting is secret and never kept. */
    Map<String, Component> fields() {
        Map<String, Component> fields = new HashMap<>(times.fields());
        fields.putAll(Map.of(
                "title",
                title,
                "about",
                description,
                "venue",
                venue,
                "address",
                address,
                "map",
                map,
                "access",
                access));
        fields.putAll(Map.of("room", room, "online", online));
        for (int at = 0; at < talks.blocks().size(); at++) {
            String name = "item%d.".formatted(at);
            talks.blocks().get(at).fields().forEach((field, component) -> fields.put(name + field, component));
        }
        return fields;
    }

    /** So many items of the programme at least. */
    void makeRoom(int items) {
        while (talks.blocks().size() < items) {
            talks.add(new EventEditTalk());
        }
    }

    void whenChanged(Runnable then) {
        talks.whenChanged(then);
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
        Map<String, Component> fields = new HashMap<>(times.fields());
        fields.put("capacity", room);
        fields.put("map", map);
        fields.put("venue", venue);
        fields.put("joiningLink", joiningLink);
        fields.put("joinOpensMinutes", joinOpens);
        fields.put("allocations", kept.blocks().isEmpty() ? room : kept.blocks().getFirst().minimum);
        Venue where = faults.part(
                () -> new Venue(venue.getValue(), address.getValue(), map.getValue(), access.getValue()),
                fields,
                venue);
        Instant begins = faults.part(times::begins, fields, times.day);
        Instant ends = faults.part(times::ends, fields, times.day);
        if (begins == null || ends == null || where == null || allocations.contains(null) || items.contains(null)) {
            return null;
        }
        return faults.part(
                () -> new SessionPlan(
                        id,
                        title.getValue(),
                        description.getValue(),
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
}
