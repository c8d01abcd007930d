package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;

/** Gives a document a new file, with a word on what changed. */
class NewVersion extends PageSection implements FileDrop.Listener {

    private final UUID document;
    private final Library library;
    private final UploadsOfPage uploads;
    private final Reader reader;
    private final TextField note = new TextField("What changed");
    private final Div progress = new Div();
    private final FileDrop drop;

    NewVersion(UUID document, Library library, UploadsOfPage uploads, CurrentReader currentReader) {
        super("New version");
        this.document = document;
        this.library = library;
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
        uploads.use(
                upload,
                stored -> library.addVersion(document, stored, note.getValue(), reader),
                this::show,
                (why, gone) -> failed(key, why));
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
