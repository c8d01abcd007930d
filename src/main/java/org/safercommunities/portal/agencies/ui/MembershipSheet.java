package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.PersonFile;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** A person’s membership in their agency: confirm it, end it, begin it anew, or move it to another agency. */
class MembershipSheet extends Sheet {

    private final PersonFile file;
    private final EntryForm entry = new EntryForm(this);

    MembershipSheet(
            PersonFile file,
            List<AgencySummary> agencies,
            Consumer<String> join,
            Runnable confirm,
            Consumer<String> end) {
        this.file = file;
        PersonSummary person = file.person();
        add(new H2("Membership"));
        if (person.active()) {
            add(
                    new Paragraph("In %s since %s. %s"
                            .formatted(
                                    file.agencyName(),
                                    Dates.brief(person.since()),
                                    person.confirmed() == null
                                            ? "Not confirmed yet."
                                            : "Confirmed on " + Dates.brief(person.confirmed()) + ".")),
                    new Buttons(new SecondaryButton("Confirm", confirm)),
                    moving("Move to another agency", "Move", agencies, join),
                    ending(end));
        } else {
            add(
                    new Paragraph("%s left %s and cannot sign in.".formatted(person.name(), file.agencyName())),
                    moving("Begin a membership in", "Begin", agencies, join));
        }
    }

    private FormColumn moving(String label, String verb, List<AgencySummary> agencies, Consumer<String> join) {
        PersonSummary person = file.person();
        ComboBox<AgencySummary> agency = new ComboBox<>(label);
        agency.setItems(agencies.stream()
                .filter(each -> !person.active() || !each.slug().equals(person.agency()))
                .toList());
        agency.setItemLabelGenerator(AgencySummary::name);
        entry.field("agency", agency);
        return new FormColumn(agency, new SecondaryButton(verb, () -> {
            AgencySummary chosen = agency.getValue();
            if (chosen == null) {
                agency.setErrorMessage("Choose an agency");
                agency.setInvalid(true);
                agency.focus();
                return;
            }
            ConfirmQuestion.ask(
                    (person.active() ? "Move %s to %s?" : "Begin a membership of %s in %s?")
                            .formatted(person.name(), chosen.name()),
                    "They lose all roles, keep their groups and history, and see what is shared with %s from then on. Check the groups afterwards."
                            .formatted(chosen.name()),
                    verb,
                    () -> entry.tried(() -> join.accept(chosen.slug())));
        }));
    }

    private FormColumn ending(Consumer<String> end) {
        TextField reason = new TextField("Reason for ending it");
        reason.setMaxLength(300);
        reason.setHelperText("For example: has left the council. Staff can read it later.");
        entry.field("reason", reason);
        return new FormColumn(reason, new DangerButton("End membership", () -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage("Enter a reason");
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            EndMembership.ask(file.person().name(), () -> entry.tried(() -> end.accept(reason.getValue())));
        }));
    }
}
