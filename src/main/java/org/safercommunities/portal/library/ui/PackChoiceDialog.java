package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackCard;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks which pack several documents are to be put into, after those that are in it. */
final class PackChoiceDialog extends Dialog {

    private final List<UUID> documents;
    private final PackFilling filling;
    private final CurrentReader reader;
    private final ComboBox<PackCard> pack = new ComboBox<>("Pack");

    PackChoiceDialog(List<UUID> documents, Packs packs, PackFilling filling, CurrentReader reader) {
        this.documents = documents;
        this.filling = filling;
        this.reader = reader;
        pack.setItemLabelGenerator(PackCard::title);
        pack.setItems(query ->
                packs
                        .choices(query.getFilter().orElse(""), query.getOffset(), query.getLimit(), reader.get())
                        .stream());
        pack.setWidthFull();
        pack.setRequiredIndicatorVisible(true);
        String question = "Add %s to a pack".formatted(BulkOutcome.documents(documents.size()));
        Div content = new Div(
                new H2(question),
                new Paragraph(
                        "They come last in it, in the order you chose them. Whoever may see the pack sees of them what"
                                + " is for them."),
                pack,
                new Buttons(
                        new PrimaryButton("Add to the pack", this::add), new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", question);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                pack.focus();
            }
        });
    }

    private void add() {
        PackCard into = pack.getValue();
        if (into == null) {
            pack.setErrorMessage("Choose a pack");
            pack.setInvalid(true);
            pack.focus();
            return;
        }
        int added = 0;
        String refused = "";
        for (UUID document : documents) {
            try {
                filling.add(into.id(), NewMember.document(document), reader.get());
                added++;
            } catch (InvalidPack invalid) {
                refused = invalid.getMessage();
            }
        }
        close();
        int left = documents.size() - added;
        String words = "%s added to “%s”.".formatted(BulkOutcome.documents(added), into.title());
        Notices.on(UI.getCurrent())
                .good(left == 0 ? words : "%s %s left out: %s.".formatted(words, BulkOutcome.documents(left), refused));
    }
}
