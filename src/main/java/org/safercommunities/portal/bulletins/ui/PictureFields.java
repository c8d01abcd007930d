package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.BulletinPicture;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** A picture: chosen or dropped, made smaller by itself, and said what it shows. */
final class PictureFields extends FormColumn {

    /** Where a picture is put in and seen. */
    interface Source {

        /** Takes it in, outside the page’s lock. */
        BulletinPicture keep(InputStream content, String fileName) throws IOException;

        Optional<BulletinPicture> find(UUID picture);

        /** Where the page shows it. */
        String address(UUID picture);
    }

    private final Source source;
    private final String id;
    private final Consumer<Block> changed;
    private final Div shown = new Div();
    private final Paragraph status = new Paragraph();
    private final TextField alt;
    private final Checkbox decorative;
    private final TextField href;
    private final SecondaryButton remove;
    private final Upload upload;
    private @Nullable UUID picture;

    PictureFields(Block.Image block, Source source, Consumer<Block> changed) {
        this.source = source;
        this.changed = changed;
        id = block.id();
        picture = block.picture();
        alt = BlockForm.line("What the picture shows", block.alt(), Block.LONGEST_ALTERNATIVE);
        alt.setHelperText("For people who cannot see it, or whose mail program leaves pictures out");
        decorative = new Checkbox("It only decorates and says nothing", block.decorative());
        href = BlockForm.address(block.href());
        href.setLabel("Leads to");
        shown.addClassName("sc-block-picture");
        status.addClassName("sc-muted");
        status.getElement().setAttribute("role", "status");
        alt.setEnabled(!block.decorative());
        alt.addValueChangeListener(change -> tell());
        href.addValueChangeListener(change -> tell());
        decorative.addValueChangeListener(change -> {
            alt.setEnabled(!change.getValue());
            tell();
        });
        remove = new SecondaryButton("Leave the picture out", this::leaveOut);
        upload = upload();
        add(shown, upload, status, alt, decorative, href);
        show();
    }

    /**
     * Of an agency’s item: always with words, leading nowhere, and it can be left out again.
     *
     * @param fixed whether no other can be put in its place
     */
    static PictureFields ofItem(@Nullable UUID picture, String alt, boolean fixed, Source source) {
        PictureFields fields = new PictureFields(new Block.Image(picture, alt), source, block -> {});
        fields.remove(fields.decorative, fields.href);
        fields.upload.setVisible(!fixed);
        fields.add(fields.remove);
        return fields;
    }

    @Nullable
    UUID picture() {
        return picture;
    }

    TextField alt() {
        return alt;
    }

    private void leaveOut() {
        picture = null;
        alt.clear();
        status.setText("Left out.");
        show();
        tell();
    }

    private Upload upload() {
        Upload upload = new Upload(new Receiver());
        upload.setAcceptedFileTypes("image/png", "image/jpeg", "image/gif", "image/webp");
        upload.setMaxFileSize((int) BulletinPictures.LARGEST);
        upload.setUploadButton(new SecondaryButton("Choose a picture", () -> {}));
        upload.addFileRejectedListener(
                refused -> status.setText("Choose one PNG, JPEG, GIF or WebP file of up to %d MB."
                        .formatted(BulletinPictures.LARGEST / 1024 / 1024)));
        upload.addClassName("sc-block-upload");
        return upload;
    }

    private void show() {
        shown.removeAll();
        UUID now = picture;
        shown.setVisible(now != null);
        remove.setVisible(now != null);
        if (now != null) {
            Image image = new Image(source.address(now), "");
            shown.add(image);
            source.find(now).ifPresent(this::describe);
        }
    }

    private void describe(BulletinPicture found) {
        status.setText("%s, %d × %d".formatted(found.fileName(), found.width(), found.height()));
    }

    private void tell() {
        changed.accept(new Block.Image(id, picture, alt.getValue(), decorative.getValue(), href.getValue()));
    }

    /** Takes the file in outside the page's lock; drawing it can take seconds. */
    private final class Receiver implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public long getFileSizeMax() {
            return BulletinPictures.LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return BulletinPictures.LARGEST + 100_000;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            UI ui = event.getUI();
            try (InputStream content = event.getInputStream()) {
                BulletinPicture kept = source.keep(content, event.getFileName());
                ui.access(() -> {
                    picture = kept.id();
                    show();
                    tell();
                });
            } catch (InvalidBulletin refused) {
                ui.access(() -> status.setText(refused.getMessage() + "."));
            }
        }
    }
}
