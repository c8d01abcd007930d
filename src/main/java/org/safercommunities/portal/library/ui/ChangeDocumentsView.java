package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDesk;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.catalogue.BulkChange;
import org.safercommunities.portal.library.catalogue.BulkChoice;
import org.safercommunities.portal.library.catalogue.BulkEdit;
import org.safercommunities.portal.library.catalogue.BulkReport;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SearchLine;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Several documents changed alike: chosen from what a search or a list of the desk has, tried first, and told of one by one. */
@Route("library/change")
@PageTitle("Change several documents")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class ChangeDocumentsView extends Div implements AfterNavigationObserver {

    private final BulkEdit edit;
    private final BulkChoice choice;
    private final DocumentDesk desk;
    private final Documents documents;
    private final LibraryWords words;
    private final CurrentReader currentReader;
    private final SearchLine line =
            new SearchLine("Search the library", "Words in a title or in a document", this::find).besideOthers();
    private final Select<DeskList> list = new Select<>();
    private final BulkPicking picking = new BulkPicking(this::chosen);
    private final BulkFields fields;
    private final BulkOutcome outcome = new BulkOutcome();
    private final LiveText progress = new LiveText("");
    private final SecondaryButton preview = new SecondaryButton("Preview", () -> begin(true));
    private final PrimaryButton change = new PrimaryButton("Change documents", this::ask);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final SecondaryButton stop = new SecondaryButton("Stop", () -> stopped.set(true));
    private FindRequest shown = FindRequest.of(com.vaadin.flow.router.QueryParameters.empty());

    ChangeDocumentsView(
            BulkEdit edit,
            BulkChoice choice,
            DocumentDesk desk,
            Documents documents,
            DescriptionChoices choices,
            PersonList people,
            LibraryWords words,
            CurrentReader currentReader) {
        this.edit = edit;
        this.choice = choice;
        this.desk = desk;
        this.documents = documents;
        this.words = words;
        this.currentReader = currentReader;
        fields = new BulkFields(choices, people, currentReader.get().groupIds());
        list.setLabel("From");
        list.setItems(Arrays.stream(DeskList.values())
                .filter(one -> one != DeskList.DISPOSAL)
                .toList());
        list.setEmptySelectionAllowed(true);
        list.setItemLabelGenerator(one -> one == null ? "Published documents" : "Desk: " + one.label());
        list.addValueChangeListener(event -> {
            line.setVisible(event.getValue() == null);
            if (event.isFromClient()) {
                show();
            }
        });
        stop.setVisible(false);
        add(
                new PageHeader("Change several documents")
                        .crumb("Library", "library")
                        .lead(
                                "Choose documents, say what is to become of them, and look at it before it is done. Each is"
                                        + " changed for itself: one that cannot be is told of, and the rest is done."),
                list,
                line,
                new PageSection("Documents", picking),
                new PageSection("Change", fields),
                new Buttons(change, preview, stop),
                progress,
                outcome);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var address = event.getLocation().getQueryParameters();
        shown = FindRequest.of(address).documentsOnly();
        line.setWords(shown.words());
        String wanted = address.getSingleParameter("show").orElse("");
        Arrays.stream(DeskList.values())
                .filter(one -> one != DeskList.DISPOSAL && one.name().equalsIgnoreCase(wanted))
                .findFirst()
                .ifPresent(list::setValue);
        show();
    }

    private void find(String typed) {
        shown = shown.withWords(typed);
        show();
    }

    private void show() {
        Reader reader = currentReader.get();
        @Nullable DeskList from = list.getValue();
        if (from == null) {
            BulkChoice.Found found = choice.found(shown.query(0, false), reader);
            List<UUID> first = found.ids()
                    .subList(0, Math.min(BulkPicking.SHOWN, found.ids().size()));
            picking.show(found.ids(), found.total(), documents.cards(first, reader), words.names());
        } else {
            List<DocumentCard> cards = desk.of(from, 0, edit.most(), reader);
            picking.show(
                    cards.stream().map(DocumentCard::id).toList(),
                    desk.counts(reader).getOrDefault(from, 0),
                    cards.subList(0, Math.min(BulkPicking.SHOWN, cards.size())),
                    words.names());
        }
    }

    private void chosen(int count) {
        change.setText(count == 0 ? "Change documents" : "Change " + BulkOutcome.documents(count));
        change.setEnabled(count > 0);
        preview.setEnabled(count > 0);
    }

    private void ask() {
        if (fields.takesAway()) {
            ConfirmQuestion.askDanger(
                    "Take %s away from their readers?"
                            .formatted(BulkOutcome.documents(picking.chosen().size())),
                    "Nobody gets at them from the next request on.",
                    "Take them away",
                    () -> begin(false));
        } else {
            begin(false);
        }
    }

    private void begin(boolean dryRun) {
        outcome.removeAll();
        List<UUID> ids = picking.chosen();
        BulkChange wanted;
        try {
            wanted = fields.change();
        } catch (InvalidDocument invalid) {
            outcome.add(Callout.bad("Nothing was changed.", invalid.getMessage() + "."));
            return;
        }
        stopped.set(false);
        working(true);
        UI ui = UI.getCurrent();
        Reader reader = currentReader.get();
        Thread.ofVirtual().name("change-documents").start(() -> run(ids, wanted, dryRun, reader, ui));
    }

    /** Goes on when the page is closed: what was asked for is done. */
    private void run(List<UUID> ids, BulkChange wanted, boolean dryRun, Reader reader, UI ui) {
        int step = Math.max(10, ids.size() / 10);
        BulkEdit.Watch watch = new BulkEdit.Watch(stopped::get, done -> {
            if (done % step == 0) {
                on(ui, () -> progress.setText("%,d of %,d".formatted(done, ids.size())));
            }
        });
        try {
            BulkReport report = edit.change(ids, wanted, dryRun, watch, reader);
            on(ui, () -> outcome.show(report, picking.titles()));
        } catch (InvalidDocument | org.springframework.security.access.AccessDeniedException refused) {
            on(ui, () -> outcome.add(Callout.bad("Nothing was changed.", refused.getMessage() + ".")));
        } finally {
            on(ui, () -> {
                working(false);
                progress.setText("");
            });
        }
    }

    private static void on(UI ui, com.vaadin.flow.server.Command news) {
        try {
            ui.access(news);
        } catch (UIDetachedException closed) {
            // Nobody looks any more
        }
    }

    private void working(boolean now) {
        change.setEnabled(!now);
        preview.setEnabled(!now);
        stop.setVisible(now);
    }
}
