package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.DownloadTrail;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** One document: what it is, its pages, the way to take it out, who sees it, what it was before. */
@Route("library/:document")
@StyleSheet("library.css")
@PermitAll
class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Documents documents;
    private final Library library;
    private final DownloadTrail trail;
    private final DocumentPeople people;
    private final PackOfDocument packs;
    private final LibraryWords words;
    private final CurrentReader currentReader;
    private String title = "Document";

    DocumentView(
            Documents documents,
            Library library,
            DownloadTrail trail,
            DocumentPeople people,
            PackOfDocument packs,
            LibraryWords words,
            CurrentReader currentReader) {
        this.documents = documents;
        this.library = library;
        this.trail = trail;
        this.people = people;
        this.packs = packs;
        this.words = words;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = currentReader.get();
        DocumentDetails document = IdInAddress.of(event, "document")
                .flatMap(id -> documents.find(id, reader))
                .orElseThrow(NotFoundException::new);
        title = document.description().title();
        removeAll();
        LibraryWords.Names names = words.names();
        add(
                header(document, names),
                PageColumns.actionsFirst(
                        actions(document, reader), main(document, names, reader), rest(document, names, reader)));
    }

    private PageHeader header(DocumentDetails document, LibraryWords.Names names) {
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
        Component when = new FactsLine(
                names.kind(said.kind()),
                "Version " + document.current().number(),
                names.agency(document.agency()),
                published == null ? "Not published yet" : Dates.full(published));
        Component marking = MarkingChip.of(said.marking().label());
        return document.state() == DocumentState.DRAFT
                ? header.facts(marking, StateChip.warn(Icon.FILE_PEN, "Draft"), when)
                : header.facts(marking, when);
    }

    private Component main(DocumentDetails document, LibraryWords.Names names, Reader reader) {
        VersionSummary current = document.current();
        Div main = new Div();
        if (reader.is(Role.EDITOR)) {
            String marking = document.description().marking().label();
            current.higherMarkings().stream()
                    .filter(found -> !found.equals(marking))
                    .findFirst()
                    .ifPresent(found -> main.add(Callout.warn(
                            "Check the marking.",
                            "The file has words that look like %s. Only OFFICIAL and OFFICIAL-SENSITIVE belong here."
                                    .formatted(found))));
        }
        main.add(
                Preview.of(
                        document.id(),
                        current,
                        document.description().title(),
                        words,
                        () -> documents
                                .text(document.id(), current.number(), currentReader.get())
                                .orElse("")),
                new PageSection("About this document", AboutDocument.of(document, names, people)));
        if (reader.is(Role.EDITOR)) {
            main.add(new TrailSection(document.id(), trail, currentReader));
        }
        return main;
    }

    /** What can be done: first on a phone and for listeners. */
    private Component actions(DocumentDetails document, Reader reader) {
        VersionSummary current = document.current();
        Div aside = new Div();
        aside.addClassName("sc-document-aside");
        String format = words.formatName(current.mediaType());
        String address = DocumentAddress.download(document.id());
        String fetch = "Download " + label(format);
        // Of a draft, publishing is what the page is for
        LinkButton download = (document.state() == DocumentState.DRAFT
                        ? LinkButton.secondary(address, fetch)
                        : LinkButton.primary(address, fetch))
                .with(Icon.DOWNLOAD)
                .big();
        download.getElement().setAttribute("download", true);
        aside.add(download, note(FileSize.of(current.size()) + words.pages(", ", current)));
        DocumentDescription said = document.description();
        if (said.marking() == Marking.OFFICIAL_SENSITIVE) {
            String handling = said.handling();
            aside.add(Callout.sensitive(
                    "Handle with care.",
                    handling == null ? "Share only with colleagues who need it for their work." : handling));
        }
        if (reader.is(Role.EDITOR)) {
            aside.add(staffActions(document));
        }
        return aside;
    }

    private Component rest(DocumentDetails document, LibraryWords.Names names, Reader reader) {
        Div aside = new Div();
        aside.addClassName("sc-document-aside");
        aside.add(new WhoCanSee(
                document,
                reader,
                names,
                people.groupNames(),
                people.named(document.description().audience().people(), reader)));
        PageSection versions = new PageSection("Versions", VersionList.of(document, people));
        if (reader.is(Role.EDITOR)) {
            versions.link("Add a version", "library/%s/edit?part=version".formatted(document.id()));
        }
        aside.add(versions, packs.of(document, reader));
        return aside;
    }

    private Component staffActions(DocumentDetails document) {
        UUID id = document.id();
        Div actions = new Div();
        if (document.state() == DocumentState.DRAFT) {
            actions.add(new PrimaryButton("Publish", () -> {
                library.publish(id, currentReader.get());
                reload(id);
                Notices.on(UI.getCurrent()).good("Published. Its readers find it within a few seconds.");
            }));
        }
        actions.add(new Buttons(
                LinkButton.secondary("library/%s/edit".formatted(id), "Change").with(Icon.PENCIL),
                new DangerButton(
                        "Remove",
                        () -> ConfirmQuestion.askDanger(
                                "Remove “%s”?".formatted(document.description().title()),
                                "Nobody will see it any more, and links to it lead nowhere. Who put it in and who downloaded it stays"
                                        + " in the audit trail.",
                                "Remove",
                                () -> {
                                    library.remove(id, currentReader.get());
                                    UI.getCurrent().navigate("library");
                                    Notices.on(UI.getCurrent())
                                            .good("“%s” has been removed."
                                                    .formatted(document.description()
                                                            .title()));
                                }))));
        return actions;
    }

    private void reload(UUID id) {
        Optional<DocumentDetails> still = documents.find(id, currentReader.get());
        UI.getCurrent().navigate(still.isPresent() ? DocumentAddress.page(id) : "library");
        if (still.isPresent()) {
            UI.getCurrent().refreshCurrentRoute(false);
        }
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
