package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** Books several colleagues: all together or nobody, or each as places are there. Says of each what came of it. */
@Route("events/:event/colleagues")
@PageTitle("Book colleagues")
@StyleSheet("events.css")
@RolesAllowed({"COORDINATOR", "EDITOR"})
class BookColleaguesView extends Div implements BeforeEnterObserver {

    private final Events events;
    private final Bookings bookings;
    private final CurrentReader currentReader;
    private final Clock clock;
    private final Div people = new Div();
    private final Div results = new Div();
    private final Checkbox together = new Checkbox("Only if there is a place for all of them");
    private @Nullable ModeChoice modes;
    private @Nullable SessionChoices sessions;

    BookColleaguesView(Events events, Bookings bookings, CurrentReader currentReader, Clock clock) {
        this.events = events;
        this.bookings = bookings;
        this.currentReader = currentReader;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        EventDetails event = IdInAddress.of(entered, "event")
                .flatMap(id -> events.find(id, currentReader.get()))
                .orElseThrow(NotFoundException::new);
        removeAll();
        people.removeAll();
        people.addClassName("sc-colleagues");
        results.getElement().setAttribute("role", "status");
        SessionChoices choices = new SessionChoices(event, clock.instant(), this::chosen);
        ModeChoice ways = new ModeChoice(event, this::modeChosen);
        modes = ways;
        sessions = choices;
        choices.setVisible(event.sessions().size() > 1);
        addLine();
        add(
                new PageHeader("Book colleagues")
                        .crumb("Events", EventAddress.LIST)
                        .crumb(event.title(), EventAddress.page(event.id()))
                        .lead(Dates.span(event.rules().startsAt(), event.rules().endsAt())),
                results,
                new FormColumn(
                        ways,
                        choices,
                        people,
                        new Buttons(new SecondaryButton("Add another", Icon.PLUS, this::addLine)),
                        together,
                        new Buttons(new PrimaryButton("Book them", () -> book(event.id())).big())));
        modeChosen();
    }

    private void modeChosen() {
        if (modes != null && sessions != null) {
            sessions.offer(modes.mode());
            chosen();
        }
    }

    private void chosen() {
        if (modes != null && sessions != null) {
            modes.show(sessions.chosen());
        }
    }

    private void addLine() {
        ColleagueLine line = new ColleagueLine();
        line.number(people.getComponentCount() + 1);
        people.add(line);
        if (people.getComponentCount() > 1) {
            line.focus();
        }
    }

    private void book(UUID event) {
        if (modes == null || sessions == null) {
            return;
        }
        results.removeAll();
        List<ColleagueLine> lines = lines().filter(line -> !line.isBlank()).toList();
        Set<UUID> wanted = sessions.chosen();
        if (lines.isEmpty() || wanted.isEmpty()) {
            results.add(Callout.bad(
                    "Nobody is booked.",
                    lines.isEmpty() ? "Enter at least one e-mail address." : "Choose at least one session."));
            return;
        }
        BookingWish wish = new BookingWish(modes.mode(), wanted, "", "", false);
        if (together.getValue()) {
            allOrNobody(event, lines, wish);
        } else {
            results.add(new PageSection("What came of it", new Rows(oneByOne(event, lines, wish)).onSheet()));
        }
        goOn(event, modes, sessions);
    }

    /** Whoever is booked is off the form, and the figures are those of now. */
    private void goOn(UUID event, ModeChoice ways, SessionChoices choices) {
        lines().filter(ColleagueLine::isBlank).toList().forEach(people::remove);
        if (people.getComponentCount() == 0) {
            addLine();
        }
        List<ColleagueLine> left = lines().toList();
        left.forEach(line -> line.number(left.indexOf(line) + 1));
        events.find(event, currentReader.get()).ifPresent(now -> {
            ways.describe(now);
            choices.describe(now);
            chosen();
        });
    }

    private Stream<ColleagueLine> lines() {
        return people.getChildren().map(ColleagueLine.class::cast);
    }

    private void allOrNobody(UUID event, List<ColleagueLine> lines, BookingWish wish) {
        List<Attendee> group = lines.stream().map(ColleagueLine::attendee).toList();
        Optional<String> refused = Refusals.of(() -> bookings.bookTogether(event, group, wish, currentReader.get()));
        if (refused.isPresent()) {
            results.add(Callout.bad("Nobody is booked.", refused.get()));
        } else {
            results.add(Callout.good("All are booked.", "Each of them gets a mail."));
            lines.forEach(ColleagueLine::empty);
        }
    }

    private List<Row> oneByOne(UUID event, List<ColleagueLine> lines, BookingWish wish) {
        List<Row> rows = new ArrayList<>();
        for (ColleagueLine line : lines) {
            Attendee attendee = line.attendee();
            List<BookingOutcome> outcome = new ArrayList<>();
            Optional<String> refused =
                    Refusals.of(() -> outcome.add(bookings.bookColleague(event, attendee, wish, currentReader.get())));
            Row row = Row.titled(attendee.name().isEmpty() ? attendee.email() : attendee.name())
                    .facts(attendee.name().isEmpty() ? "" : attendee.email());
            if (refused.isPresent()) {
                rows.add(row.icon(Icon.CIRCLE_ALERT)
                        .facts(refused.get())
                        .chips(StateChip.bad("Not booked"))
                        .bad());
            } else {
                BookingOutcome came = outcome.getFirst();
                rows.add(row.icon(Icon.CIRCLE_CHECK).chips(ColleagueLine.chip(came.status(), came.position())));
                line.empty();
            }
        }
        return rows;
    }
}
