package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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

    private static final long TOLD_EVERY_MILLIS = 300;

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
                new Counted(upload.getInputStream(), file, bytes -> ui.access(() -> file.received(bytes)))) {
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

    /** Counts what has come, tells it now and then, and breaks off when the editor stops the file. */
    private static final class Counted extends FilterInputStream {

        private final Incoming file;
        private final LongConsumer told;
        private long bytes;
        private long lastTold;

        Counted(InputStream in, Incoming file, LongConsumer told) {
            super(in);
            this.file = file;
            this.told = told;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int some) throws IOException {
            if (file.stopped.get()) {
                throw new IOException("stopped by the editor");
            }
            bytes += some;
            long now = System.nanoTime() / 1_000_000;
            if (now - lastTold > TOLD_EVERY_MILLIS) {
                lastTold = now;
                told.accept(bytes);
            }
        }
    }
}
