package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.storage.StorageFull;
import org.safercommunities.portal.storage.TooLarge;

/** The file of an offer: chosen, kept as soon as it is here, and replaced by another. */
class OfferedFile extends Div {

    /** What is done with a file that is here. */
    @FunctionalInterface
    interface Arrived {
        void with(StoredFile file);
    }

    private final ContributionServices services;
    private final Arrived arrived;
    private final UploadManager uploads = new UploadManager(this);
    private final UploadButton choose = new UploadButton("Choose the file", uploads);
    private final LiveText status = new LiveText("");
    private final Span name = new Span();
    private final Div card = new Div();

    OfferedFile(ContributionServices services, @Nullable VersionSummary now, Arrived arrived) {
        this.services = services;
        this.arrived = arrived;
        choose.setIcon(Icon.FOLDER_OPEN.create());
        uploads.setMaxFiles(1);
        uploads.setUploadHandler(this::receive);
        name.addClassName("sc-strong");
        status.addClassName("sc-note");
        Div words = new Div(name, status);
        words.addClassName("sc-offered-file-words");
        card.add(Icon.CLOUD_UPLOAD.create(), words, choose);
        card.addClassName("sc-drop");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "File");
        UploadDropZone zone = new UploadDropZone(card, uploads);
        zone.setWidthFull();
        add(zone);
        if (now == null) {
            nothingYet();
        } else {
            show(now.fileName(), now.size());
        }
    }

    UploadButton button() {
        return choose;
    }

    private void nothingYet() {
        name.setText("The file that you offer");
        status.setText("Up to %s. It is kept as a draft of yours as soon as it is here."
                .formatted(services.intake().largest()));
    }

    private void show(String fileName, long size) {
        name.setText(fileName);
        status.setText("%s, here. Choose another to replace it.".formatted(FileSize.of(size)));
        choose.setText("Choose another file");
    }

    private void receive(UploadEvent upload) throws IOException {
        UI ui = upload.getUI();
        String fileName = StoredNames.shown(upload.getFileName());
        ui.access(() -> {
            name.setText(fileName);
            status.setText("On its way …");
        });
        try (InputStream content = upload.getInputStream()) {
            Reader reader = services.reader();
            StoredFile stored = services.intake().take(content, upload.getFileName(), reader);
            ui.access(() -> {
                uploads.clearFileList();
                try {
                    arrived.with(stored);
                    show(stored.fileName(), stored.size());
                } catch (InvalidDocument refused) {
                    refuse(refused.getMessage());
                }
            });
        } catch (InvalidDocument | TooLarge | StorageFull refused) {
            ui.access(() -> refuse(String.valueOf(refused.getMessage())));
        } catch (IOException broken) {
            ui.access(() -> refuse("The connection broke off before the whole file was here. Choose it again"));
            throw broken;
        }
    }

    private void refuse(String why) {
        uploads.clearFileList();
        status.setText(why.endsWith(".") ? why : why + ".");
    }
}
