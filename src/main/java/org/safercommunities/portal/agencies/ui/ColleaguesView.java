package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Accounts;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.LostFactors;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.agencies.Moves;
import org.safercommunities.portal.agencies.Moves.Move;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** For coordinators: who of their own agency has an account. Which agency that is, only their sign-in says, never the address. */
@Route("agency")
@PageTitle("Colleagues")
@Menu(title = "Colleagues", order = 200, icon = "users")
@RolesAllowed("COORDINATOR")
class ColleaguesView extends Div {

    private final PeopleDirectory directory;
    private final People people;
    private final Agencies agencies;
    private final Moves moves;
    private final LostFactors lost;
    private final CurrentReader reader;
    private final EntryForm entry = new EntryForm(this);
    private final TextField search = new TextField("Name or email address");
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    ColleaguesView(
            Agencies agencies,
            PeopleDirectory directory,
            People people,
            Accounts accounts,
            MembershipReviews reviews,
            Moves moves,
            LostFactors lost,
            CurrentReader reader) {
        this.agencies = agencies;
        this.moves = moves;
        this.lost = lost;
        this.directory = directory;
        this.people = people;
        this.reader = reader;
        String own = reader.get().agencyId();
        String name = agencies.nameOf(own);
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(160);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> show());
        AddPerson addPerson = AddPerson.toOwn(accounts, reader, id -> show());
        PrimaryButton add = new PrimaryButton("Add colleague", Icon.USER_PLUS, addPerson::open);
        addPerson.openedBy(add);
        Anchor table = FileLink.csv(
                own + "-people.csv", out -> directory.export(reader.get().agencyId(), out, reader.get()));
        add(new PageHeader("Colleagues")
                .lead(
                        "Who of %s has an account. Confirm those who still work with you, and end the membership of those who have left."
                                .formatted(name))
                .actions(table, add));
        reviews.mine(reader.get()).map(ColleaguesView::invitation).ifPresent(invitation -> {
            Div section = new Div(invitation);
            section.addClassName("sc-section");
            add(section);
        });
        add(new ArrivingPeople(moves, reader, this::show));
        add(addPerson, new FilterLine(search), count, list);
        show();
    }

    private static Callout invitation(MembershipReviews.Review review) {
        String left = review.left() == 1 ? "1 colleague is" : review.left() + " colleagues are";
        String due = Dates.full(review.due());
        return (review.overdue(Dates.today())
                        ? Callout.warn(
                                "The look through your colleagues is late.",
                                "It was due on %s, and %s still to be confirmed.".formatted(due, left))
                        : Callout.info(
                                "Who still works with you?",
                                "Please look through the list by %s: %s still to be confirmed.".formatted(due, left)))
                .more(new Anchor("agency/review", "Look through the list"));
    }

    private void show() {
        String words = search.getValue();
        int total = directory.count(words, reader.get().agencyId(), reader.get());
        Map<UUID, Move> leaving = moves.leaving(reader.get().agencyId(), reader.get()).stream()
                .collect(Collectors.toMap(Move::person, Function.identity()));
        count.setText(total == 1 ? "1 person" : total + " people");
        list.removeAll();
        list.add(
                total == 0
                        ? new EmptyState(Icon.USERS, "Nobody found", "Try fewer letters, or add a colleague.")
                        : new GrowingRows(
                                total,
                                (offset, limit) ->
                                        directory
                                                .search(words, reader.get().agencyId(), offset, limit, reader.get())
                                                .stream()
                                                .map(person -> row(person, leaving.get(person.id())))
                                                .toList()));
    }

    private Row row(PersonSummary person, @Nullable Move leaving) {
        Row row = PersonRows.ofOwnAgency(person);
        if (!person.active() || person.id().equals(reader.get().personId())) {
            return row;
        }
        if (leaving != null) {
            QuietButton back = new QuietButton(
                    "Take back",
                    () -> after(person.name() + " stays with you.", () -> moves.takeBack(person.id(), reader.get())));
            back.setAriaLabel("Take back that %s moves to %s".formatted(person.name(), leaving.toName()));
            return row.detail(StateChip.info(Icon.CLOCK, leaving.toName() + " has been asked"))
                    .lowAction(back);
        }
        QuietButton confirm = new QuietButton(
                "Confirm",
                () -> after(
                        person.name() + " is confirmed.", () -> people.confirmMembership(person.id(), reader.get())));
        confirm.setAriaLabel("Confirm that %s still works with you".formatted(person.name()));
        QuietButton end = new QuietButton("End", () -> askForReason(person));
        end.setAriaLabel("End the membership of " + person.name());
        QuietButton move = new QuietButton("Move", () -> askWhere(person));
        move.setAriaLabel("Move %s to another agency".formatted(person.name()));
        QuietButton phone = new QuietButton("Lost phone", () -> askWhetherItIsThem(person));
        phone.setAriaLabel("Lost phone of " + person.name());
        return LostFactors.mayFor(person, reader.get())
                ? row.lowAction(confirm, move, phone, end)
                : row.lowAction(confirm, move, end);
    }

    private void askWhetherItIsThem(PersonSummary person) {
        new LostFactorDialog(
                        person,
                        "agency",
                        reader.get(),
                        (checked, reason) -> lost.takeOff(person.id(), checked, reason, reader.get()),
                        this::show)
                .open();
    }

    private void askWhere(PersonSummary person) {
        String own = reader.get().agencyId();
        new MoveDialog(
                        person,
                        agencies.all().stream()
                                .filter(agency ->
                                        agency.active() && !agency.slug().equals(own))
                                .toList(),
                        (agency, note) -> moves.ask(person.id(), agency, note, reader.get()),
                        this::show)
                .open();
    }

    private void askForReason(PersonSummary person) {
        TextField reason = new TextField("Reason");
        reason.setMaxLength(300);
        reason.setWidthFull();
        reason.setHelperText("For example: has left the council. Administrators can read it later.");
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("End the membership of " + person.name() + "?");
        Div words = new Div("They are signed out within a minute and cannot sign in again. What they did stays, and an "
                + "administrator can begin the membership anew.");
        words.addClassName("sc-dialog-words");
        dialog.add(words, reason);
        EntryForm form = new EntryForm(this).field("reason", reason);
        DangerButton end = new DangerButton("End membership", () -> {
            if (form.attempt(
                    "The membership of " + person.name() + " has ended.",
                    () -> people.endMembership(person.id(), reason.getValue(), reader.get()))) {
                dialog.close();
                show();
            }
        });
        dialog.getFooter().add(new QuietButton("Go back", dialog::close), end.filled());
        dialog.setWidth("min(32rem, 100vw - 2rem)");
        dialog.open();
        reason.focus();
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            show();
        }
    }
}
