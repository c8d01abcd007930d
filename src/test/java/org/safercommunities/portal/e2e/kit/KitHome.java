package org.safercommunities.portal.e2e.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StateChip;
import org.safercommunities.portal.shared.ui.TopicChip;

@Route("kit/home")
@PageTitle("Home")
@Menu(title = "Home", order = 1, icon = "house")
class KitHome extends Div {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    KitHome() {
        PageHeader header = new PageHeader("Good morning, Rowan")
                .display()
                .over(Dates.full(TODAY))
                .lead("Three things are waiting for you. Six items are new since Tuesday.");
        Rows waiting = new Rows(
                        Row.titled("A place has come free for you")
                                .icon(Icon.TICKET_CHECK)
                                .facts("Learning from reviews: seminar", "Thursday 3 December 2026, 9.30am to 12.30pm")
                                .chips(StateChip.warn("Yours until Tuesday 24 November, 12 noon"))
                                .wideAction(
                                        new QuietButton("Decline", () -> {}),
                                        new PrimaryButton("Accept place", () -> {}))
                                .now(),
                        Row.titled("How was ‘Spotting cuckooing early’?")
                                .icon(Icon.CHART_COLUMN)
                                .facts("Five questions, about two minutes", "closes Friday 27 November 2026")
                                .wideAction(new SecondaryButton("Answer survey", () -> {})))
                .onSheet();
        PageSection fresh = new PageSection("New for you", rows()).link("All in the library", "kit/library");
        Div main = new Div(new PageSection("Waiting for you", waiting), fresh);
        Sheet bookings = Sheet.titled(
                "My bookings",
                new Rows(
                        Row.linked("Hoarding and fire risk at home", "kit/parts")
                                .date(LocalDate.of(2026, 11, 25))
                                .facts("10am to 11am, online")
                                .chips(StateChip.good("Place confirmed")),
                        Row.linked("Train the trainer: first contact", "kit/parts")
                                .date(LocalDate.of(2026, 12, 10))
                                .facts("9am to 4pm, Ashford")
                                .chips(StateChip.info(Icon.HOURGLASS, "2nd on the waiting list"))));
        add(header, PageColumns.withAside(main, bookings));
    }

    private static Rows rows() {
        return new Rows(
                Row.linked("Winter night-time economy: safeguarding checklist", "kit/parts")
                        .pictureOf(Icon.FILE_TEXT)
                        .facts("Guidance", "Kent Police", "Friday 20 November 2026")
                        .chips(MarkingChip.of("OFFICIAL"), new TopicChip("Safeguarding Vulnerable People"))
                        .action(LinkButton.icon("kit/parts", Icon.DOWNLOAD, "Download Winter night-time economy")),
                Row.linked("Information session: county lines and local schools", "kit/parts")
                        .date(LocalDate.of(2026, 12, 2))
                        .facts("Online", "Wednesday 2 December 2026, 10am to 11am")
                        .chips(StateChip.good("41 places left"), new TopicChip("Serious Violence and Organised Crime")),
                Row.linked("District profiles 2026: data for the strategic assessments", "kit/parts")
                        .pictureOf(Icon.FILE_SPREADSHEET)
                        .facts("Data", "Kent County Council", "Wednesday 18 November 2026")
                        .chips(
                                MarkingChip.of("OFFICIAL-SENSITIVE"),
                                new TopicChip("Serious Violence and Organised Crime")));
    }
}
