package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.events.SessionDetails;

/** In the room or online, with how many places are left either way. */
class ModeChoice extends Div {

    private EventDetails event;
    private final List<Mode> modes;
    private final RadioButtonGroup<Mode> radios = new RadioButtonGroup<>("How will you take part?");
    private final Map<Mode, Div> figures = new EnumMap<>(Mode.class);

    ModeChoice(EventDetails event, Runnable changed) {
        this.event = event;
        addClassName("sc-modes");
        modes = EventHeader.modes(event).stream().sorted().toList();
        modes.forEach(mode -> figures.put(mode, new Div()));
        if (modes.size() == 1) {
            add(line(modes.getFirst()));
        } else {
            radios.setItems(modes);
            radios.setRenderer(new ComponentRenderer<>(this::line));
            radios.setValue(modes.stream()
                    .filter(mode -> !isFull(mode, Set.of()))
                    .findFirst()
                    .orElse(modes.getFirst()));
            radios.addValueChangeListener(event_ -> changed.run());
            add(radios);
        }
    }

    Mode mode() {
        return modes.size() == 1 ? modes.getFirst() : Objects.requireNonNull(radios.getValue());
    }

    /** The figures from now on; {@link #show} shows them. */
    void describe(EventDetails now) {
        event = now;
    }

    boolean isFull(Set<UUID> sessions) {
        return isFull(mode(), sessions);
    }

    /** The figures of the scarcest of these sessions. */
    void show(Set<UUID> sessions) {
        modes.forEach(mode -> {
            Div place = Objects.requireNonNull(figures.get(mode));
            place.removeAll();
            pools(mode, sessions).stream()
                    .min(Comparator.comparingInt(PoolFigures::open)
                            .thenComparing(Comparator.comparingInt(PoolFigures::waiting)
                                    .reversed()))
                    .ifPresent(pool -> place.add(bar(pool), new Span(EventWords.of(pool))));
        });
    }

    private boolean isFull(Mode mode, Set<UUID> sessions) {
        return pools(mode, sessions).stream().anyMatch(pool -> pool.open() == 0);
    }

    private List<PoolFigures> pools(Mode mode, Set<UUID> sessions) {
        List<PoolFigures> pools = new ArrayList<>();
        for (SessionDetails session : event.sessions()) {
            if (sessions.isEmpty() || sessions.contains(session.id())) {
                session.pools().stream().filter(pool -> pool.mode() == mode).forEach(pools::add);
            }
        }
        return pools;
    }

    private Component line(Mode mode) {
        Span label = new Span(mode.label());
        label.addClassName("sc-mode-label");
        Div below = Objects.requireNonNull(figures.get(mode));
        below.addClassName("sc-mode-figures");
        Div line = new Div(label, below);
        line.addClassName("sc-mode");
        return line;
    }

    private static Component bar(PoolFigures pool) {
        Span filled = new Span();
        int percent = pool.open() == 0 ? 100 : 100 - 100 * pool.open() / Math.max(1, pool.capacity());
        filled.getStyle().setWidth(Math.max(0, percent) + "%");
        Div bar = new Div(filled);
        bar.addClassName("sc-bar");
        if (pool.open() == 0) {
            bar.addClassName("sc-full");
        }
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }
}
