package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** The documents to be changed: how many, the first of them, and the others behind a fold, so that the form stays near. */
final class ChosenList extends Div {

    private static final int FIRST = 3;

    private final Map<UUID, DocumentCard> cards = new LinkedHashMap<>();
    private final LibraryWords.Names names;
    private Consumer<UUID> takenOut = id -> {};
    private final LiveText count = new LiveText("");
    private final Rows first = new Rows();
    private final Details rest = new Details();

    ChosenList(List<DocumentCard> chosen, LibraryWords.Names names) {
        this.names = names;
        chosen.forEach(card -> cards.put(card.id(), card));
        addClassName("sc-chosen");
        rest.getElement().getThemeList().add("no-padding");
        add(count, first, rest);
        draw();
    }

    /** Told of each that is not to be changed after all. */
    void whenTakenOut(Consumer<UUID> listener) {
        takenOut = listener;
    }

    List<UUID> ids() {
        return List.copyOf(cards.keySet());
    }

    Map<UUID, String> titles() {
        Map<UUID, String> titles = new LinkedHashMap<>();
        cards.forEach((id, card) -> titles.put(id, card.title()));
        return titles;
    }

    private void draw() {
        List<DocumentCard> all = new ArrayList<>(cards.values());
        first.removeAll();
        all.stream().limit(FIRST).forEach(card -> first.add(row(card, this::draw)));
        List<DocumentCard> others = all.subList(Math.min(FIRST, all.size()), all.size());
        rest.removeAll();
        rest.setVisible(!others.isEmpty());
        if (!others.isEmpty()) {
            rest.add(new GrowingRows(
                    others.size(),
                    (offset, limit) -> others.subList(offset, Math.min(offset + limit, others.size())).stream()
                            .filter(card -> cards.containsKey(card.id()))
                            .map(card -> row(card, this::tell))
                            .toList()));
        }
        tell();
    }

    private Row row(DocumentCard card, Runnable after) {
        Row row = Row.titled(card.title())
                .facts(names.kind(card.kind()), card.marking().label());
        row.action(QuietButton.icon(Icon.X, "Take out of the choice: " + card.title(), () -> {
            cards.remove(card.id());
            row.removeFromParent();
            takenOut.accept(card.id());
            after.run();
            // The button that had the focus is gone with its row
            getElement().executeJs("this.querySelector('vaadin-button')?.focus()");
        }));
        return row;
    }

    private void tell() {
        count.setText(BulkOutcome.documents(cards.size()) + " chosen");
        rest.setSummaryText("%,d more".formatted(Math.max(0, cards.size() - FIRST)));
    }
}
