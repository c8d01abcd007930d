package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.GroupPlace;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StateChip;

/** One group: who is in it, and what it is for. */
@Route("admin/groups/:slug")
@RolesAllowed("ADMINISTRATOR")
class GroupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Groups groups;
    private final Agencies agencies;
    private final PeopleDirectory directory;
    private final StaffTrail trail;
    private final CurrentReader reader;
    private final EntryForm entry = new EntryForm(this);
    private String slug = "";
    private String title = "Group";

    GroupView(Groups groups, Agencies agencies, PeopleDirectory directory, StaffTrail trail, CurrentReader reader) {
        this.groups = groups;
        this.agencies = agencies;
        this.directory = directory;
        this.trail = trail;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElse("");
        groups.find(slug).ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(GroupSummary group) {
        title = group.name();
        removeAll();
        PageHeader header = new PageHeader(group.name())
                .crumb("Administration", "admin")
                .crumb("Groups", "admin/groups")
                .lead(group.description());
        header.facts(
                group.active()
                        ? new Component[] {new FactsLine(group.kind().inWords())}
                        : new Component[] {
                            StateChip.warn(Icon.POWER, "Ended"),
                            new FactsLine(group.kind().inWords())
                        });
        Div aside = new Div(
                Sheet.titled(
                        "Name and purpose",
                        GroupForm.forKnown(
                                group,
                                (kind, name, description) ->
                                        groups.describe(slug, kind, name, description, reader.get()),
                                this::reload)),
                group.active() ? ending(group) : reopening());
        Div main = new Div(people(), new History(trail, "group:" + slug, reader.get()));
        add(header, PageColumns.withAside(main, aside));
    }

    private Component people() {
        Map<String, String> names =
                agencies.all().stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        List<PersonSummary> people = directory.inGroup(slug, reader.get());
        List<GroupPlace> places = groups.places(slug, reader.get());
        boolean open = groups.find(slug).filter(GroupSummary::active).isPresent();
        return new GroupPeople(
                places,
                people,
                names,
                Dates.today(),
                section -> {
                    if (open) {
                        section.add(choice(places));
                    }
                },
                new GroupPeople.Actions() {
                    @Override
                    public void change(PersonSummary person, GroupPlace place) {
                        new PlaceDialog(person, place, GroupPeople.members(places, people, person.id()), changed -> {
                                    groups.put(slug, changed, reader.get());
                                    reload();
                                })
                                .open();
                    }

                    @Override
                    public void takeOut(PersonSummary person) {
                        remove(person);
                    }
                });
    }

    private FilterLine choice(List<GroupPlace> places) {
        ComboBox<PersonSummary> person = new ComboBox<>("Add a member");
        person.setPlaceholder("Name or email address");
        person.setItemLabelGenerator(each -> each.name() + ", " + each.email());
        person.setItems(
                query -> directory
                        .search(query.getFilter().orElse(""), null, query.getOffset(), query.getLimit(), reader.get())
                        .stream());
        entry.field("person", person);
        return new FilterLine(person, new PrimaryButton("Add", Icon.USER_PLUS, () -> {
            PersonSummary chosen = person.getValue();
            boolean already = chosen != null
                    && places.stream()
                            .anyMatch(place -> place.person().equals(chosen.id()) && !place.isOver(Dates.today()));
            if (chosen == null || already) {
                person.setErrorMessage(already ? "They are in the group already" : "Choose a person");
                person.setInvalid(true);
                person.focus();
                return;
            }
            after(chosen.name() + " is in the group.", () -> groups.add(slug, chosen.id(), reader.get()));
        }));
    }

    private void remove(PersonSummary person) {
        ConfirmQuestion.ask(
                "Take %s out of the group?".formatted(person.name()),
                "From now on they, and whoever stands in for them, no longer see what is shared with this group only.",
                "Take out",
                () -> after(
                        person.name() + " is no longer in the group.",
                        () -> groups.remove(slug, person.id(), reader.get())));
    }

    private Sheet ending(GroupSummary group) {
        return Sheet.titled(
                "End it",
                new Paragraph(
                        "Nothing new can be shared with it and nobody joins. Its members still see what they saw."),
                new DangerButton(
                        "End this group",
                        () -> ConfirmQuestion.askDanger(
                                "End the group " + group.name() + "?",
                                "It can no longer be chosen when something is shared. Its members still see what was shared with it. You can open it again.",
                                "End this group",
                                () -> after("The group has ended.", () -> groups.end(slug, reader.get())))));
    }

    private Sheet reopening() {
        return Sheet.titled(
                "Open it again",
                new Paragraph("It can be chosen again when something is shared, and people can join."),
                new SecondaryButton(
                        "Open this group again",
                        () -> after("The group is open again.", () -> groups.reopen(slug, reader.get()))));
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            reload();
        }
    }

    private void reload() {
        groups.find(slug).ifPresent(this::show);
    }
}
