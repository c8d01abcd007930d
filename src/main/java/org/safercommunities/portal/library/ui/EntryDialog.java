package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** A few fields and “Save”; what is refused is said at its field, and the dialog stays. */
class EntryDialog extends Dialog {

    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final FormColumn form = new FormColumn();
    private final PrimaryButton save;

    EntryDialog(String heading, Runnable action) {
        save = new PrimaryButton("Save", () -> attempt(action));
        Div content = new Div(new H2(heading), form, new Buttons(save, new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", heading);
    }

    /** What to know before the fields. */
    EntryDialog words(Component words) {
        form.addComponentAsFirst(words);
        return this;
    }

    /** What the button says that acts. */
    EntryDialog saying(String words) {
        save.setText(words);
        return this;
    }

    /** @param name as {@link InvalidDocument#field()} has it */
    EntryDialog field(String name, Component field) {
        fields.put(name, field);
        form.add(field);
        return this;
    }

    private void attempt(Runnable action) {
        fields.values().forEach(field -> {
            if (field instanceof HasValidation valid) {
                valid.setInvalid(false);
            }
        });
        try {
            action.run();
            close();
        } catch (InvalidDocument refused) {
            Component field = fields.getOrDefault(
                    refused.field(), fields.values().iterator().next());
            if (field instanceof HasValidation faulty) {
                faulty.setErrorMessage(refused.getMessage());
                faulty.setInvalid(true);
            }
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        }
    }
}
