package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Parts of a form of which there may be several: added, taken out and moved by buttons. */
class EventEditBlocks<T extends Component> extends Div {

    private final String one;
    private final int least;
    private final boolean large;
    private final List<T> blocks = new ArrayList<>();
    private final Div list = new Div();
    private final LiveText said = new LiveText("");
    private Runnable changed = () -> {};
    final SecondaryButton more;

    /**
     * @param one what a part is called, for example “Session”
     * @param least how many there are at least
     * @param large whether each has a heading of its own
     */
    EventEditBlocks(String one, int least, boolean large, Supplier<T> fresh) {
        this.one = one;
        this.least = least;
        this.large = large;
        addClassNames("sc-event-blocks", large ? "sc-large" : "sc-small");
        list.addClassName("sc-event-blocks-list");
        said.addClassName("sc-unseen");
        more = new SecondaryButton("Add " + word(), Icon.PLUS, () -> {
            add(fresh.get());
            changed.run();
            say(one + " " + blocks.size() + " added");
            blocks.getLast()
                    .getElement()
                    .executeJs("setTimeout(() => this.querySelector('vaadin-text-field, vaadin-combo-box')?.focus())");
        });
        add(list, more, said);
    }

    void add(T block) {
        blocks.add(block);
        draw();
    }

    /** Told whenever somebody adds, moves or takes out a part. */
    void whenChanged(Runnable then) {
        changed = then;
    }

    List<T> blocks() {
        return List.copyOf(blocks);
    }

    private void draw() {
        list.removeAll();
        for (int at = 0; at < blocks.size(); at++) {
            list.add(framed(at));
        }
    }

    private Div framed(int at) {
        T block = blocks.get(at);
        String name = one + " " + (at + 1);
        Div buttons = new Div();
        buttons.addClassName("sc-event-block-buttons");
        QuietButton up =
                QuietButton.icon(Icon.ARROW_UP, "Move " + name.toLowerCase(Locale.UK) + " up", () -> move(at, -1));
        up.setEnabled(at > 0);
        QuietButton down =
                QuietButton.icon(Icon.ARROW_DOWN, "Move " + name.toLowerCase(Locale.UK) + " down", () -> move(at, 1));
        down.setEnabled(at < blocks.size() - 1);
        if (blocks.size() > 1) {
            buttons.add(up, down);
        }
        if (blocks.size() > least) {
            buttons.add(QuietButton.icon(Icon.TRASH_2, "Take " + name.toLowerCase(Locale.UK) + " out", () -> {
                blocks.remove(at);
                draw();
                changed.run();
                say(name + " taken out");
                more.focus();
            }));
        }
        Div frame = new Div();
        frame.addClassName("sc-event-block");
        frame.getElement().setAttribute("role", "group");
        frame.getElement().setAttribute("aria-label", name);
        if (large) {
            Div top = new Div(new H3(name), buttons);
            top.addClassName("sc-event-block-top");
            frame.add(top, block);
        } else {
            frame.add(block, buttons);
        }
        return frame;
    }

    private void move(int at, int by) {
        Collections.swap(blocks, at, at + by);
        draw();
        changed.run();
        say("%s is number %d now".formatted(one, at + by + 1));
    }

    private void say(String words) {
        said.setText(words);
    }

    private String word() {
        return one.toLowerCase(Locale.UK);
    }
}
