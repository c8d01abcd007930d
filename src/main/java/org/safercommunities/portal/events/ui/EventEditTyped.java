package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.shared.ui.KeepTyped;

/** What is typed into a plan, kept in the browser until it is saved: of every session and every item of their programmes. */
class EventEditTyped {

    /** A kept name of a session’s field, or of one of its items; of neither more than anybody plans. */
    private static final Pattern PART =
            Pattern.compile("session(?<session>\\d\\d?)\\.(?:item(?<item>\\d\\d?)\\.)?[a-zA-Z]+");

    private final Map<String, Component> ofTheEvent;
    private final EventEditBlocks<EventEditSession> sessions;
    private final Runnable oneMore;

    EventEditTyped(Map<String, Component> ofTheEvent, EventEditBlocks<EventEditSession> sessions, Runnable oneMore) {
        this.ofTheEvent = ofTheEvent;
        this.sessions = sessions;
        this.oneMore = oneMore;
    }

    /** Returns what is to be run whenever sessions or items were added, moved or taken out. */
    Runnable keep(Component view, String form) {
        return KeepTyped.keepParts(view, form, this::named, this::makeRoom)::rearranged;
    }

    private Map<String, Component> named() {
        Map<String, Component> named = new LinkedHashMap<>(ofTheEvent);
        for (int at = 0; at < sessions.blocks().size(); at++) {
            String name = "session%d.".formatted(at);
            sessions.blocks().get(at).fields().forEach((field, component) -> named.put(name + field, component));
        }
        return named;
    }

    private void makeRoom(Set<String> names) {
        for (String name : names) {
            Matcher part = PART.matcher(name);
            if (part.matches()) {
                int session = Integer.parseInt(part.group("session"));
                while (sessions.blocks().size() <= session) {
                    oneMore.run();
                }
                String item = part.group("item");
                sessions.blocks().get(session).makeRoom(item == null ? 0 : Integer.parseInt(item) + 1);
            }
        }
    }
}
