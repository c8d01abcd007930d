package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StickyBar;

/** Files in, described once for all, published together. */
@Route("library/add")
@PageTitle("Add documents")
@Menu(title = "Add documents", order = 100, icon = "cloud-upload")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class AddDocumentsView extends Div {

    private static final int LOOKS_EVERY_MILLIS = 1500;

    private final Library library;
    private final Documents documents;
    private final DescriptionChoices choices;
    private final CurrentReader currentReader;
    private final List<Incoming> files = new ArrayList<>();
    private final IncomingList list;
    private final DescriptionFields forAll;
    private final ErrorSummary errors = new ErrorSummary();
    private final H2 heading = new H2("Files");
    private final LiveText summary = new LiveText("");
    private final SecondaryButton leaveOutKnown =
            new SecondaryButton("", () -> duplicates().forEach(this::leaveOut));
    private final PrimaryButton publish = new PrimaryButton("Publish", this::publish);
    private final SecondaryButton keep = new SecondaryButton("Keep as drafts", this::keepAsDrafts);
    private final KeepTyped kept;
    private final ChooseFiles choose;
    private final StickyBar bar = new StickyBar("", keep, publish);

    AddDocumentsView(
            Library library,
            Documents documents,
            Intake intake,
            LibraryWords words,
            DescriptionChoices choices,
            CurrentReader currentReader) {
        this.library = library;
        this.documents = documents;
        this.choices = choices;
        this.currentReader = currentReader;
        list = new IncomingList(
                new IncomingList.Actions(this::stop, this::leaveOut, this::accept, this::change), words);
        forAll = new DescriptionFields(choices, currentReader.get().groupIds());
        UploadManager uploads = new UploadManager(
                this, new FileReceiver(intake, library, currentReader, this::begin, file -> refresh()));
        choose = new ChooseFiles(uploads, this::refresh);
        heading.addClassName("sc-incoming-heading");
        summary.addClassName("sc-incoming-summary");
        Div main = new Div(dropZone(uploads, choose), errors, heading, summary, leaveOutKnown, list);
        Sheet aside = Sheet.titled("For all files", note("Change a single file in the list."), forAll);
        add(
                new PageHeader("Add documents")
                        .crumb("Library", "library")
                        .lead("Drop files here, then say once what they are and who may see them. Nothing is visible to"
                                + " others until you publish.")
                        .actions(LinkButton.quiet("library/drafts", drafts()).with(Icon.FILE_PEN)),
                PageColumns.withAside(main, aside),
                bar);
        kept = KeepTyped.keepOver(this, "add-documents", forAll.handling);
        KeptDescription.of(forAll, kept, choices);
        refresh();
    }

    private String drafts() {
        int kept = documents.countDrafts(currentReader.get());
        return kept == 0 ? "Drafts" : "Drafts (%d)".formatted(kept);
    }

    private static Component dropZone(UploadManager uploads, ChooseFiles choose) {
        Span first = new Span("Drop files here");
        first.addClassName("sc-strong");
        Div words = new Div(
                new Div(first), note("Up to 5 GB each. What has arrived is kept as a draft, whatever happens then."));
        Div inside = new Div(Icon.CLOUD_UPLOAD.create(), words, choose);
        inside.addClassName("sc-drop");
        UploadDropZone zone = new UploadDropZone(inside, uploads);
        zone.setWidthFull();
        return zone;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Registration looking = event.getUI().addPollListener(poll -> lookAgain());
        event.getUI().setPollInterval(LOOKS_EVERY_MILLIS);
        addDetachListener(detach -> {
            looking.remove();
            detach.unregisterListener();
            detach.getUI().setPollInterval(-1);
        });
    }

    private void begin(Incoming file) {
        files.add(file);
        refresh();
    }

    private void stop(Incoming file) {
        file.stopped.set(true);
        files.remove(file);
        refresh();
    }

    private void leaveOut(Incoming file) {
        UUID draft = file.document;
        if (draft != null) {
            library.remove(draft, currentReader.get());
        }
        files.remove(file);
        refresh();
    }

    private List<Incoming> duplicates() {
        return files.stream()
                .filter(file -> file.duplicate && file.stage == Incoming.Stage.NEEDS_YOU)
                .toList();
    }

    private void accept(Incoming file) {
        file.accept();
        refresh();
    }

    private void change(Incoming file) {
        DocumentDescription common = file.ownDescription;
        new FileDialog(
                        common == null ? described(file) : common,
                        choices,
                        currentReader.get().groupIds(),
                        description -> {
                            file.ownDescription = description;
                            refresh();
                        })
                .open();
    }

    private DocumentDescription described(Incoming file) {
        try {
            return forAll.description(StoredNames.title(file.fileName), "");
        } catch (InvalidDocument audienceMissing) {
            DocumentCard card = file.card;
            return documents
                    .find(Objects.requireNonNull(card == null ? file.document : card.id()), currentReader.get())
                    .orElseThrow()
                    .description();
        }
    }

    /** Asks what the reader has found meanwhile; one statement, and one more for each file that has just been read. */
    private void lookAgain() {
        List<UUID> waiting = files.stream()
                .filter(file -> file.stage == Incoming.Stage.READING)
                .map(file -> file.document)
                .filter(Objects::nonNull)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, DocumentCard> cards = documents.cards(waiting, currentReader.get()).stream()
                .collect(Collectors.toMap(DocumentCard::id, Function.identity()));
        boolean changed = false;
        for (Incoming file : files) {
            DocumentCard card = file.document == null ? null : cards.get(file.document);
            if (card != null) {
                changed |= file.read(card, sameFile(card));
            }
        }
        if (changed) {
            refresh();
        }
    }

    private String sameFile(DocumentCard card) {
        return documents.withSameBytes(card.sha256(), currentReader.get()).stream()
                .filter(other -> !other.id().equals(card.id()))
                .findFirst()
                .map(DocumentCard::title)
                .orElse("");
    }

    private void refresh() {
        list.show(files);
        long in = files.stream().filter(file -> file.document != null).count();
        long ready = files.stream().filter(this::publishable).count();
        long needYou = files.stream()
                .filter(file -> file.stage == Incoming.Stage.NEEDS_YOU || file.stage == Incoming.Stage.FAILED)
                .count();
        int known = duplicates().size();
        leaveOutKnown.setVisible(known > 1);
        leaveOutKnown.setText("Leave out the %d files that are in the library already".formatted(known));
        heading.setVisible(!files.isEmpty());
        summary.setText(IncomingWords.arrived(in, chosen()));
        bar.setVisible(!files.isEmpty());
        bar.setStatus(IncomingWords.standing(ready, needYou));
        publish.setText(IncomingWords.publish(ready));
        publish.setEnabled(ready > 0);
        keep.setEnabled(in > 0);
    }

    /** With those that the browser has not begun to send. */
    private long chosen() {
        long here = files.stream()
                .filter(file -> file.stage != Incoming.Stage.RECEIVING)
                .count();
        return here + Math.max(choose.left(), files.size() - here);
    }

    private boolean publishable(Incoming file) {
        return file.stage == Incoming.Stage.READY || file.stage == Incoming.Stage.READING;
    }

    private void publish() {
        List<UUID> published = files.stream()
                .filter(this::publishable)
                .map(file -> file.document)
                .filter(Objects::nonNull)
                .toList();
        if (finish(true)) {
            kept.forget();
            removeAll();
            add(new PublishedDocuments(documents.cards(published, currentReader.get()), published.size()));
        }
    }

    private void keepAsDrafts() {
        if (finish(false)) {
            kept.forget();
            UI.getCurrent().navigate("library/drafts");
        }
    }

    /** Describes what is in, publishes it where wanted, and says whether the page is done with. */
    private boolean finish(boolean publishing) {
        errors.show(List.of());
        List<Incoming> done = files.stream()
                .filter(file -> publishing ? publishable(file) : file.document != null)
                .toList();
        for (Incoming file : done) {
            UUID id = Objects.requireNonNull(file.document);
            try {
                DocumentDescription own = file.ownDescription;
                library.describe(
                        id,
                        own == null ? forAll.description(StoredNames.title(file.fileName), "") : own,
                        currentReader.get());
                if (publishing) {
                    library.publish(id, currentReader.get());
                }
                files.remove(file);
            } catch (InvalidDocument invalid) {
                refresh();
                errors.show(List.of(new ErrorSummary.Fault(invalid.getMessage(), forAll.audience.firstField())));
                return false;
            }
        }
        refresh();
        if (files.isEmpty() && choose.left() == 0) {
            return true;
        }
        Notices.on(UI.getCurrent()).good(IncomingWords.done(done.size(), publishing));
        heading.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
        return false;
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-note");
        return note;
    }
}
