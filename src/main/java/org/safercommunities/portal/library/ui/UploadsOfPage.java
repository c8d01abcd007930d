package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.uploads.FinishedUploads;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.library.uploads.UploadRefused;
import org.safercommunities.portal.library.uploads.Uploads;
import org.safercommunities.portal.storage.BlobMissing;
import org.safercommunities.portal.storage.PartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What pages do with uploads once the browser has sent them. */
@Component
class UploadsOfPage {

    private static final Logger LOG = LoggerFactory.getLogger(UploadsOfPage.class);

    private final Uploads uploads;
    private final FinishedUploads finished;
    private final CurrentReader currentReader;

    UploadsOfPage(Uploads uploads, FinishedUploads finished, CurrentReader currentReader) {
        this.uploads = uploads;
        this.finished = finished;
        this.currentReader = currentReader;
    }

    /** The largest file taken. */
    String largestInWords() {
        return uploads.largestInWords();
    }

    List<Upload> waiting(Upload.Purpose purpose) {
        return uploads.waiting(purpose, currentReader.get());
    }

    /** Ends one that nobody wants to go on with. */
    void end(UUID upload) {
        end(upload, currentReader.get());
    }

    private void end(UUID upload, Reader reader) {
        try {
            uploads.end(upload, reader);
        } catch (UploadRefused goneAlready) {
            // As it was to be
        } catch (IOException failed) {
            LOG.warn("The bytes of an upload that was ended are still there", failed);
        }
    }

    /**
     * Makes something of an upload that has all its bytes, away from the page: putting away a large file takes a while.
     *
     * @param made what was made of the file, in the transaction that uses the upload up
     * @param done told in the page what it was
     * @param failed told in the page why nothing was made; the upload is ended then
     */
    <T> void use(UUID upload, Function<StoredFile, T> made, Consumer<T> done, BiConsumer<String, Boolean> failed) {
        use(upload, made, done, failed, title -> failed.accept(title, false));
    }

    /** That the library has a file already: nothing is made, and the upload stays. */
    static final class Known extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String title;

        /** @param title of a document with the same bytes that this person may see */
        Known(String title) {
            this.title = title;
        }
    }

    /** @param known told in the page that the library has it already, and under which title; the upload stays then */
    <T> void use(
            UUID upload,
            Function<StoredFile, T> made,
            Consumer<T> done,
            BiConsumer<String, Boolean> failed,
            Consumer<String> known) {
        UI ui = UI.getCurrent();
        Reader reader = currentReader.get();
        Thread.ofVirtual().name("upload-" + upload).start(() -> {
            try {
                StoredFile stored = finished.file(upload, reader);
                T what = finished.use(upload, reader, () -> made.apply(stored));
                tell(ui, () -> done.accept(what));
            } catch (UploadRefused | PartRefused refused) {
                // Another window was quicker, or has ended it
                tell(ui, () -> failed.accept(String.valueOf(refused.getMessage()), true));
            } catch (Known already) {
                tell(ui, () -> known.accept(already.title));
            } catch (InvalidDocument refused) {
                end(upload, reader);
                tell(ui, () -> failed.accept(String.valueOf(refused.getMessage()), false));
            } catch (IOException | BlobMissing lost) {
                LOG.error("An upload could not be put away", lost);
                ui.access(() ->
                        failed.accept("The portal could not put this file away. Please tell an administrator.", false));
            }
        });
    }

    /** Unless the page was closed meanwhile: what was made is there all the same. */
    private static void tell(UI ui, Command news) {
        try {
            ui.access(news);
        } catch (UIDetachedException closed) {
            LOG.debug("A page was closed before its upload was put away");
        }
    }
}
