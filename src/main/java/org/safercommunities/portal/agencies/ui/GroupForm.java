package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Name, sort and description of a group, new or known. */
class GroupForm extends FormColumn {

    /** What is said of a group. */
    @FunctionalInterface
    interface Said {
        void accept(GroupKind kind, String name, String description);
    }

    private final TextField name = new TextField("Name");
    private final Select<GroupKind> kind = new Select<>();
    private final TextArea description = new TextArea("What it is for");
    private final EntryForm entry = new EntryForm(this);
    private final Buttons buttons = new Buttons();

    private GroupForm() {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        description.setMaxLength(600);
        description.setHelperText("So that editors know whom they share with. At most 600 characters.");
        kind.setLabel("What sort of group");
        kind.setItems(GroupKind.values());
        kind.setItemLabelGenerator(GroupKind::inWords);
        kind.setValue(GroupKind.TASK_GROUP);
        entry.field("name", name).field("description", description);
        add(name, kind, description, buttons);
    }

    static GroupForm forNew(Said create, Runnable cancel) {
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

    static GroupForm forKnown(GroupSummary group, Said save, Runnable after) {
        GroupForm form = new GroupForm();
        form.name.setValue(group.name());
        form.kind.setValue(group.kind());
        form.description.setValue(group.description());
        form.buttons.add(new SecondaryButton("Save", () -> form.save("Saved.", save, after)));
        return form;
    }

    void focus() {
        name.focus();
    }

    private void save(String done, Said action, Runnable after) {
        if (entry.attempt(done, () -> action.accept(kind.getValue(), name.getValue(), description.getValue()))) {
            after.run();
        }
    }
}
