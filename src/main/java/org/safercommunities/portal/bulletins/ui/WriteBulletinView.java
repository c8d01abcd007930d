package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinCard;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** Begins a bulletin: from nothing, from a template or from an earlier one. */
@Route("bulletins/write")
@PageTitle("Write a bulletin")
@Menu(title = "Write a bulletin", order = 120, icon = "file-pen")
@StyleSheet("bulletins.css")
@RolesAllowed("EDITOR")
class WriteBulletinView extends Div {

    private static final int EARLIER = 50;

    private final Bulletins bulletins;
    private final BulletinWriting writing;
    private final CurrentReader reader;
    private final RadioButtonGroup<BulletinKind> kind = new RadioButtonGroup<>("Kind");
    private final TextField title = new TextField("Title");
    private final ComboBox<BulletinCard> from = new ComboBox<>("Begin with");

    WriteBulletinView(Bulletins bulletins, BulletinWriting writing, CurrentReader reader) {
        this.bulletins = bulletins;
        this.writing = writing;
        this.reader = reader;
        kind.setItems(BulletinKind.values());
        kind.setItemLabelGenerator(BulletinWords::kind);
        kind.setValue(BulletinKind.E_BULLETIN);
        kind.addValueChangeListener(change -> offer());
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(200);
        title.setHelperText("For example “December e-bulletin”");
        title.setWidthFull();
        from.setClearButtonVisible(true);
        from.setHelperText("A template or an earlier one; empty for nothing");
        from.setItemLabelGenerator(WriteBulletinView::words);
        from.setWidthFull();
        offer();
        PrimaryButton begin = new PrimaryButton("Begin", this::begin);
        add(
                new PageHeader("Write a bulletin")
                        .crumb("Bulletins", "bulletins")
                        .lead("It is kept as a draft that editors see, and saved while you write."),
                new Sheet(new FormColumn(kind, title, from, new Buttons(begin))));
    }

    private void offer() {
        BulletinCard chosen = from.getValue();
        List<BulletinCard> offers = new ArrayList<>(bulletins.inWork(reader.get()).stream()
                .filter(BulletinCard::template)
                .filter(card -> card.kind() == kind.getValue())
                .toList());
        offers.addAll(bulletins.archive(kind.getValue(), 0, EARLIER, reader.get()));
        from.setItems(offers);
        if (chosen != null && offers.contains(chosen)) {
            from.setValue(chosen);
        }
    }

    private static String words(BulletinCard card) {
        var sent = card.sentAt();
        return card.template() || sent == null
                ? card.title() + ", template"
                : "%s, %s".formatted(card.title(), Dates.brief(sent));
    }

    private void begin() {
        title.setInvalid(false);
        try {
            BulletinCard earlier = from.getValue();
            UUID id = earlier == null
                    ? writing.begin(
                            new BulletinPlan(
                                    title.getValue(),
                                    kind.getValue(),
                                    "",
                                    BulletinAudience.ofEveryone(kind.getValue()),
                                    Blocks.NONE,
                                    false),
                            reader.get())
                    : writing.duplicate(earlier.id(), title.getValue(), reader.get());
            UI.getCurrent().navigate("bulletins/%s/edit".formatted(id));
        } catch (InvalidBulletin refused) {
            title.setErrorMessage(refused.getMessage());
            title.setInvalid(true);
            title.focus();
        }
    }
}
