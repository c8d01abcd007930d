package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.LostFactors;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonFile;
import org.safercommunities.portal.agencies.PersonHolds;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** One person: what they may do, where they belong and belonged. */
@Route("admin/people/:id")
@RolesAllowed("ADMINISTRATOR")
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PeopleDirectory directory;
    private final People people;
    private final Agencies agencies;
    private final Groups groups;
    private final StaffTrail trail;
    private final PersonHolds holds;
    private final LostFactors lost;
    private final CurrentReader reader;
    private final EntryForm entry = new EntryForm(this);
    private String title = "Person";

    PersonView(
            PeopleDirectory directory,
            People people,
            Agencies agencies,
            Groups groups,
            StaffTrail trail,
            PersonHolds holds,
            LostFactors lost,
            CurrentReader reader) {
        this.directory = directory;
        this.people = people;
        this.agencies = agencies;
        this.groups = groups;
        this.trail = trail;
        this.holds = holds;
        this.lost = lost;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<PersonFile> file = event.getRouteParameters()
                .get("id")
                .flatMap(PersonView::uuid)
                .flatMap(id -> directory.open(id, reader.get()));
        file.ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(PersonFile file) {
        PersonSummary person = file.person();
        UUID id = person.id();
        title = person.name();
        removeAll();
        PageHeader header = new PageHeader(person.name())
                .crumb("Administration", "admin")
                .crumb("People", "admin/people")
                .facts(Stream.concat(
                                Stream.of(PersonRows.chips(person)),
                                Stream.of(new FactsLine(
                                        person.email(),
                                        file.agencyName(),
                                        person.local() ? "Portal password" : "",
                                        PersonRows.lastSignIn(person))))
                        .toArray(Component[]::new));
        RolesSheet roles = new RolesSheet(
                person, chosen -> after(id, "Roles saved.", () -> people.giveRoles(id, chosen, reader.get())));
        GroupsOfPerson inGroups = new GroupsOfPerson(
                file,
                groups.all().stream().filter(GroupSummary::active).toList(),
                group -> after(id, "Added to the group.", () -> groups.add(group, id, reader.get())),
                group -> after(id, "Taken out of the group.", () -> groups.remove(group, id, reader.get())));
        MembershipSheet membership = new MembershipSheet(
                file,
                activeAgencies(),
                agency -> change(id, "Saved.", () -> people.join(id, agency, reader.get())),
                () -> after(id, "Confirmed.", () -> people.confirmMembership(id, reader.get())),
                reason ->
                        change(id, "The membership has ended.", () -> people.endMembership(id, reason, reader.get())));
        HoldSheet hold = new HoldSheet(
                holds.of(id, reader.get()),
                begin -> change(id, "Their data is held.", () -> holds.hold(id, begin, reader.get())),
                () -> after(id, "Their data is no longer held.", () -> holds.lift(id, reader.get())));
        PageSection history = new History(trail, "person:" + id, reader.get())
                .link("What %s did".formatted(person.name()), "admin/audit?actor=" + id);
        Div main = new Div(roles, inGroups, history);
        inGroups.addClassName("sc-after-sheet");
        Div aside = new Div(membership, new StaysSheet(file));
        if (LostFactors.mayFor(person, reader.get())) {
            aside.add(lostFactor(person));
        }
        aside.add(hold);
        add(header, PageColumns.withAside(main, aside));
    }

    private Sheet lostFactor(PersonSummary person) {
        return Sheet.titled(
                "Their second factor",
                new Paragraph(
                        "Somebody who has lost their phone needs a new start, once you have made sure that it is them."),
                new Buttons(new SecondaryButton(
                        "They have lost it",
                        () -> new LostFactorDialog(
                                        person,
                                        "admin/people/" + person.id(),
                                        reader.get(),
                                        (checked, reason) -> lost.takeOff(person.id(), checked, reason, reader.get()),
                                        () -> directory
                                                .open(person.id(), reader.get())
                                                .ifPresent(this::show))
                                .open())));
    }

    private List<AgencySummary> activeAgencies() {
        return agencies.all().stream().filter(AgencySummary::active).toList();
    }

    private void after(UUID id, String done, Runnable action) {
        if (entry.attempt(done, action)) {
            directory.open(id, reader.get()).ifPresent(this::show);
        }
    }

    /** For a sheet that shows a refusal at its own field. */
    private void change(UUID id, String done, Runnable action) {
        action.run();
        Notices.on(getUI().orElseThrow()).good(done);
        directory.open(id, reader.get()).ifPresent(this::show);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
