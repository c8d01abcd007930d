package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
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

    private final Library library;
    private final Documents documents;
    private final DescriptionChoices choices;
    private final CurrentReader currentReader;
    private final DescriptionFields forAll;
    private final IncomingPanel panel;
    private final IncomingFiles files;
    private final Set<UUID> withoutCaptions = new HashSet<>();
    private final ErrorSummary errors = new ErrorSummary();
    private final PrimaryButton publish = new PrimaryButton("Publish", this::publish);
    private final SecondaryButton keep = new SecondaryButton("Keep as drafts", this::keepAsDrafts);
    private final KeepTyped kept;
    private final StickyBar bar = new StickyBar("", keep, publish);

    AddDocumentsView(
            Library library,
            Documents documents,
            UploadsOfPage uploads,
            LibraryWords words,
            DescriptionChoices choices,
            CurrentReader currentReader) {
        this.library = library;
        this.documents = documents;
        this.choices = choices;
        this.currentReader = currentReader;
        forAll = new DescriptionFields(choices, currentReader.get().groupIds());
        panel = new IncomingPanel(
                library, documents, uploads, words, currentReader, errors, this::change, this::standing);
        files = panel.files;
        Sheet aside = Sheet.titled("For all files", note("Change a single file in the list."), forAll);
        add(
                new PageHeader("Add documents")
                        .crumb("Library", "library")
                        .lead("Drop files here, then say once what they are and who may see them. Nothing is visible to"
                                + " others until you publish.")
                        .actions(LinkButton.quiet("library/drafts", drafts()).with(Icon.FILE_PEN)),
                PageColumns.withAside(panel, aside),
                bar);
        kept = KeepTyped.keepOver(this, "add-documents", forAll.handling);
        KeptDescription.of(forAll, kept, choices);
        panel.refresh();
    }

    private String drafts() {
        int kept = documents.countDrafts(currentReader.get());
        return kept == 0 ? "Drafts" : "Drafts (%d)".formatted(kept);
    }

    private void change(Incoming file) {
        DocumentDescription common = file.ownDescription;
        new FileDialog(
                        common == null ? described(file) : common,
                        choices,
                        currentReader.get().groupIds(),
                        description -> {
                            file.ownDescription = description;
                            panel.refresh();
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

    private void standing() {
        int ready = files.publishable().size();
        bar.setVisible(!files.isEmpty());
        bar.setStatus(IncomingWords.standing(ready, files.needEditor()));
        publish.setText(IncomingWords.publish(ready));
        publish.setEnabled(ready > 0);
        keep.setEnabled(files.arrived() > 0);
    }

    private void publish() {
        List<UUID> published = files.publishable().stream()
                .map(file -> Objects.requireNonNull(file.document))
                .toList();
        if (!finish(true)) {
            return;
        }
        kept.forget();
        if (published.size() == withoutCaptions.size()) {
            UI.getCurrent().navigate("library/drafts");
            Notices.on(UI.getCurrent()).say(IncomingWords.withoutCaptions(withoutCaptions.size()));
            return;
        }
        List<UUID> out =
                published.stream().filter(id -> !withoutCaptions.contains(id)).toList();
        removeAll();
        add(new PublishedDocuments(documents.cards(out, currentReader.get()), out.size(), withoutCaptions.size()));
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
        List<Incoming> done = publishing ? files.publishable() : files.drafts();
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
                if (invalid.field().equals("captions")) {
                    // Described and kept; what it lacks is asked for one by one, where captions can be put in
                    withoutCaptions.add(id);
                    files.remove(file);
                    continue;
                }
                panel.refresh();
                errors.show(List.of(new ErrorSummary.Fault(invalid.getMessage(), forAll.audience.firstField())));
                return false;
            }
        }
        panel.refresh();
        if (files.isDone()) {
            return true;
        }
        Notices.on(UI.getCurrent()).good(IncomingWords.done(done.size(), publishing));
        panel.focus();
        return false;
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-note");
        return note;
    }
}
