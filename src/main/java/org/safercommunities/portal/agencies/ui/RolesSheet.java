package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** What a person may do beyond what everybody may. */
class RolesSheet extends Sheet {

    private final Map<Role, Checkbox> boxes = new EnumMap<>(Role.class);

    RolesSheet(PersonSummary person, Consumer<Set<Role>> save) {
        add(
                new H2("Roles"),
                new Paragraph(
                        "Everybody finds and downloads what is shared with their agency and groups. Beyond that:"));
        FormColumn form = new FormColumn();
        for (Role role : Role.values()) {
            Checkbox box = new Checkbox(role.inWords(), person.roles().contains(role));
            box.setHelperText(role.explanation());
            box.setEnabled(person.active());
            boxes.put(role, box);
            form.add(box);
        }
        if (person.active()) {
            form.add(new Buttons(new PrimaryButton("Save roles", () -> save.accept(chosen()))));
        } else {
            form.add(new Paragraph("Their membership has ended, so roles count for nothing now."));
        }
        add(form, note());
    }

    private static Paragraph note() {
        Paragraph note = new Paragraph("When roles change, the person’s open pages close and they sign in again.");
        note.addClassName("sc-note");
        return note;
    }

    private Set<Role> chosen() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        boxes.forEach((role, box) -> {
            if (box.getValue()) {
                chosen.add(role);
            }
        });
        return chosen;
    }
}
