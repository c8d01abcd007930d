package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The documents that were found, to choose from: one by one, or all of them, also those that are not shown. */
class BulkPicking extends Div {

    static final int SHOWN = 50;

    private final CheckboxGroup<DocumentCard> group = new CheckboxGroup<>("Documents");
    private final LiveText count = new LiveText("");
    private final SecondaryButton all = new SecondaryButton("Choose all", this::chooseAll);
    private final IntConsumer chosen;
    private List<UUID> found = List.of();
    private long total;
    private boolean everything;

    /** @param chosen told how many are chosen, each time that changes */
    BulkPicking(IntConsumer chosen) {
        this.chosen = chosen;
        group.addThemeName("vertical");
        group.setItemLabelGenerator(DocumentCard::title);
        group.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                everything = false;
                tell();
            }
        });
        add(new Buttons(all, new QuietButton("Choose none", this::chooseNone)), count, group);
    }

    /**
     * @param ids of all that may be chosen together, in order
     * @param cards of the first of them
     */
    void show(List<UUID> ids, long all, List<DocumentCard> cards, LibraryWords.Names names) {
        found = List.copyOf(ids);
        total = all;
        everything = false;
        Map<UUID, DocumentCard> byId = cards.stream().collect(Collectors.toMap(DocumentCard::id, card -> card));
        List<DocumentCard> inOrder = new ArrayList<>();
        ids.stream().filter(byId::containsKey).map(byId::get).forEach(inOrder::add);
        group.setItems(inOrder);
        group.setItemHelperGenerator(card ->
                "%s, %s".formatted(names.kind(card.kind()), card.marking().label()));
        group.setVisible(!inOrder.isEmpty());
        this.all.setText("Choose all %,d".formatted(ids.size()));
        this.all.setEnabled(!ids.isEmpty());
        tell();
    }

    List<UUID> chosen() {
        Set<UUID> picked = group.getValue().stream().map(DocumentCard::id).collect(Collectors.toSet());
        return everything ? found : found.stream().filter(picked::contains).toList();
    }

    Map<UUID, String> titles() {
        Map<UUID, String> titles = new LinkedHashMap<>();
        group.getListDataView().getItems().forEach(card -> titles.put(card.id(), card.title()));
        return titles;
    }

    private void chooseAll() {
        group.setValue(group.getListDataView().getItems().collect(Collectors.toSet()));
        everything = true;
        tell();
    }

    private void chooseNone() {
        group.deselectAll();
        everything = false;
        tell();
    }

    private void tell() {
        int now = chosen().size();
        String here = total > found.size()
                ? "%,d found, of which %,d can be changed together".formatted(total, found.size())
                : "%,d found".formatted(found.size());
        String shown = found.size() > SHOWN ? "; the first %d stand here".formatted(SHOWN) : "";
        count.setText("%,d chosen of %s%s.".formatted(now, here, shown));
        chosen.accept(now);
    }
}
