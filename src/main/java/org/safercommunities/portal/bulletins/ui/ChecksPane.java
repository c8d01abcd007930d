package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** What has to be put right before it can be sent, each with the way to its block. */
final class ChecksPane extends Sheet {

    private final LiveText count = new LiveText("");
    private final UnorderedList list = new UnorderedList();
    private final Consumer<String> goTo;

    ChecksPane(Consumer<String> goTo) {
        this.goTo = goTo;
        addClassName("sc-checks");
        Div top = new Div(new H2("Before it can be sent"), count);
        top.addClassName("sc-checks-top");
        list.addClassName("sc-plain-list");
        add(top, list);
    }

    void show(List<BlockCard.Found> found) {
        list.removeAll();
        long stops = found.stream().filter(BlockCard.Found::stops).count();
        count.setText(
                stops == 0
                        ? found.isEmpty() ? "All is well" : "Nothing stands in the way"
                        : stops == 1 ? "1 to put right" : stops + " to put right");
        found.forEach(one -> list.add(line(one)));
        if (found.isEmpty()) {
            ListItem well = new ListItem(Icon.CHECK.create());
            well.add(new Span(
                    "Pictures are described, links answer, contrast is good, and the plain text is complete."));
            well.addClassName("sc-good");
            list.add(well);
        }
    }

    private ListItem line(BlockCard.Found one) {
        ListItem line = new ListItem((one.stops() ? Icon.CIRCLE_ALERT : Icon.TRIANGLE_ALERT).create());
        line.addClassName(one.stops() ? "sc-bad" : "sc-warn");
        Span words = new Span(one.words());
        line.add(words);
        String block = one.block();
        if (block != null) {
            QuietButton there = new QuietButton("Go to it", () -> goTo.accept(block));
            there.setAriaLabel("Go to it: " + one.words());
            line.add(there);
        }
        return line;
    }
}
