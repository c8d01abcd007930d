package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.shared.ui.PageSection;

/** Who speaks, each once. */
final class Speakers {

    private Speakers() {}

    /** Empty when nobody is named. */
    static Optional<Component> of(EventDetails event) {
        List<String> speakers = event.sessions().stream()
                .flatMap(session -> session.talks().stream())
                .map(Talk::speaker)
                .filter(speaker -> !speaker.isBlank())
                .distinct()
                .toList();
        if (speakers.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("sc-speakers");
        list.getElement().setAttribute("role", "list");
        speakers.forEach(speaker -> list.add(item(speaker)));
        return Optional.of(new PageSection("Speakers", list));
    }

    private static ListItem item(String speaker) {
        int comma = speaker.indexOf(',');
        String name = comma < 0 ? speaker : speaker.substring(0, comma);
        Span disc = new Span(initials(name));
        disc.addClassName("sc-speaker-disc");
        disc.getElement().setAttribute("aria-hidden", "true");
        Span strong = new Span(name);
        strong.addClassName("sc-strong");
        Div words = new Div(strong);
        if (comma >= 0) {
            Span whom = new Span(speaker.substring(comma + 1).strip());
            whom.addClassName("sc-agenda-note");
            words.add(whom);
        }
        return new ListItem(disc, words);
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
