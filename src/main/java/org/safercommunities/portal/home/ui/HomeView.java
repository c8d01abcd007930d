package org.safercommunities.portal.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.Visits;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.ui.DocumentRows;
import org.safercommunities.portal.shared.CurrentPerson;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.SignedInPerson;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Sheet;

/** What is new for this person, and what waits for them. */
@Route("")
@PageTitle("Home")
@Menu(title = "Home", order = 10, icon = "house")
@PermitAll
class HomeView extends Div {

    private static final int NEWEST = 12;
    private static final int COUNTED = 100;

    HomeView(
            Documents documents,
            Topics topics,
            DocumentRows rows,
            HomeEvents events,
            Visits visits,
            CurrentReader currentReader,
            CurrentPerson currentPerson) {
        Reader reader = currentReader.get();
        Optional<Instant> before = visits.before(reader.personId());
        List<DocumentCard> newest = documents.publishedSince(null, NEWEST, reader);
        long fresh = before.map(moment ->
                        (long) documents.publishedSince(moment, COUNTED, reader).size())
                .orElse(0L);
        Div main = new Div();
        waiting(events.waiting(reader), reader.is(Role.EDITOR) ? documents.countDrafts(reader) : 0)
                .ifPresent(main::add);
        main.add(new PageSection("New for you", news(newest, rows)).link("All in the library", "library?sort=newest"));
        add(
                new PageHeader(greeting(currentPerson.get()))
                        .over(Dates.full(Dates.today()))
                        .lead(lead(before, fresh))
                        .display(),
                PageColumns.withAside(main, aside(events, topics, reader)));
    }

    private static String greeting(Optional<SignedInPerson> person) {
        int hour = LocalTime.now(Dates.KENT).getHour();
        String words = hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
        String first = person.map(one -> one.name().strip().split("\\s+")[0]).orElse("");
        return first.isEmpty() ? words : words + ", " + first;
    }

    private static String lead(Optional<Instant> before, long fresh) {
        if (before.isEmpty()) {
            return "Documents from every partner who keeps Kent safer, in one place.";
        }
        String since = Dates.full(before.get());
        return switch ((int) Math.min(fresh, COUNTED)) {
            case 0 -> "Nothing new since %s.".formatted(since);
            case 1 -> "One document is new since %s.".formatted(since);
            case COUNTED -> "More than %d documents are new since %s.".formatted(COUNTED, since);
            default -> "%d documents are new since %s.".formatted(fresh, since);
        };
    }

    private static Optional<Component> waiting(List<Row> offers, int drafts) {
        Rows waiting = new Rows(offers);
        if (drafts > 0) {
            waiting.add(drafts(drafts));
        }
        return waiting.getComponentCount() == 0
                ? Optional.empty()
                : Optional.of(new PageSection("Waiting for you", waiting.onSheet()));
    }

    private static Row drafts(int drafts) {
        String title =
                drafts == 1 ? "A draft is not published yet" : "%d drafts are not published yet".formatted(drafts);
        return Row.titled(title)
                .icon(Icon.FILE_PEN)
                .facts("Only editors can see them")
                .wideAction(LinkButton.secondary("library/drafts", "See drafts"));
    }

    private static Component aside(HomeEvents events, Topics topics, Reader reader) {
        Div aside = new Div();
        events.sheets(reader).forEach(aside::add);
        aside.add(topicSheet(topics));
        return aside;
    }

    private static Component news(List<DocumentCard> newest, DocumentRows rows) {
        return newest.isEmpty()
                ? new EmptyState(
                        Icon.LIBRARY,
                        "Nothing here yet",
                        "Documents shared with you will be listed here as they come in.")
                : new Rows(rows.of(newest));
    }

    private static Component topicSheet(Topics topics) {
        UnorderedList list = new UnorderedList();
        list.addClassName("sc-plain-list");
        topics.current()
                .forEach(topic -> list.add(new ListItem(new Anchor("library?topic=" + topic.slug(), topic.name()))));
        return Sheet.titled("Browse by topic", list);
    }
}
