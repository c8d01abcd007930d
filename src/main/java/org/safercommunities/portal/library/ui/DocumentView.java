package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.DownloadTrail;
import org.safercommunities.portal.library.EarlierVersions;
import org.safercommunities.portal.library.GoneDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;

/** One document: what it is, its pages, the way to take it out, who sees it, what it was before. */
@Route("library/:document")
@RouteAlias("library/:document/versions/:version")
@StyleSheet("library.css")
@PermitAll
class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Documents documents;
    private final EarlierVersions earlier;
    private final DownloadTrail trail;
    private final DocumentHistory history;
    private final DocumentActions actions;
    private final Captions captions;
    private final DocumentPeople people;
    private final PackOfDocument packs;
    private final LibraryWords words;
    private final DocumentKnowing knowing;
    private final HeldFileServices held;
    private final EmergencyAccess emergencies;
    private final Contact contact;
    private final CurrentReader currentReader;
    private String title = "Document";

    DocumentView(
            Documents documents,
            EarlierVersions earlier,
            DownloadTrail trail,
            DocumentHistory history,
            DocumentActions actions,
            Captions captions,
            DocumentPeople people,
            PackOfDocument packs,
            LibraryWords words,
            DocumentKnowing knowing,
            HeldFileServices held,
            EmergencyAccess emergencies,
            Contact contact,
            CurrentReader currentReader) {
        this.documents = documents;
        this.earlier = earlier;
        this.trail = trail;
        this.history = history;
        this.actions = actions;
        this.captions = captions;
        this.people = people;
        this.packs = packs;
        this.words = words;
        this.knowing = knowing;
        this.held = held;
        this.emergencies = emergencies;
        this.contact = contact;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = currentReader.get();
        UUID id = IdInAddress.of(event, "document").orElseThrow(NotFoundException::new);
        removeAll();
        Optional<DocumentDetails> found = documents.find(id, reader);
        if (found.isEmpty()) {
            if (documents.withheld(id, reader)) {
                title = "Not signed";
                add(new NotSignedPage(contact));
                return;
            }
            GoneDocument gone = documents.gone(id, reader).orElseThrow(NotFoundException::new);
            title = gone.title();
            add(new GonePage(gone));
            return;
        }
        DocumentDetails document = found.get();
        VersionSummary open = event.getRouteParameters()
                .get("version")
                .map(number -> document.versions().stream()
                        .filter(version -> Integer.toString(version.number()).equals(number))
                        .findFirst()
                        .orElseThrow(NotFoundException::new))
                .orElse(document.current());
        Optional<Emergency> emergency = emergencies.current(document.id(), reader);
        title = document.description().title();
        LibraryWords.Names names = words.names();
        add(
                header(document, open, names),
                PageColumns.actionsFirst(
                        actions(document, open, reader),
                        main(document, open, names, reader, emergency),
                        rest(document, open, names, reader, emergency)));
    }

    private PageHeader header(DocumentDetails document, VersionSummary open, LibraryWords.Names names) {
        DocumentDescription said = document.description();
        PageHeader header = new PageHeader(said.title()).crumb("Library", "library");
        said.topics().stream()
                .sorted()
                .findFirst()
                .ifPresent(topic -> header.crumb(names.topic(topic), "library?topic=" + topic));
        if (!said.description().isBlank()) {
            header.lead(said.description());
        }
        var published = document.publishedAt();
        List<Component> facts =
                new ArrayList<>(List.of(MarkingChip.of(said.marking().label())));
        facts.addAll(DocumentChips.of(document.state(), document.term(), said.reviewOn(), Instant.now()));
        facts.add(new FactsLine(
                names.kind(said.kind()),
                "Version " + open.number(),
                names.agency(document.agency()),
                published == null ? "Not published yet" : Dates.full(published)));
        return header.facts(facts.toArray(Component[]::new));
    }

    private Component main(
            DocumentDetails document,
            VersionSummary open,
            LibraryWords.Names names,
            Reader reader,
            Optional<Emergency> emergency) {
        Div main = new Div();
        boolean editor = document.mayChange();
        emergency.map(current -> EmergencyNote.of(current, emergencies, reader)).ifPresent(note -> {
            Div section = new Div(note);
            section.addClassName("sc-section");
            main.add(section);
        });
        DocumentNotes.of(document, open, editor).forEach(main::add);
        MarkingWords.band(document.description()).ifPresent(main::add);
        main.add(
                preview(document, open, reader),
                new PageSection("About this document", AboutDocument.of(document, open, names, people)),
                knowing.useful(document, reader));
        if (editor) {
            main.add(
                    new HistorySection(document.id(), history, names, people.list(), currentReader),
                    new TrailSection(document.id(), trail, currentReader));
        }
        return main;
    }

    private Component preview(DocumentDetails document, VersionSummary open, Reader reader) {
        UUID id = document.id();
        String title = document.description().title();
        if (WhoMaySeeDocument.needsProof(document.description().marking(), reader)) {
            return new ProofPanel(place(document, open));
        }
        if (open.scan().held()) {
            return new HeldFilePanel(
                    id,
                    open,
                    document.mayChange()
                            ? people.names(List.of(open.addedBy())).getOrDefault(open.addedBy(), "the portal")
                            : null,
                    held);
        }
        if (Captions.isRecording(open.mediaType()) && words.shownInPlace(open.mediaType())) {
            Div place = new Div();
            captions.promised(id, reader)
                    .filter(promise -> Captions.isVideo(open.mediaType())
                            && captions.tracks(id, open.number(), reader).isEmpty())
                    .ifPresent(promise -> place.add(Callout.info(
                            "There are no captions yet.",
                            "There will be by %s. %s".formatted(Dates.full(promise.dueOn()), promise.reason()))));
            place.add(new RecordingPlayer(
                    id,
                    open,
                    title,
                    captions.tracks(id, open.number(), reader),
                    captions.transcript(id, open.number(), reader)));
            return place;
        }
        return Preview.of(
                id,
                open,
                title,
                words,
                () -> documents.text(id, open.number(), currentReader.get()).orElse(""));
    }

    /** What can be done: first on a phone and for listeners. */
    private Component actions(DocumentDetails document, VersionSummary open, Reader reader) {
        Div aside = new Div();
        aside.addClassName("sc-document-aside");
        String format = words.formatName(open.mediaType());
        boolean current = open.number() == document.current().number();
        String address = current
                ? DocumentAddress.download(document.id())
                : DocumentAddress.download(document.id(), open.number());
        String fetch = "Download " + label(format) + (current ? "" : ", version " + open.number());
        // Of a draft, publishing is what the page is for
        LinkButton download = (document.state() == DocumentState.DRAFT
                        ? LinkButton.secondary(address, fetch)
                        : LinkButton.primary(address, fetch))
                .with(Icon.DOWNLOAD)
                .big();
        if (document.description().marking() == Marking.OFFICIAL_SENSITIVE) {
            // The browser would keep the page that asks for a confirmation as the file
            download.outside();
        } else {
            download.getElement().setAttribute("download", true);
        }
        String size = FileSize.of(open.size()) + words.pages(", ", open);
        if (WhoMaySeeDocument.needsProof(document.description().marking(), reader)) {
            aside.add(ProofPanel.button(place(document, open)).big(), note(size), knowing.follow(document));
        } else if (open.scan().held()) {
            aside.add(
                    note(size
                            + (open.scan().state().isRefused()
                                    ? ", not to be downloaded"
                                    : ", not to be downloaded yet")),
                    knowing.follow(document));
        } else {
            aside.add(download, note(size), knowing.follow(document));
        }
        DocumentDescription said = document.description();
        if (said.marking() == Marking.OFFICIAL_SENSITIVE) {
            String handling = said.handling();
            aside.add(Callout.sensitive(
                    "Handle with care.",
                    handling == null ? "Share only with colleagues who need it for their work." : handling));
        }
        actions.of(document, reader).ifPresent(aside::add);
        return aside;
    }

    private static String place(DocumentDetails document, VersionSummary open) {
        return open.number() == document.current().number()
                ? DocumentAddress.page(document.id())
                : DocumentAddress.page(document.id(), open.number());
    }

    private Component rest(
            DocumentDetails document,
            VersionSummary open,
            LibraryWords.Names names,
            Reader reader,
            Optional<Emergency> emergency) {
        boolean editor = document.mayChange();
        Div aside = new Div();
        aside.addClassName("sc-document-aside");
        WhoCanSee who = new WhoCanSee(
                        document,
                        reader,
                        names,
                        people.groupNames(),
                        people.named(document.description().audience().people(), reader))
                .opened(packs.opening(document, reader));
        if (emergency.isPresent()) {
            who.inEmergency();
        }
        aside.add(editor ? who.asking(people.asker(document.id(), names, currentReader)) : who);
        PageSection versions = new PageSection(
                "Versions",
                VersionList.of(
                        document, open.number(), people, editor ? number -> askToRestore(document, number) : null));
        if (editor) {
            versions.link("Add a version", "library/%s/edit?part=version".formatted(document.id()));
        }
        aside.add(versions, packs.of(document, reader));
        return aside;
    }

    private void askToRestore(DocumentDetails document, int number) {
        ConfirmQuestion.ask(
                "Go back to version %d?".formatted(number),
                "Its file becomes the current one again, as version %d. Nothing is deleted."
                        .formatted(document.current().number() + 1),
                "Go back to version " + number,
                () -> {
                    int again = earlier.restore(document.id(), number, currentReader.get());
                    actions.reload(document.id(), "Version %d is version %d again.".formatted(again, number));
                });
    }

    private static String label(String format) {
        return format.length() <= 3 || format.equals("Word") || format.equals("Excel") || format.equals("PowerPoint")
                ? format
                : format.toLowerCase(java.util.Locale.UK);
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(new Span(words));
        note.addClassName("sc-note");
        return note;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
