package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.safercommunities.portal.search.FacetValue;
import org.safercommunities.portal.shared.ui.QuietButton;

/**
 * One group of filters with how many results each would leave. Lines keep their place while somebody ticks, and only find a
 * new order when other words are searched for, so that nothing jumps under the pointer.
 */
class FacetFilter extends Div {

    private static final int SHOWN_AT_FIRST = 5;

    private final String heading;
    private final String plural;
    private final UnaryOperator<String> nameOf;
    private final BiConsumer<String, Boolean> choose;
    private final Div lines = new Div();
    private final Map<String, Line> byValue = new LinkedHashMap<>();
    private final QuietButton more;
    private boolean all;

    FacetFilter(String heading, String plural, UnaryOperator<String> nameOf, BiConsumer<String, Boolean> choose) {
        this.heading = heading;
        this.plural = plural;
        this.nameOf = nameOf;
        this.choose = choose;
        addClassName("sc-facet");
        getElement().setAttribute("role", "group").setAttribute("aria-label", heading);
        more = new QuietButton("", () -> {
            all = !all;
            showSome();
        });
        add(new H2(heading), lines, more);
    }

    void show(List<FacetValue> values, Set<String> chosen, boolean otherWords) {
        if (otherWords) {
            byValue.clear();
            lines.removeAll();
        }
        byValue.values().forEach(line -> line.count(0));
        values.forEach(value -> line(value.value()).count(value.count()));
        chosen.forEach(this::line);
        byValue.forEach((value, line) -> line.tick(chosen.contains(value)));
        setVisible(!byValue.isEmpty());
        showSome();
    }

    private Line line(String value) {
        return byValue.computeIfAbsent(value, fresh -> {
            Line line = new Line(fresh);
            lines.add(line);
            return line;
        });
    }

    private void showSome() {
        int place = 0;
        for (Line line : byValue.values()) {
            line.setVisible(all || place < SHOWN_AT_FIRST || line.ticked());
            place++;
        }
        int hidden = byValue.size() - SHOWN_AT_FIRST;
        more.setVisible(hidden > 0);
        more.setText(all ? "Fewer " + plural : "%d more %s".formatted(hidden, plural));
        more.getElement().setAttribute("aria-expanded", Boolean.toString(all));
    }

    private class Line extends Div {

        private final Checkbox box;
        private final Span number = new Span();
        private final String name;

        Line(String value) {
            name = nameOf.apply(value);
            box = new Checkbox(name);
            box.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    choose.accept(value, event.getValue());
                }
            });
            number.getElement().setAttribute("aria-hidden", "true");
            number.addClassName("sc-facet-count");
            addClassName("sc-facet-line");
            add(box, number);
        }

        void count(long documents) {
            number.setText(Long.toString(documents));
            box.setAriaLabel("%s: %s, %d".formatted(heading, name, documents));
        }

        void tick(boolean on) {
            box.setValue(on);
        }

        boolean ticked() {
            return box.getValue();
        }
    }
}
