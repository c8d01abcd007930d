package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** The waiting lists in their order, with whom the rule names next and why. */
class EventDeskWaiting extends PageSection {

    EventDeskWaiting(EventDetails event, List<DeskPerson> people, EventDeskServices services, Runnable changed) {
        super("Waiting");
        List<DeskPerson> waiting = people.stream()
                .filter(each -> each.state() == PlaceState.WAITING && each.position() != null)
                .sorted(java.util.Comparator.comparing(each -> Objects.requireNonNull(each.position())))
                .toList();
        EventDeskDecide decide = new EventDeskDecide(services, changed);
        List<DeskPerson> late = services.late().whoWaited(event.id(), services.reader());
        if (waiting.isEmpty() && late.isEmpty()) {
            add(new EmptyState(Icon.CLOCK, "Nobody waits", "When a session is full, whoever books next waits here."));
        }
        if (!waiting.isEmpty()) {
            now(event, waiting, services, decide);
        }
        if (!late.isEmpty()) {
            add(
                    new H3("Waited until booking closed"),
                    new Paragraph("They were told that no place came free. You can still give them one."));
            Rows rows = new Rows();
            late.forEach(each -> rows.add(lateRow(each, decide)));
            add(rows);
        }
    }

    private void now(EventDetails event, List<DeskPerson> waiting, EventDeskServices services, EventDeskDecide decide) {
        add(
                new Paragraph(
                        "A free place goes first to agencies that have places kept for them, then to whoever has waited longest."));
        Map<UUID, String> next = services.order().next(event.id(), services.reader());
        Map<String, List<DeskPerson>> lists = waiting.stream()
                .collect(Collectors.groupingBy(EventDeskWaiting::list, LinkedHashMap::new, Collectors.toList()));
        lists.forEach((name, members) -> {
            add(new H3(name));
            Rows rows = new Rows();
            members.forEach(each -> rows.add(row(each, next.get(each.place()), decide)));
            add(rows);
        });
    }

    private static Row lateRow(DeskPerson person, EventDeskDecide decide) {
        return Row.titled(person.name())
                .facts(person.agencyName(), list(person), "waited since " + Dates.brief(person.booked()))
                .lowAction(decide.late(person));
    }

    private static String list(DeskPerson person) {
        return person.sessionTitle().isEmpty()
                ? person.mode().label()
                : "%s, %s".formatted(person.sessionTitle(), person.mode().inWords());
    }

    private static Row row(DeskPerson person, @org.jspecify.annotations.Nullable String why, EventDeskDecide decide) {
        Row row = Row.titled("%d. %s".formatted(person.position(), person.name()))
                .facts(person.agencyName(), "waits since " + Dates.brief(person.booked()))
                .lowAction(decide.buttons(person).toArray(Component[]::new));
        return why == null ? row : row.now().detail(Callout.info("Next.", why + "."));
    }
}
