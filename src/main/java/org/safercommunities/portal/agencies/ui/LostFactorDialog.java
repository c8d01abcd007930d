package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.LostFactors.Checked;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks whoever takes off somebody’s second factor how they made sure that it is them; of whoever has not shown it lately, who they are. */
class LostFactorDialog extends Dialog {

    private final RadioButtonGroup<Checked> checked = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea("What happened");
    private final EntryForm entry = new EntryForm(this);

    /**
     * @param page of the one who asks, without a slash before it, to come back to
     * @param takeOff gets how they made sure, null when they did not say, and the reason
     */
    LostFactorDialog(
            PersonSummary person,
            String page,
            Reader by,
            BiConsumer<@Nullable Checked, String> takeOff,
            Runnable after) {
        String title = "Has %s lost their phone?".formatted(person.name());
        Div words = new Div(new H2(title));
        words.addClassName("sc-question");
        if (by.isProven()) {
            words.add(
                    new Paragraph(
                            "Make sure that it is them: whoever gets you to do this is one password away from being %s here. Their authenticator app no longer counts, they are signed out everywhere, and we tell them by mail. They set up a new one when a code is next needed."
                                    .formatted(person.name())),
                    fields(),
                    new Buttons(
                            new PrimaryButton("Take it off", () -> {
                                if (entry.attempt(
                                        "The second factor of " + person.name() + " is off.",
                                        () -> takeOff.accept(checked.getValue(), reason.getValue()))) {
                                    close();
                                    after.run();
                                }
                            }),
                            new SecondaryButton("Go back", this::close)));
        } else {
            words.add(
                    new Paragraph("You can take off their second factor once you have confirmed that it is you."),
                    new Buttons(
                            LinkButton.primary(
                                            "confirm?to=" + URLEncoder.encode("/" + page, StandardCharsets.UTF_8),
                                            "Confirm that it is you")
                                    .with(Icon.LOCK)
                                    .outside(),
                            new SecondaryButton("Go back", this::close)));
        }
        add(words);
        // A click beside it would lose what was typed
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", title);
    }

    private FormColumn fields() {
        checked.setLabel("How did you make sure that it is them?");
        checked.setItems(Checked.values());
        checked.setItemLabelGenerator(Checked::inWords);
        checked.setRequiredIndicatorVisible(true);
        reason.setMaxLength(300);
        reason.setMinRows(2);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("For example: new phone, the old one was handed in. Administrators can read it later.");
        entry.field("checked", checked).field("reason", reason);
        return new FormColumn(checked, reason);
    }
}
