package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.DeskTally;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** What is to be done next: before, on and after the day. */
final class EventDeskNext {

    private EventDeskNext() {}

    static Sheet of(
            EventDetails event,
            DeskTally tally,
            List<DeskPerson> people,
            boolean hasDocuments,
            Instant now,
            Consumer<EventDeskTab> open) {
        List<Component> tasks = new ArrayList<>();
        if (event.isOver(now)) {
            after(people, hasDocuments, tasks, open);
        } else {
            before(event, tally, now, tasks, open);
        }
        Sheet sheet = Sheet.titled("Next for you");
        sheet.addClassName("sc-desk-next");
        if (tasks.isEmpty()) {
            sheet.add(new Paragraph("Nothing waits for you."));
            return sheet;
        }
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        tasks.forEach(task -> list.add(new ListItem(task)));
        sheet.add(list);
        return sheet;
    }

    private static void before(
            EventDetails event, DeskTally tally, Instant now, List<Component> tasks, Consumer<EventDeskTab> open) {
        String edit = "events/%s/edit".formatted(event.id());
        if (event.state() == EventState.DRAFT || event.state() == EventState.SCHEDULED) {
            tasks.add(new Anchor(
                    edit, event.template() ? "Look through the template" : "Look through the draft and publish it"));
            return;
        }
        if (event.state() == EventState.CANCELLED) {
            return;
        }
        if (tally.awaiting() > 0) {
            tasks.add(task(
                    tally.awaiting() == 1 ? "Approve 1 booking" : "Approve %d bookings".formatted(tally.awaiting()),
                    EventDeskTab.PEOPLE,
                    open));
        }
        if (event.sessions().stream().anyMatch(EventDeskNext::needsLink)) {
            tasks.add(new Anchor(edit, "Add the link to the online meeting"));
        }
        if (tally.live() == 0) {
            tasks.add(new Anchor("events/" + event.id(), "Nobody has booked yet: share the page of the event"));
        } else if (event.rules().asksAccess() || event.rules().asksDietary()) {
            tasks.add(task("Read what people need", EventDeskTab.NEEDS, open));
        }
        if (tally.waiting() > 0) {
            tasks.add(task("See who waits and who is next", EventDeskTab.WAITING, open));
        }
        if (now.isAfter(event.rules().startsAt().minus(Duration.ofHours(12)))) {
            tasks.add(task("Tick who has come", EventDeskTab.ATTENDANCE, open));
        }
    }

    private static boolean needsLink(SessionDetails session) {
        return !session.hasJoiningLink()
                && session.pools().stream().anyMatch(pool -> pool.mode() == Mode.ONLINE && pool.capacity() > 0);
    }

    private static void after(
            List<DeskPerson> people, boolean hasDocuments, List<Component> tasks, Consumer<EventDeskTab> open) {
        long unknown = people.stream()
                .filter(each -> each.state() == PlaceState.CONFIRMED && each.came() == null)
                .count();
        if (unknown > 0) {
            tasks.add(task("Note who came: %d to go".formatted(unknown), EventDeskTab.ATTENDANCE, open));
        }
        if (!hasDocuments) {
            tasks.add(task("Add the recording and the slides", EventDeskTab.RECORDINGS, open));
        }
    }

    private static QuietButton task(String words, EventDeskTab tab, Consumer<EventDeskTab> open) {
        QuietButton task = new QuietButton(words, () -> open.accept(tab));
        task.addClassName("sc-desk-task");
        return task;
    }
}
