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

    private final BlockChoices choices;
    private final String id;
    private final Consumer<Block> changed;
    private final Div shown = new Div();
    private final Paragraph status = new Paragraph();
    private final TextField alt;
    private final Checkbox decorative;
    private final TextField href;
    private @Nullable UUID picture;

    PictureFields(Block.Image block, BlockChoices choices, Consumer<Block> changed) {
        this.choices = choices;
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
        add(shown, upload(), status, alt, decorative, href);
        show();
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
        if (now != null) {
            Image image = new Image("public/bulletins/pictures/" + now, "");
            shown.add(image);
            choices.pictures().find(now).ifPresent(this::describe);
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
                BulletinPicture kept = choices.pictures()
                        .keep(content, event.getFileName(), choices.reader().get());
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
