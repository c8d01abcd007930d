package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.catalogue.BulkChoice;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StickyBar;
import org.springframework.beans.factory.ObjectProvider;

/** Several documents of a list chosen where they stand: a box in each row, and at the lower edge what can be done with them. */
@JavaScript("context://scripts/choose-rows.js")
final class Choosing extends Div {

    private final Services services;
    private final ChosenDocuments chosen;
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private final QuietButton turn = new QuietButton("Choose several", Icon.CHECK, this::turn);
    private final QuietButton all = new QuietButton("", this::chooseAll);
    private final PrimaryButton change =
            new PrimaryButton("Change …", () -> UI.getCurrent().navigate(ChangeDocumentsView.class));
    private final SecondaryButton pack = new SecondaryButton("Add to a pack …", this::addToPack);
    private final QuietButton clear = new QuietButton("Clear", this::clear);
    private final StickyBar bar = new StickyBar("", change, pack);
    private Supplier<List<UUID>> found = List::of;
    private long total;
    private boolean on;

    /** A row that can be chosen. */
    private record Line(Row row, Checkbox box) {}

    private Choosing(Services services, ChosenDocuments chosen) {
        this.services = services;
        this.chosen = chosen;
        on = chosen.count() > 0;
        addClassName("sc-choosing");
        add(turn, all);
        bar.addClassName("sc-choice-bar");
        bar.addComponentAtIndex(1, clear);
    }

    /** What stands below the list, and stays at the lower edge. */
    Component bar() {
        return bar;
    }

    /** How many can be chosen together. */
    int most() {
        return chosen.most();
    }

    /** Before the list is drawn anew. */
    void begin() {
        lines.clear();
    }

    /** A row of the list. */
    Row of(Row row, UUID id, String title) {
        Checkbox box = new Checkbox();
        box.setAriaLabel("Choose: " + title);
        box.setValue(chosen.has(id));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(id, box);
            }
        });
        lines.put(id, new Line(row, box));
        if (on) {
            row.tick(box);
        }
        return row;
    }

    /** After the list of what a search has found was drawn. */
    void found(SearchQuery query, long total) {
        found(
                total,
                () -> services.choice().found(query, services.reader().get()).ids());
    }

    /**
     * After the list was drawn.
     *
     * @param total how long the whole of it is
     * @param ids of all of them, or of as many as can be chosen together
     */
    void found(long total, Supplier<List<UUID>> ids) {
        this.total = total;
        found = ids;
        tell();
    }

    private void turn() {
        on = !on;
        if (on) {
            lines.values().forEach(line -> line.row().tick(line.box()));
        } else {
            lines.values().forEach(line -> line.row().untick());
            untickAll();
        }
        tell();
    }

    private void choose(UUID id, Checkbox box) {
        if (!box.getValue()) {
            chosen.takeOut(id);
        } else if (!chosen.add(id)) {
            box.setValue(false);
            full();
        }
        tell();
    }

    private void chooseAll() {
        List<UUID> ids = found.get();
        if (ids.stream().filter(id -> !chosen.add(id)).count() > 0) {
            full();
        }
        lines.forEach((id, line) -> line.box().setValue(chosen.has(id)));
        tell();
    }

    private void full() {
        Notices.on(UI.getCurrent())
                .say("At most %,d documents can be chosen together. Change these first, then the rest."
                        .formatted(chosen.most()));
    }

    private void clear() {
        untickAll();
        tell();
        // The button that had the focus cannot keep it
        turn.focus();
    }

    private void untickAll() {
        chosen.clear();
        lines.values().forEach(line -> line.box().setValue(false));
    }

    private void addToPack() {
        new PackChoiceDialog(chosen.ids(), services.packs(), services.filling(), services.reader()).open();
    }

    private void tell() {
        int count = chosen.count();
        long here = lines.keySet().stream().filter(chosen::has).count();
        bar.setVisible(on);
        bar.setStatus((count == 0 ? "None chosen" : "%,d chosen".formatted(count))
                + (here == count ? "" : ", %,d of them not shown here".formatted(count - here)));
        change.setEnabled(count > 0);
        pack.setEnabled(count > 0);
        clear.setEnabled(count > 0);
        turn.setText(on ? "Stop choosing" : "Choose several");
        turn.setIcon((on ? Icon.X : Icon.CHECK).create());
        turn.setVisible(on || total > 0);
        all.setText(
                total > chosen.most()
                        ? "Choose the first %,d of %,d".formatted(chosen.most(), total)
                        : "Choose all %,d".formatted(total));
        all.setVisible(on && total > 1);
    }

    /** What choosing needs. */
    @org.springframework.stereotype.Component("choosingServices")
    record Services(
            BulkChoice choice,
            Packs packs,
            PackFilling filling,
            CurrentReader reader,
            ObjectProvider<ChosenDocuments> chosen) {

        /** Null for whoever may not change documents. */
        @Nullable
        Choosing forEditor() {
            return reader.get().is(Role.EDITOR) ? new Choosing(this, chosen.getObject()) : null;
        }
    }
}
