package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.UUID;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.storage.StorageFull;
import org.safercommunities.portal.storage.TooLarge;

/** Takes files from the browser as they stream in and keeps each as a draft at once, so that nothing that arrived is lost. */
class FileReceiver implements UploadHandler {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Intake intake;
    private final transient Library library;
    private final transient CurrentReader currentReader;
    private final transient Consumer<Incoming> begun;
    private final transient Consumer<Incoming> changed;

    FileReceiver(
            Intake intake,
            Library library,
            CurrentReader currentReader,
            Consumer<Incoming> begun,
            Consumer<Incoming> changed) {
        this.intake = intake;
        this.library = library;
        this.currentReader = currentReader;
        this.begun = begun;
        this.changed = changed;
    }

    @Override
    public long getRequestSizeMax() {
        return -1;
    }

    @Override
    public long getFileSizeMax() {
        return -1;
    }

    @Override
    public void handleUploadRequest(UploadEvent upload) throws IOException {
        UI ui = upload.getUI();
        Incoming file = new Incoming(StoredNames.shown(upload.getFileName()), upload.getFileSize());
        ui.access(() -> begun.accept(file));
        try (InputStream counted =
                new CountedStream(upload.getInputStream(), file, bytes -> ui.access(() -> file.received(bytes)))) {
            StoredFile stored = intake.take(counted, upload.getFileName());
            UUID id = library.draft(
                    stored,
                    new DocumentDescription(
                            StoredNames.title(upload.getFileName()),
                            "",
                            "other",
                            java.util.Set.of(),
                            Marking.OFFICIAL,
                            null,
                            Audience.ofEveryone(),
                            null),
                    currentReader.get());
            ui.access(() -> {
                file.arrived(id);
                changed.accept(file);
            });
        } catch (InvalidDocument | TooLarge | StorageFull refused) {
            fail(ui, file, String.valueOf(refused.getMessage()));
        } catch (IOException broken) {
            if (!file.stopped.get()) {
                fail(ui, file, "The connection broke off before the whole file was here. Choose it again.");
            }
            throw broken;
        }
    }

    private void fail(UI ui, Incoming file, String why) {
        ui.access(() -> {
            file.failed(why);
            changed.accept(file);
        });
    }
}
