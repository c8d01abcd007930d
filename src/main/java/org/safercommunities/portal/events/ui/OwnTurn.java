package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.safercommunities.portal.events.OwnPlace;
import org.safercommunities.portal.events.PoolFigures;

/** Somebody’s turn in a waiting list: which one it is, of how many, drawn where that can be taken in. */
class OwnTurn extends Div {

    private static final int LONGEST_QUEUE = 20;

    private final OwnPlace place;
    private final BookingPanel panel;
    private final Span others = new Span();
    private final Div queue = new Div();

    OwnTurn(OwnPlace place, BookingPanel panel) {
        this.place = place;
        this.panel = panel;
        addClassName("sc-own-turn");
        Span number = new Span(EventWords.ordinal(turn()));
        number.addClassName("sc-turn-number");
        Paragraph words = new Paragraph(number, others);
        words.addClassName("sc-turn");
        queue.addClassName("sc-queue");
        queue.getElement().setAttribute("aria-hidden", "true");
        add(words, queue);
        figures();
    }

    private int turn() {
        Integer position = place.position();
        return position == null ? 1 : position;
    }

    /** Says how many others wait now. */
    void figures() {
        int all = Math.max(turn(), waitingNow());
        others.setText(
                "of %,d waiting for a place %s".formatted(all, place.mode().inWords()));
        queue.setVisible(all <= LONGEST_QUEUE);
        queue.removeAll();
        for (int each = 1; each <= all && all <= LONGEST_QUEUE; each++) {
            Span step = new Span();
            step.addClassName(each < turn() ? "sc-before" : each == turn() ? "sc-mine" : "sc-behind");
            queue.add(step);
        }
    }

    private int waitingNow() {
        return panel.event().sessions().stream()
                .filter(session -> session.id().equals(place.session()))
                .flatMap(session -> session.pools().stream())
                .filter(pool -> pool.mode() == place.mode())
                .mapToInt(PoolFigures::waiting)
                .sum();
    }
}
