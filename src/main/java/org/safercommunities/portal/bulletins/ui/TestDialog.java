package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Sends it to the editor, and to colleagues whom they name. */
final class TestDialog extends Dialog {

    private final ComposerServices services;
    private final UUID bulletin;
    private final MultiSelectComboBox<PersonSummary> others = new MultiSelectComboBox<>("Colleagues");

    TestDialog(ComposerServices services, UUID bulletin) {
        this.services = services;
        this.bulletin = bulletin;
        others.setItems(query ->
                services
                        .people()
                        .search(query.getFilter().orElse(""), null, query.getOffset(), query.getLimit())
                        .stream());
        others.setItemLabelGenerator(person -> "%s, %s".formatted(person.name(), person.email()));
        others.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        others.setWidthFull();
        Div content = new Div(
                new H2("Send a test"),
                new Paragraph("Each gets what they may see of it, with “Test” in the subject."),
                new Buttons(new PrimaryButton("Send it to me", this::toMe)),
                others,
                new Buttons(
                        new SecondaryButton("Send it to them", this::toOthers),
                        new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        getElement().setAttribute("aria-label", "Send a test");
    }

    private void toMe() {
        send(List.of(services.reader().get().personId()));
    }

    private void toOthers() {
        send(others.getValue().stream().map(PersonSummary::id).toList());
    }

    private void send(List<UUID> to) {
        try {
            services.tests().send(bulletin, to, services.reader().get());
            close();
            Notices.on(UI.getCurrent())
                    .good(to.size() == 1 ? "The test is on its way." : "The tests are on their way.");
        } catch (InvalidBulletin refused) {
            Notices.on(UI.getCurrent()).bad(refused.getMessage() + ".");
        }
    }
}
