package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Name and description of a group, new or known. */
class GroupForm extends FormColumn {

    private final TextField name = new TextField("Name");
    private final TextArea description = new TextArea("What it is for");
    private final EntryForm entry = new EntryForm(this);
    private final Buttons buttons = new Buttons();

    private GroupForm() {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        description.setMaxLength(600);
        description.setHelperText("So that editors know whom they share with. At most 600 characters.");
        entry.field("name", name).field("description", description);
        add(name, description, buttons);
    }

    static GroupForm forNew(BiConsumer<String, String> create, Runnable cancel) {
        GroupForm form = new GroupForm();
        KeepTyped kept = KeepTyped.keep(form, "group-new", form.name, form.description);
        form.buttons.add(
                new PrimaryButton("Add group", () -> form.save("The group has been added.", create, kept::forget)),
                new QuietButton("Cancel", () -> {
                    kept.forget();
                    cancel.run();
                }));
        return form;
    }

    static GroupForm forKnown(GroupSummary group, BiConsumer<String, String> save, Runnable after) {
        GroupForm form = new GroupForm();
        form.name.setValue(group.name());
        form.description.setValue(group.description());
        form.buttons.add(new SecondaryButton("Save", () -> form.save("Saved.", save, after)));
        return form;
    }

    void focus() {
        name.focus();
    }

    private void save(String done, BiConsumer<String, String> action, Runnable after) {
        if (entry.attempt(done, () -> action.accept(name.getValue(), description.getValue()))) {
            after.run();
        }
    }
}
