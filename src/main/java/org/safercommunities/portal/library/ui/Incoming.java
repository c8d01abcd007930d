package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.ScanState;

/** One file on its way in, as the page of its editor sees it. */
class Incoming {

    enum Stage {
        /** Something is wrong, and the editor decides. */
        NEEDS_YOU,
        /** It did not arrive. */
        FAILED,
        RECEIVING,
        /** It is in, and its words are being read. */
        READING,
        READY
    }

    /** What the browser calls it. */
    final String key;

    final String fileName;
    final long size;
    Stage stage = Stage.RECEIVING;
    String message = "";

    @Nullable
    UUID document;

    @Nullable
    DocumentCard card;

    @Nullable
    DocumentDescription ownDescription;

    /** Its bytes are those of a document that is in the library already. */
    boolean duplicate;

    private @Nullable String sameFile;
    private boolean accepted;

    Incoming(String key, String fileName, long size) {
        this.key = key;
        this.fileName = fileName;
        this.size = size;
    }

    /** How far it is, as the browser knows it: it goes on telling while it cannot reach the portal. */
    Div progress() {
        ProgressBar bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", "Uploading " + fileName);
        Div progress = new Div(bar, new Span());
        progress.addClassName("sc-incoming-progress");
        progress.getElement().setAttribute("data-upload", key);
        progress.addAttachListener(
                shown -> progress.getElement().executeJs("window.portalUploads && window.portalUploads.show($0)", key));
        return progress;
    }

    /** All its bytes are here, and are put away. */
    void settling() {
        stage = Stage.READING;
        message = FileSize.of(size) + ", being put away";
    }

    void arrived(UUID id) {
        document = id;
        stage = Stage.READING;
        message = FileSize.of(size) + ", being read";
    }

    void failed(String why) {
        stage = Stage.FAILED;
        message = why;
    }

    /** Whether it was looked for among what the library has already. */
    boolean isCompared() {
        return sameFile != null;
    }

    /** The title of a document with the same bytes; empty when this editor sees none. Known before anything is read. */
    void compared(String title) {
        sameFile = title;
        duplicate = !title.isEmpty();
    }

    /** Takes in what the scanner and the reader found. Returns whether anything changed for the editor. */
    boolean read(DocumentCard found) {
        card = found;
        if (stage != Stage.READING) {
            return false;
        }
        if (found.scan().state().isRefused()) {
            stage = Stage.FAILED;
            message = refused(found.scan());
            return true;
        }
        String same = sameFile == null ? "" : sameFile;
        boolean unread = found.reading() == ReadingState.PENDING;
        if (unread && (same.isEmpty() || accepted)) {
            String waits =
                    FileSize.of(size) + (found.scan().held() ? ", waiting for the virus scanner" : ", being read");
            boolean news = !waits.equals(message);
            message = waits;
            return news;
        }
        String warning = warning(found, same);
        if (warning.isEmpty() || accepted) {
            stage = Stage.READY;
            message = ready(found);
        } else {
            stage = Stage.NEEDS_YOU;
            message = warning;
        }
        return true;
    }

    /** The editor has seen what is wrong and wants the file all the same. */
    void accept() {
        accepted = true;
        boolean unread = card != null && card.reading() == ReadingState.PENDING;
        stage = unread ? Stage.READING : Stage.READY;
        message = card == null ? "" : unread ? FileSize.of(size) + ", being read" : ready(card);
    }

    private static String refused(FileScan scan) {
        return scan.state() == ScanState.TOO_LARGE
                ? "Held back as a draft: it is larger than the virus scanner takes (%s). Nobody gets it, and it cannot be published."
                        .formatted(scan.finding())
                : "Held back as a draft: the virus scanner found %s in it. Nobody gets it, and it cannot be published."
                        .formatted(scan.finding());
    }

    private static String warning(DocumentCard found, String sameFile) {
        if (!sameFile.isEmpty()) {
            return "The same file is in the library already: “%s”.".formatted(sameFile);
        }
        if (!found.higherMarkings().isEmpty()) {
            return "Words in it look like the marking %s. Only OFFICIAL and OFFICIAL-SENSITIVE belong here."
                    .formatted(String.join(" and ", found.higherMarkings()));
        }
        String reason = found.readingReason();
        return switch (found.reading()) {
            case LOCKED, DAMAGED, TOO_SLOW, TOO_LARGE -> reason == null ? "Its words could not be read." : reason;
            default -> "";
        };
    }

    private static String ready(DocumentCard found) {
        String reason = found.readingReason();
        String words = switch (found.reading()) {
            case TEXT -> "text found";
            case NO_TEXT -> "no text found: it is searched by its title and description";
            default -> reason == null ? "searched by its title and description only" : reason;
        };
        return FileSize.of(found.size()) + ", " + words;
    }
}
