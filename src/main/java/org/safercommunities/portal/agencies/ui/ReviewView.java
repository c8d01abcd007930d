package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.agencies.MembershipReviews.Review;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.ProgressLine;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Stack;

/** Leads a coordinator through the quarterly look through the people of their own agency, a few at a time. */
@Route("agency/review")
@PageTitle("Who still works with you?")
@RolesAllowed("COORDINATOR")
class ReviewView extends Div {

    private static final int AT_A_TIME = 20;

    private final MembershipReviews reviews;
    private final CurrentReader reader;
    private final EntryForm entry = new EntryForm(this);
    private final LiveText progress = new LiveText("");
    private final Stack place = new Stack();

    ReviewView(MembershipReviews reviews, CurrentReader reader) {
        this.reviews = reviews;
        this.reader = reader;
        add(
                new PageHeader("Who still works with you?")
                        .crumb("Colleagues", "agency")
                        .lead(
                                "Each quarter every agency looks through its people, so that nobody who has left can still read what is not for them."),
                place);
        show();
    }

    private void show() {
        place.removeAll();
        reviews.mine(reader.get()).ifPresentOrElse(this::show, this::showDone);
    }

    private void showDone() {
        place.add(new EmptyState(
                        Icon.CIRCLE_CHECK,
                        "Everybody has been looked through",
                        "Thank you. You are asked again next quarter; until then, end the membership of whoever leaves.")
                .actions(LinkButton.secondary("agency", "See all colleagues")));
    }

    private void show(Review review) {
        int answered = review.total() - review.left();
        String due =
                (review.overdue(Dates.today()) ? "It was due on " : "Please finish by ") + Dates.full(review.due());
        progress.setText("%d of %d answered. %s.".formatted(answered, review.total(), due));
        List<PersonSummary> next = reviews.left(0, AT_A_TIME, reader.get());
        place.add(
                progress,
                new ProgressLine("Colleagues answered", review.total() == 0 ? 1 : (double) answered / review.total()),
                new Rows(next.stream().map(this::row).toList()),
                new Paragraph(
                        review.left() > next.size()
                                ? "%d more come after these.".formatted(review.left() - next.size())
                                : "These are the last ones."),
                new PrimaryButton(
                        next.size() == 1 ? "This person still works with us" : "All of these still work with us",
                        () -> confirmAll(next)));
    }

    private Row row(PersonSummary person) {
        Row row = PersonRows.ofOwnAgency(person);
        SecondaryButton here = new SecondaryButton(
                "Still here",
                () -> after(
                        person.name() + " is confirmed.", () -> reviews.confirm(List.of(person.id()), reader.get())));
        here.setAriaLabel("Still here: " + person.name());
        if (person.id().equals(reader.get().personId())) {
            return row.wideAction(here);
        }
        QuietButton left = new QuietButton("Has left", () -> askForReason(person));
        left.setAriaLabel("Has left: " + person.name());
        return row.wideAction(here, left);
    }

    private void confirmAll(List<PersonSummary> people) {
        if (people.size() == 1) {
            after("Confirmed.", () -> confirm(people));
            return;
        }
        ConfirmQuestion.ask(
                "Do all %d still work with you?".formatted(people.size()),
                "End the memberships of those who have left first. You answer for it that the others still need the portal.",
                "Yes, all %d".formatted(people.size()),
                () -> after("All %d are confirmed.".formatted(people.size()), () -> confirm(people)));
    }

    private void confirm(List<PersonSummary> people) {
        reviews.confirm(people.stream().map(PersonSummary::id).toList(), reader.get());
    }

    private void askForReason(PersonSummary person) {
        new ReasonDialog(
                        "Has %s left?".formatted(person.name()),
                        "For example: has left the council. Administrators can read it later.",
                        300,
                        "End membership",
                        reason -> {
                            reviews.left(person.id(), reason, reader.get());
                            show();
                        })
                .consequence("They are signed out within a minute and cannot sign in again. What they did stays.")
                .open();
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            show();
        }
    }
}
