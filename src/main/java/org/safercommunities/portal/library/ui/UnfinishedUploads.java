package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** Files that somebody began to send earlier: what is here of each, how to go on with it, and until when it is kept. */
class UnfinishedUploads extends PageSection {

    private final Rows rows = new Rows().onSheet();
    private final List<Upload> uploads = new ArrayList<>();
    private final Map<UUID, Paragraph> notes = new HashMap<>();
    private final Consumer<Upload> end;

    UnfinishedUploads(List<Upload> begun, Consumer<Upload> end) {
        super("Not finished");
        this.end = end;
        addClassName("sc-unfinished");
        add(rows);
        begun.forEach(upload -> {
            uploads.add(upload);
            rows.add(row(upload));
        });
        setVisible(!uploads.isEmpty());
    }

    List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    /** It is gone on with, or given up. */
    void remove(UUID upload) {
        for (int place = 0; place < uploads.size(); place++) {
            if (uploads.get(place).id().equals(upload)) {
                uploads.remove(place);
                rows.remove(rows.getComponentAt(place));
                break;
            }
        }
        setVisible(!uploads.isEmpty());
    }

    /** Another file was chosen for one of them. */
    void otherFile(UUID upload, String chosen) {
        Paragraph note = notes.get(upload);
        if (note != null) {
            note.setText(
                    "“%s” is not the file that was begun: its name, size or date differs. Choose that one, or add this as a new file."
                            .formatted(chosen));
            note.addClassName("sc-unfinished-other");
        }
    }

    private Row row(Upload upload) {
        Paragraph note = new Paragraph(new Span("%s is here. Kept until %s."
                .formatted(FileSize.part(upload.received(), upload.length()), Dates.brief(upload.expires()))));
        note.addClassName("sc-incoming-words");
        note.getElement().setAttribute("role", "status");
        notes.put(upload.id(), note);
        QuietButton giveUp = new QuietButton("Give up", () -> end.accept(upload));
        giveUp.setAriaLabel("Give up: " + upload.fileName());
        return Row.titled(upload.fileName())
                .icon(Icon.HOURGLASS)
                .detail(note)
                .wideAction(FileDrop.chooseAgain(upload), giveUp);
    }
}
