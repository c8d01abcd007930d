package org.safercommunities.portal.e2e.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.ErrorSummary.Fault;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StickyBar;

@Route("kit/form")
@PageTitle("Add documents")
@Menu(title = "Add documents", order = 110, icon = "cloud-upload")
class KitForm extends Div {

    private final TextField name = new TextField("Name");
    private final EmailField email = new EmailField("Work email address");
    private final TextArea reason = new TextArea("Why you ask");
    private final Checkbox agree = new Checkbox("I have read the privacy notice");
    private final DatePicker review = new DatePicker("Review on");
    private final Select<String> kind = new Select<>();
    private final ErrorSummary errors = new ErrorSummary();

    KitForm() {
        email.setHelperText("For example name@council.gov.uk");
        kind.setLabel("Kind");
        kind.setItems("Guidance", "Template", "Report");
        MultiSelectComboBox<String> topics = new MultiSelectComboBox<>("Topics");
        topics.setItems("Anti-Social Behaviour", "Domestic Abuse", "Road Safety");
        topics.select("Anti-Social Behaviour", "Road Safety");
        topics.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        RadioButtonGroup<String> marking = new RadioButtonGroup<>("Marking");
        marking.setItems("OFFICIAL", "OFFICIAL-SENSITIVE");
        marking.setValue("OFFICIAL");
        KeepTyped kept = KeepTyped.keep(this, "kit-form", name, email, reason, agree, review)
                .choice(kind, text -> text, text -> text);
        PrimaryButton send = new PrimaryButton("Publish 15 documents", () -> send(kept));
        add(
                new PageHeader("Add documents")
                        .lead("Drop files here, then say once what they are and who may see them."),
                errors,
                new FormColumn(name, email, reason, kind, topics, marking, review, agree),
                new StickyBar(
                        "15 files ready to publish, 2 need you",
                        new SecondaryButton("Keep as drafts", () -> {}),
                        send));
    }

    private void send(KeepTyped kept) {
        boolean missing = name.isEmpty();
        name.setInvalid(missing);
        name.setErrorMessage("Enter your name");
        errors.show(missing ? List.of(new Fault("Enter your name", name)) : List.of());
        if (!missing) {
            kept.forget();
            Notices.on(UI.getCurrent()).good("Sent.");
        }
    }
}
