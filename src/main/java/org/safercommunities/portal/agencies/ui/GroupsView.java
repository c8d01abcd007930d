package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StateChip;

/** The groups across agencies. */
@Route("admin/groups")
@PageTitle("Groups")
@Menu(title = "Groups", order = 330, icon = "layers")
@RolesAllowed("ADMINISTRATOR")
class GroupsView extends Div {

    private final Groups groups;
    private final CurrentReader reader;
    private final PrimaryButton add = new PrimaryButton("Add group", Icon.PLUS, this::askForNew);
    private final Div form = new Div();

    GroupsView(Groups groups, CurrentReader reader) {
        this.groups = groups;
        this.reader = reader;
        List<GroupSummary> all = groups.all().stream()
                .sorted(Comparator.comparing(group -> !group.active()))
                .toList();
        add(
                new PageHeader("Groups")
                        .crumb("Administration", "admin")
                        .lead("People of several agencies who share what is not for the others. What is shared with a "
                                + "group only its members see: editors and administrators who are not in it do not.")
                        .actions(add),
                form,
                all.isEmpty()
                        ? new EmptyState(
                                Icon.LAYERS,
                                "There is no group yet",
                                "A board or a steering group is a good first one.")
                        : new Rows(all.stream().map(GroupsView::row).toList()));
    }

    private static Row row(GroupSummary group) {
        return Row.linked(group.name(), "admin/groups/" + group.slug())
                .icon(Icon.LAYERS)
                .facts(group.kind().inWords(), members(group.members()), group.description())
                .chips(group.active() ? new Component[0] : new Component[] {StateChip.warn(Icon.POWER, "Ended")});
    }

    static String members(int count) {
        return switch (count) {
            case 0 -> "no members";
            case 1 -> "1 member";
            default -> count + " members";
        };
    }

    private void askForNew() {
        GroupForm fields = GroupForm.forNew(this::create, this::closeForm);
        form.removeAll();
        form.add(Sheet.titled("Add a group", fields));
        form.addClassName("sc-section");
        add.setVisible(false);
        fields.focus();
    }

    private void closeForm() {
        form.removeAll();
        form.removeClassName("sc-section");
        add.setVisible(true);
        add.focus();
    }

    private void create(GroupKind kind, String name, String description) {
        GroupSummary made = groups.create(kind, name, description, reader.get());
        UI.getCurrent().navigate("admin/groups/" + made.slug());
    }
}
