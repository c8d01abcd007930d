package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PageSection;

/** What happens when: sessions with their talks, those at the same time side by side. */
class Programme extends Div {

    Programme(EventDetails event) {
        List<SessionDetails> sessions = event.sessions();
        Div content = new Div();
        content.addClassName("sc-programme");
        OrderedList agenda = new OrderedList();
        agenda.addClassName("sc-agenda");
        agenda.getElement().setAttribute("role", "list");
        if (sessions.size() == 1) {
            SessionDetails only = sessions.getFirst();
            if (!only.description().isBlank() && !only.description().equals(event.description())) {
                content.add(new EventText(only.description()));
            }
            talks(only).forEach(agenda::add);
        } else {
            bySlot(sessions).forEach((start, together) -> agenda.add(slot(start, together, severalDays(sessions))));
        }
        if (agenda.getComponentCount() > 0) {
            content.add(agenda);
        }
        if (content.getComponentCount() > 0) {
            add(new PageSection("Programme", content));
        }
    }

    private static TreeMap<Instant, List<SessionDetails>> bySlot(List<SessionDetails> sessions) {
        return sessions.stream()
                .collect(Collectors.groupingBy(SessionDetails::start, TreeMap::new, Collectors.toList()));
    }

    private static boolean severalDays(List<SessionDetails> sessions) {
        return sessions.stream().map(session -> day(session.start())).distinct().count() > 1;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Dates.KENT).toLocalDate();
    }

    private static ListItem slot(Instant start, List<SessionDetails> together, boolean severalDays) {
        String when = severalDays ? Dates.moment(start) : time(start);
        if (together.size() == 1) {
            SessionDetails session = together.getFirst();
            return item(when, session.title(), body(session));
        }
        Div choices = new Div();
        choices.addClassName("sc-agenda-choices");
        together.forEach(session -> {
            Div choice = new Div(new H3(session.title()));
            choice.add(body(session));
            choices.add(choice);
        });
        return item(when, "At the same time: choose one", List.of(choices));
    }

    private static List<Component> body(SessionDetails session) {
        List<Component> body = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        facts.add("Until " + time(session.end()));
        if (!session.venue().name().isBlank()) {
            facts.add(session.venue().name());
        }
        session.pools().forEach(pool -> facts.add(pool.mode().label()));
        body.add(note(String.join(", ", facts.stream().distinct().toList())));
        if (!session.description().isBlank()) {
            body.add(new EventText(session.description()));
        }
        if (!session.talks().isEmpty()) {
            OrderedList talks = new OrderedList();
            talks.addClassName("sc-agenda");
            talks.getElement().setAttribute("role", "list");
            talks(session).forEach(talks::add);
            body.add(talks);
        }
        return body;
    }

    private static List<ListItem> talks(SessionDetails session) {
        List<ListItem> items = new ArrayList<>();
        Optional<Instant> at = Optional.of(session.start());
        for (Talk talk : session.talks()) {
            List<Component> body = new ArrayList<>();
            if (!talk.speaker().isBlank()) {
                body.add(note(talk.speaker()));
            }
            if (!talk.summary().isBlank()) {
                body.add(new EventText(talk.summary()));
            }
            items.add(item(at.map(Programme::time).orElse(""), talk.title(), body));
            at = at.flatMap(moment -> after(moment, talk.minutes()));
        }
        return items;
    }

    private static Optional<Instant> after(Instant start, @Nullable Integer minutes) {
        return Optional.ofNullable(minutes).map(long_ -> start.plus(Duration.ofMinutes(long_)));
    }

    private static ListItem item(String when, String title, List<Component> body) {
        Span time = new Span(when);
        time.addClassName("sc-agenda-time");
        Span heading = new Span(title);
        heading.addClassName("sc-agenda-title");
        Div words = new Div(heading);
        words.add(body);
        return new ListItem(time, words);
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-agenda-note");
        return note;
    }

    private static String time(Instant instant) {
        return Dates.time(instant.atZone(Dates.KENT).toLocalTime());
    }
}
