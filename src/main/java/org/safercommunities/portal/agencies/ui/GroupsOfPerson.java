package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.PersonFile;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The groups that a person is in, to leave and to join. */
class GroupsOfPerson extends PageSection {

    GroupsOfPerson(PersonFile file, List<GroupSummary> active, Consumer<String> join, Consumer<String> leave) {
        super("Groups");
        String name = file.person().name();
        if (file.groups().isEmpty()) {
            add(new Paragraph(name + " is in no group."));
        } else {
            add(new Rows(file.groups().entrySet().stream()
                    .map(group -> Row.linked(group.getValue(), "admin/groups/" + group.getKey())
                            .icon(Icon.LAYERS)
                            .action(QuietButton.icon(
                                    Icon.X,
                                    "Take %s out of %s".formatted(name, group.getValue()),
                                    () -> leave.accept(group.getKey()))))
                    .toList()));
        }
        List<GroupSummary> others = active.stream()
                .filter(group -> !file.groups().containsKey(group.slug()))
                .toList();
        if (!others.isEmpty() && file.person().active()) {
            ComboBox<GroupSummary> choice = new ComboBox<>("Add to a group");
            choice.setItems(others);
            choice.setItemLabelGenerator(GroupSummary::name);
            FilterLine line = new FilterLine(choice, new SecondaryButton("Add", () -> {
                if (choice.getValue() == null) {
                    choice.setErrorMessage("Choose a group");
                    choice.setInvalid(true);
                    choice.focus();
                } else {
                    join.accept(choice.getValue().slug());
                }
            }));
            line.addClassName("sc-below-rows");
            add(line);
        }
    }
}
