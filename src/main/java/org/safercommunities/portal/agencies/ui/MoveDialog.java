package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiConsumer;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** A coordinator says where a colleague goes; the agency there answers. */
class MoveDialog extends Dialog {

    private final ComboBox<AgencySummary> agency = new ComboBox<>("New agency");
    private final TextArea note = new TextArea("What they should know (optional)");
    private final EntryForm entry = new EntryForm(this);

    /**
     * @param agencies to choose from
     * @param ask gets the agency's slug and the note
     */
    MoveDialog(PersonSummary person, List<AgencySummary> agencies, BiConsumer<String, String> ask, Runnable after) {
        agency.setItems(agencies);
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setRequiredIndicatorVisible(true);
        note.setMaxLength(300);
        note.setHelperText("For example: starts with you on Monday as antisocial behaviour officer.");
        entry.field("agency", agency).field("note", note);
        String title = "Where does %s go?".formatted(person.name());
        Div words = new Div(
                new H2(title),
                new Paragraph(
                        "We ask the coordinators there. When they say yes, %s is in their agency, keeps what they booked, and loses roles and groups. Until then nothing changes."
                                .formatted(person.name())),
                new FormColumn(agency, note),
                new Buttons(
                        new PrimaryButton("Ask them", () -> {
                            AgencySummary chosen = agency.getValue();
                            if (chosen == null) {
                                agency.setErrorMessage("Choose an agency");
                                agency.setInvalid(true);
                                agency.focus();
                            } else if (entry.attempt(
                                    chosen.name() + " has been asked.",
                                    () -> ask.accept(chosen.slug(), note.getValue()))) {
                                close();
                                after.run();
                            }
                        }),
                        new SecondaryButton("Go back", this::close)));
        words.addClassName("sc-question");
        add(words);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", title);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                agency.focus();
            }
        });
    }
}
