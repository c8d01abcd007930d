package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.Sheet;

/** Opens a document in an emergency: which, why, for how long. */
class EmergencyForm extends Sheet {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final EmergencyAccess emergencies;
    private final CurrentReader reader;
    private final TextField document = new TextField("Address of the document");
    private final TextArea reason = new TextArea("Why it cannot wait");
    private final Select<Duration> lasts = new Select<>();

    EmergencyForm(EmergencyAccess emergencies, CurrentReader reader) {
        super(new H2("Open a document"));
        this.emergencies = emergencies;
        this.reader = reader;
        document.setHelperText(
                "Whoever has it can send you the link. Nothing is said of a document before it is open.");
        document.setRequiredIndicatorVisible(true);
        document.setMaxLength(300);
        reason.setHelperText("At least a sentence. Other administrators read it.");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(EmergencyAccess.LONGEST_REASON);
        reason.setMinRows(3);
        lasts.setLabel("For");
        lasts.setItems(Duration.ofMinutes(15), EmergencyAccess.USUAL, Duration.ofHours(4), EmergencyAccess.LONGEST);
        lasts.setItemLabelGenerator(EmergencyForm::inWords);
        lasts.setValue(EmergencyAccess.USUAL);
        add(
                new FormColumn(document, reason, lasts),
                new Paragraph(
                        "Its owner, the coordinators of its agency and all administrators are told by mail. What you read and download is recorded."),
                new Div(new DangerButton("Open it", this::ask)));
    }

    private static String inWords(Duration lasts) {
        return lasts.toMinutes() < 60
                ? lasts.toMinutes() + " minutes"
                : lasts.toHours() == 1 ? "1 hour" : lasts.toHours() + " hours";
    }

    private void ask() {
        Optional<UUID> id = id();
        if (id.isEmpty()) {
            refuse(new InvalidDocument("document", "Paste the address of a document, such as …/library/1b2c…"));
            return;
        }
        ConfirmQuestion.askDanger(
                "Open a document that is not for you?",
                "People are told at once, with your name. It is yours to read for %s."
                        .formatted(inWords(lasts.getValue())),
                "Open it",
                () -> open(id.get()));
    }

    private Optional<UUID> id() {
        Matcher found = ID.matcher(document.getValue());
        return found.find() ? Optional.of(UUID.fromString(found.group())) : Optional.empty();
    }

    private void open(UUID id) {
        try {
            Emergency emergency = emergencies.open(id, reason.getValue(), lasts.getValue(), reader.get());
            UI.getCurrent().navigate("library/" + emergency.document());
        } catch (InvalidDocument refused) {
            refuse(refused);
        }
    }

    private void refuse(InvalidDocument refused) {
        Map<String, HasValidation> fields = Map.of("document", document, "reason", reason, "minutes", lasts);
        fields.values().forEach(field -> field.setInvalid(false));
        HasValidation field = fields.get(refused.field());
        if (field == null) {
            Notices.on(UI.getCurrent()).bad(refused.getMessage() + ".");
            return;
        }
        field.setErrorMessage(refused.getMessage());
        field.setInvalid(true);
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
