package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.storage.StorageFull;
import org.safercommunities.portal.storage.TooLarge;

/** Changes what is said of a document, and gives it a new file. */
@Route("library/:document/edit")
@PageTitle("Change a document")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class EditDocumentView extends Div implements BeforeEnterObserver {

    private final Documents documents;
    private final Library library;
    private final Intake intake;
    private final DescriptionChoices choices;
    private final CurrentReader currentReader;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField title = new TextField("Title");
    private final TextArea description = new TextArea("Description");

    EditDocumentView(
            Documents documents,
            Library library,
            Intake intake,
            DescriptionChoices choices,
            CurrentReader currentReader) {
        this.documents = documents;
        this.library = library;
        this.intake = intake;
        this.choices = choices;
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
        DocumentDetails document = DocumentParameter.of(event)
                .flatMap(id -> documents.find(id, reader))
                .orElseThrow(NotFoundException::new);
        removeAll();
        DescriptionFields fields = new DescriptionFields(choices, reader.groupIds());
        title.setValue(document.description().title());
        description.setValue(document.description().description());
        fields.show(document.description(), choices);
        Buttons buttons = new Buttons(
                new PrimaryButton("Save", () -> save(document, fields)),
                LinkButton.secondary(DocumentAddress.page(document.id()), "Cancel"));
        add(
                new PageHeader("Change a document")
                        .crumb("Library", "library")
                        .crumb(document.description().title(), DocumentAddress.page(document.id())),
                errors,
                new FormColumn(title, description, fields, buttons),
                new PageSection("New version", newVersion(document)));
    }

    private void save(DocumentDetails document, DescriptionFields fields) {
        try {
            library.describe(
                    document.id(), fields.description(title.getValue(), description.getValue()), currentReader.get());
            boolean still = documents.find(document.id(), currentReader.get()).isPresent();
            UI.getCurrent().navigate(still ? DocumentAddress.page(document.id()) : "library");
        } catch (InvalidDocument invalid) {
            Focusable<?> field = invalid.field().equals("title")
                    ? title
                    : fields.field(invalid.field()) instanceof Focusable<?> focusable ? focusable : description;
            errors.show(List.of(new ErrorSummary.Fault(invalid.getMessage(), field)));
        }
    }

    private Div newVersion(DocumentDetails document) {
        TextField note = new TextField("What changed");
        note.setMaxLength(1000);
        note.setWidthFull();
        LiveText state = new LiveText("");
        UploadManager uploads = new UploadManager(this);
        uploads.setMaxFiles(1);
        uploads.setUploadHandler(upload -> receive(upload, document, note, state));
        return new Div(
                new Paragraph(
                        "Readers get the new file from now on. Earlier versions stay for those who look for them."),
                note,
                new UploadButton("Choose the new file", uploads),
                state);
    }

    private void receive(UploadEvent upload, DocumentDetails document, TextField note, LiveText state)
            throws IOException {
        UI ui = upload.getUI();
        try {
            StoredFile file = intake.take(upload.getInputStream(), upload.getFileName());
            Reader reader = currentReader.get();
            ui.access(() -> {
                int number = library.addVersion(document.id(), file, note.getValue(), reader);
                state.setText("Version %d is in.".formatted(number));
                ui.navigate(DocumentAddress.page(document.id()));
            });
        } catch (InvalidDocument | TooLarge | StorageFull refused) {
            ui.access(() -> state.setText(String.valueOf(refused.getMessage())));
        }
    }
}
