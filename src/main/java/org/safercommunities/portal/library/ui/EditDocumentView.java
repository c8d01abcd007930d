package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.springframework.security.access.AccessDeniedException;

/** Changes what is said of a document, and gives it a new file. */
@Route("library/:document/edit")
@PageTitle("Change a document")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class EditDocumentView extends Div implements BeforeEnterObserver {

    private final Documents documents;
    private final Library library;
    private final UploadsOfPage uploads;
    private final DescriptionChoices choices;
    private final PersonList people;
    private final Captions captions;
    private final CurrentReader currentReader;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField title = new TextField("Title");
    private final TextArea description = new TextArea("Description");
    private @Nullable KeepTyped kept;

    EditDocumentView(
            Documents documents,
            Library library,
            UploadsOfPage uploads,
            DescriptionChoices choices,
            PersonList people,
            Captions captions,
            CurrentReader currentReader) {
        this.documents = documents;
        this.library = library;
        this.uploads = uploads;
        this.choices = choices;
        this.people = people;
        this.captions = captions;
        this.currentReader = currentReader;
        title.setMaxLength(250);
        title.setWidthFull();
        description.setMaxLength(2000);
        description.setWidthFull();
        description.setHelperText("One or two sentences: what it is, and for whom.");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = currentReader.get();
        DocumentDetails document = IdInAddress.of(event, "document")
                .flatMap(id -> documents.find(id, reader))
                .orElseThrow(NotFoundException::new);
        if (!document.mayChange()) {
            throw new AccessDeniedException("This document is for a group that you are not in: its members change it");
        }
        removeAll();
        DescriptionFields fields = new DescriptionFields(choices, reader.groupIds()).ofOne();
        title.setValue(document.description().title());
        description.setValue(document.description().description());
        fields.show(document.description(), choices);
        NewVersion version = new NewVersion(document.id(), library, documents, uploads, currentReader);
        TermFields term = new TermFields(people, document.term());
        Buttons buttons = new Buttons(
                new PrimaryButton("Save", () -> save(document, fields, term)),
                LinkButton.secondary(DocumentAddress.page(document.id()), "Cancel"));
        add(
                new PageHeader("Change a document")
                        .crumb("Library", "library")
                        .crumb(document.description().title(), DocumentAddress.page(document.id())),
                errors,
                new FormColumn(title, description, fields),
                new PageSection("How long, and who answers for it", term, buttons),
                version);
        kept = KeepTyped.keepOver(
                this, KeptDescription.form(document.id(), document.description()), title, description, fields.handling);
        KeptDescription.of(fields, kept, choices);
        String part = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("part")
                .orElse("");
        if (Captions.isRecording(document.current().mediaType())) {
            CaptionsSection section =
                    new CaptionsSection(document.id(), document.current().number(), captions, currentReader);
            addComponentAtIndex(indexOf(version), section);
            if (part.equals("captions")) {
                section.arrive();
            }
        }
        if (part.equals("version")) {
            version.arrive();
        }
    }

    private void save(DocumentDetails document, DescriptionFields fields, TermFields term) {
        try {
            library.describe(
                    document.id(),
                    fields.description(title.getValue(), description.getValue()),
                    term.term(),
                    currentReader.get());
            if (kept != null) {
                kept.forget();
            }
            boolean still = documents.find(document.id(), currentReader.get()).isPresent();
            UI.getCurrent().navigate(still ? DocumentAddress.page(document.id()) : "library");
            Notices.on(UI.getCurrent()).good("Saved.");
        } catch (InvalidDocument invalid) {
            Component there =
                    term.field(invalid.field()) == null ? fields.field(invalid.field()) : term.field(invalid.field());
            Focusable<?> field = invalid.field().equals("title")
                    ? title
                    : there instanceof Focusable<?> focusable ? focusable : description;
            errors.show(List.of(new ErrorSummary.Fault(invalid.getMessage(), field)));
        }
    }
}
