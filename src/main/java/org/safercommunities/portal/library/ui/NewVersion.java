package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.storage.StorageFull;
import org.safercommunities.portal.storage.TooLarge;

/** Gives a document a new file, with a word on what changed. */
class NewVersion extends PageSection {

    private final UUID document;
    private final Library library;
    private final Intake intake;
    private final CurrentReader currentReader;
    private final TextField note = new TextField("What changed");
    private final Div progress = new Div();
    private final UploadManager uploads = new UploadManager(this);

    NewVersion(UUID document, Library library, Intake intake, CurrentReader currentReader) {
        super("New version");
        this.document = document;
        this.library = library;
        this.intake = intake;
        this.currentReader = currentReader;
        addClassName("sc-new-version");
        note.setMaxLength(1000);
        note.setHelperText("Say it first: the new file is in as soon as it is chosen.");
        uploads.setMaxFiles(1);
        uploads.setUploadHandler(this::receive);
        UploadButton choose = new UploadButton("Choose the new file", uploads);
        choose.setIcon(Icon.FOLDER_OPEN.create());
        add(
                new Paragraph(
                        "Readers get the new file from now on. Earlier versions stay for those who look for them."),
                new FormColumn(note, progress, new Div(choose)));
    }

    /** For somebody who came for this. */
    void arrive() {
        // After the shell has given focus to the heading of the page
        getElement()
                .executeJs(
                        "setTimeout(() => { this.scrollIntoView({ block: 'start' }); $0.focus(); }, 150)",
                        note.getElement());
    }

    private void receive(UploadEvent upload) throws IOException {
        UI ui = upload.getUI();
        Incoming file = new Incoming(StoredNames.shown(upload.getFileName()), upload.getFileSize());
        ui.access(() -> {
            progress.removeAll();
            progress.add(file.progress());
        });
        try (InputStream counted =
                new CountedStream(upload.getInputStream(), file, bytes -> ui.access(() -> file.received(bytes)))) {
            StoredFile stored = intake.take(counted, upload.getFileName());
            Reader reader = currentReader.get();
            ui.access(() -> {
                int number = library.addVersion(document, stored, note.getValue(), reader);
                // By way of the browser: a page opened from the thread of an upload has no request, and so no
                // navigation
                getElement().executeJs("return true").then(done -> {
                    ui.navigate(DocumentAddress.page(document));
                    Notices.on(ui).good("Version %d is in.".formatted(number));
                });
            });
        } catch (InvalidDocument | TooLarge | StorageFull refused) {
            ui.access(() -> refuse(ui, String.valueOf(refused.getMessage())));
        } catch (IOException broken) {
            ui.access(() -> refuse(ui, "The connection broke off before the whole file was here. Choose it again."));
            throw broken;
        }
    }

    private void refuse(UI ui, String why) {
        progress.removeAll();
        uploads.clearFileList();
        Notices.on(ui).bad(why);
    }
}
