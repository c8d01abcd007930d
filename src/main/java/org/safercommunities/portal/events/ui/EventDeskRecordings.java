package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SearchLine;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Recordings and slides: documents of the library that stand on the event's page. */
class EventDeskRecordings extends PageSection {

    private final EventDetails event;
    private final EventDeskServices services;
    private final Div there = new Div();
    private final Div found = new Div();
    private final LiveText count = new LiveText("");

    EventDeskRecordings(EventDetails event, EventDeskServices services) {
        super("Recordings and slides");
        this.event = event;
        this.services = services;
        beside(new SecondaryButton("Tell people", Icon.SEND, this::askToTell));
        add(
                there,
                new H3("Add a document of the library"),
                new SearchLine("Search the library", "Words of the title or the text", this::search).besideOthers(),
                count,
                found);
        show();
    }

    private void show() {
        there.removeAll();
        List<DocumentCard> documents = services.documents().of(event.id(), services.reader());
        List<Row> rows = services.documentRows().of(documents);
        Rows list = new Rows();
        for (int at = 0; at < rows.size(); at++) {
            DocumentCard card = documents.get(at);
            list.add(rows.get(at)
                    .action(QuietButton.icon(Icon.X, "Take %s off the page".formatted(card.title()), () -> {
                        services.documents().remove(event.id(), card.id(), services.reader());
                        show();
                    })));
        }
        if (rows.isEmpty()) {
            there.add(new LiveText("None yet. Put the recording and the slides into the library, then add them here."));
        } else {
            there.add(list);
        }
    }

    private void search(String words) {
        found.removeAll();
        if (words.isEmpty()) {
            count.setText("");
            return;
        }
        Set<UUID> already = services.documents().of(event.id(), services.reader()).stream()
                .map(DocumentCard::id)
                .collect(Collectors.toSet());
        Rows rows = new Rows();
        for (SearchHit hit : services.search()
                .search(SearchQuery.of(words), services.reader())
                .hits()) {
            if (hit.source().equals("documents") && !already.contains(hit.id())) {
                QuietButton add = new QuietButton("Add", Icon.PLUS, () -> add(hit));
                add.setAriaLabel("Add " + hit.titleText());
                rows.add(Row.titled(hit.titleText())
                        .facts(Dates.brief(hit.date()))
                        .action(add));
            }
        }
        long shown = rows.getComponentCount();
        count.setText(shown == 1 ? "1 document" : shown + " documents");
        found.add(rows);
    }

    private void add(SearchHit hit) {
        try {
            services.documents().add(event.id(), hit.id(), services.reader());
            found.removeAll();
            count.setText("%s is on the event’s page.".formatted(hit.titleText()));
            show();
        } catch (InvalidEvent invalid) {
            Notices.on(UI.getCurrent()).bad(invalid.getMessage() + ".");
        }
    }

    private void askToTell() {
        ConfirmQuestion.ask(
                "Tell people of the recordings?",
                "Whoever came, and whoever had booked or waited and could not come, gets a mail.",
                "Tell them",
                () -> {
                    try {
                        int told = services.documents().announce(event.id(), services.reader());
                        Notices.on(UI.getCurrent()).good("On its way to %d people.".formatted(told));
                    } catch (InvalidEvent invalid) {
                        Notices.on(UI.getCurrent()).bad(invalid.getMessage() + ".");
                    }
                });
    }
}
