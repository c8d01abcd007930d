package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.LiveText;

/** Which sessions to come to. Of those at the same time one at most: choosing it takes the other back, and says so. */
class SessionChoices extends Div {

    private final Map<UUID, Checkbox> boxes = new LinkedHashMap<>();
    private EventDetails event;
    private @Nullable Mode mode;
    private boolean chosenBefore = true;
    private final Instant now;
    private final Runnable changed;
    private final LiveText takenBack = new LiveText("");

    SessionChoices(EventDetails event, Instant now, Runnable changed) {
        this.event = event;
        this.now = now;
        this.changed = changed;
        addClassName("sc-session-choices");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Which sessions?");
        Span heading = new Span("Which sessions?");
        heading.addClassName("sc-strong");
        heading.getElement().setAttribute("aria-hidden", "true");
        add(heading);
        boolean parallel = event.sessions().stream().anyMatch(this::hasRival);
        if (parallel) {
            Paragraph rule = new Paragraph("Of sessions at the same time you can choose one.");
            rule.addClassName("sc-booking-note");
            add(rule);
        }
        event.sessions().forEach(session -> {
            Checkbox box = box(session);
            boxes.put(session.id(), box);
            add(box);
        });
        add(takenBack);
    }

    /** Nothing is chosen until somebody chooses it. */
    SessionChoices noneBefore() {
        chosenBefore = boxes.size() == 1;
        return this;
    }

    Set<UUID> chosen() {
        Set<UUID> chosen = new LinkedHashSet<>();
        boxes.forEach((session, box) -> {
            if (box.getValue()) {
                chosen.add(session);
            }
        });
        return chosen;
    }

    /** Only sessions that can be attended this way, and are not over. */
    void offer(Mode chosenMode) {
        mode = chosenMode;
        describe(event);
        event.sessions().forEach(session -> {
            Checkbox box = Objects.requireNonNull(boxes.get(session.id()));
            if (!box.isEnabled()) {
                box.setValue(false);
            } else if (chosenBefore && !hasRival(session)) {
                box.setValue(true);
            }
        });
    }

    /** Says how many places each session has now. What is chosen stays chosen. */
    void describe(EventDetails figures) {
        event = figures;
        event.sessions().forEach(session -> {
            Checkbox box = boxes.get(session.id());
            if (box != null && mode != null) {
                describe(session, box, mode);
            }
        });
    }

    private void describe(SessionDetails session, Checkbox box, Mode way) {
        Optional<PoolFigures> pool =
                session.pools().stream().filter(each -> each.mode() == way).findFirst();
        boolean open = now.isBefore(event.rules().cutOff(session.start()));
        box.setEnabled(pool.isPresent() && open);
        box.setHelperText(pool.map(figures -> figures.open() > 0
                        ? EventWords.placesLeft(figures.open())
                        : "Full. %d waiting".formatted(figures.waiting()))
                .filter(words -> open)
                .orElse(open ? "Not " + way.inWords() : "Booking has closed"));
    }

    private Checkbox box(SessionDetails session) {
        String when = Dates.time(session.start().atZone(Dates.KENT).toLocalTime());
        Checkbox box = new Checkbox(session.title().isBlank() ? when : when + ": " + session.title());
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                takenBack.setText("");
                if (change.getValue()) {
                    takeBackRivals(session);
                }
                changed.run();
            }
        });
        return box;
    }

    private void takeBackRivals(SessionDetails chosen) {
        event.sessions().forEach(session -> {
            Checkbox box = Objects.requireNonNull(boxes.get(session.id()));
            if (overlap(session, chosen) && box.getValue()) {
                box.setValue(false);
                takenBack.setText("“%s” is at the same time, so it is not chosen any more.".formatted(session.title()));
            }
        });
    }

    private boolean hasRival(SessionDetails session) {
        return event.sessions().stream().anyMatch(other -> overlap(session, other));
    }

    private static boolean overlap(SessionDetails one, SessionDetails other) {
        return !one.id().equals(other.id())
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end());
    }
}
