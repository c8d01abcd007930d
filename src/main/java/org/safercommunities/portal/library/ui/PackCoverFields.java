package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.PackCovers;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The cover of a pack: drawn from its title, or a picture that is put in. */
final class PackCoverFields extends Div {

    private final UUID pack;
    private final String title;
    private final PackEditServices services;
    private final Div shown = new Div();
    private final Paragraph status = new Paragraph();
    private final SecondaryButton leaveOut = new SecondaryButton("Leave the picture out", this::leaveOut);

    PackCoverFields(PackDetails pack, PackEditServices services) {
        this.pack = pack.id();
        this.title = pack.description().title();
        this.services = services;
        addClassName("sc-pack-cover-fields");
        status.addClassName("sc-note");
        status.getElement().setAttribute("role", "status");
        Upload upload = new Upload(new Receiver());
        upload.setAcceptedFileTypes("image/png", "image/jpeg", "image/gif", "image/webp");
        upload.setMaxFileSize((int) PackCovers.LARGEST);
        upload.setUploadButton(new SecondaryButton("Choose a picture", () -> {}));
        upload.addFileRejectedListener(refused -> status.setText(
                "Choose one PNG, JPEG, GIF or WebP file of up to %d MB.".formatted(PackCovers.LARGEST >> 20)));
        Div words = new Div(
                new Paragraph("Without a picture a cover is drawn from the title. A wide picture fits best; people and"
                        + " words in it are lost to those who do not see it, so say the same in the description."),
                upload,
                status,
                leaveOut);
        add(shown, words);
        show();
    }

    private void show() {
        PackDetails now =
                services.packs().find(pack, services.reader()).orElseThrow(() -> new IllegalStateException("gone"));
        shown.removeAll();
        shown.add(new PackCover(pack, title, now.hasCover(), now.changedAt()));
        leaveOut.setVisible(now.hasCover());
    }

    private void leaveOut() {
        services.covers().leaveOut(pack, services.reader());
        status.setText("Left out.");
        show();
    }

    /** Takes the file in outside the page’s lock; drawing it can take seconds. */
    private final class Receiver implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public long getFileSizeMax() {
            return PackCovers.LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return PackCovers.LARGEST + 100_000;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            UI ui = event.getUI();
            try (InputStream content = event.getInputStream()) {
                services.covers().keep(pack, content, event.getFileName(), services.reader());
                ui.access(() -> {
                    status.setText("The cover is in.");
                    show();
                });
            } catch (InvalidPack refused) {
                ui.access(() -> status.setText(refused.getMessage() + "."));
            }
        }
    }
}
