package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;

/** Gives a document a new file, with a word on what changed. */
class NewVersion extends PageSection implements FileDrop.Listener {

    private final UUID document;
    private final Library library;
    private final Documents documents;
    private final UploadsOfPage uploads;
    private final Reader reader;
    private final TextField note = new TextField("What changed");
    private final Div progress = new Div();
    private final FileDrop drop;

    NewVersion(
            UUID document, Library library, Documents documents, UploadsOfPage uploads, CurrentReader currentReader) {
        super("New version");
        this.document = document;
        this.library = library;
        this.documents = documents;
        this.uploads = uploads;
        this.reader = currentReader.get();
        addClassName("sc-new-version");
        note.setMaxLength(1000);
        note.setHelperText("Say it first: the new file is in as soon as it is chosen.");
        drop = new FileDrop(Upload.Purpose.VERSION, false, this).ofDocument(document);
        drop.add(FileDrop.choose("Choose the new file"));
        drop.begunBefore(uploads.waiting(Upload.Purpose.VERSION).stream()
                .filter(upload -> document.equals(upload.document()))
                .toList());
        add(
                new Paragraph(
                        "Readers get the new file from now on. Earlier versions stay for those who look for them."),
                new FormColumn(note, progress, drop));
    }

    /** For somebody who came for this. */
    void arrive() {
        // After the shell has given focus to the heading of the page
        getElement()
                .executeJs(
                        "setTimeout(() => { this.scrollIntoView({ block: 'start' }); $0.focus(); }, 150)",
                        note.getElement());
    }

    @Override
    public void begun(String key, String fileName, long size, @Nullable UUID resumes) {
        progress.removeAll();
        progress.add(new Incoming(key, fileName, size).progress());
    }

    @Override
    public void finished(String key, UUID upload) {
        put(key, upload, false);
    }

    /** Whoever puts the same bytes in once more is asked first, for it is most often a mistake. */
    private void put(String key, UUID upload, boolean allTheSame) {
        uploads.use(
                upload,
                stored -> {
                    if (!allTheSame) {
                        documents.withSameBytes(stored.sha256(), reader).stream()
                                .findFirst()
                                .ifPresent(same -> {
                                    throw new UploadsOfPage.Known(same.title());
                                });
                    }
                    return library.addVersion(document, stored, note.getValue(), reader);
                },
                this::show,
                (why, gone) -> failed(key, why),
                title -> {
                    progress.removeAll();
                    ConfirmQuestion.ask(
                            "Put the same file in again?",
                            "These bytes are in the library already: “%s”. If you go on, they become the new version."
                                    .formatted(title),
                            "Make it the new version",
                            () -> put(key, upload, true));
                });
    }

    /** By way of the browser: a page opened from another thread has no request, and so no navigation. */
    private void show(int number) {
        getElement().executeJs("return true").then(done -> {
            UI ui = UI.getCurrent();
            ui.navigate(DocumentAddress.page(document));
            Notices.on(ui).good("Version %d is in.".formatted(number));
        });
    }

    @Override
    public void failed(String key, String why) {
        progress.removeAll();
        getUI().ifPresent(ui -> Notices.on(ui).bad(why));
    }
}
