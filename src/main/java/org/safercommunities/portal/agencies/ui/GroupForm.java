package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Name and description of a group, new or known. */
class GroupForm extends FormColumn {

    private final TextField name = new TextField("Name");
    private final TextArea description = new TextArea("What it is for");
    private final EntryForm entry = new EntryForm(this);

    /** @param cancel null for a group that is there already */
    private GroupForm(
            String label, String done, BiConsumer<String, String> action, Runnable after, @Nullable Runnable cancel) {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        description.setMaxLength(600);
        description.setHelperText("So that editors know whom they share with. At most 600 characters.");
        entry.field("name", name).field("description", description);
        Buttons buttons = new Buttons(new PrimaryButton(label, () -> {
            if (entry.attempt(done, () -> action.accept(name.getValue(), description.getValue()))) {
                after.run();
            }
        }));
        if (cancel != null) {
            buttons.add(new QuietButton("Cancel", cancel));
        }
        add(name, description, buttons);
    }

    static GroupForm forNew(BiConsumer<String, String> create, Runnable cancel) {
        KeepTyped[] kept = new KeepTyped[1];
        GroupForm form = new GroupForm("Add group", "The group has been added.", create, () -> kept[0].forget(), () -> {
            kept[0].forget();
            cancel.run();
        });
        kept[0] = KeepTyped.keep(form, "group-new", form.name, form.description);
        return form;
    }

    static GroupForm forKnown(GroupSummary group, BiConsumer<String, String> save, Runnable after) {
        GroupForm form = new GroupForm("Save", "Saved.", save, after, null);
        form.name.setValue(group.name());
        form.description.setValue(group.description());
        return form;
    }

    void focus() {
        name.focus();
    }
}
