package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.catalogue.BulkChange;
import org.safercommunities.portal.library.catalogue.BulkEdit;
import org.safercommunities.portal.library.catalogue.BulkReport;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What is to become of the documents of a list, tried first when that is wished, and told of one by one. */
final class ChangePanel extends Div {

    private final BulkEdit edit;
    private final ChosenDocuments chosen;
    private final CurrentReader currentReader;
    private final ChosenList list;
    private final BulkFields fields;
    private final BulkOutcome outcome = new BulkOutcome();
    private final LiveText progress = new LiveText("");
    private final SecondaryButton preview = new SecondaryButton("Preview", () -> begin(true));
    private final PrimaryButton change = new PrimaryButton("Change documents", this::ask);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final SecondaryButton stop = new SecondaryButton("Stop", () -> stopped.set(true));

    ChangePanel(
            BulkEdit edit, ChosenDocuments chosen, ChosenList list, BulkFields fields, CurrentReader currentReader) {
        this.edit = edit;
        this.chosen = chosen;
        this.list = list;
        this.fields = fields;
        this.currentReader = currentReader;
        stop.setVisible(false);
        add(
                new PageSection("Documents", list).link("Choose others", "library"),
                new PageSection("Change", fields),
                new Buttons(change, preview, stop),
                progress,
                outcome);
        showCount();
    }

    /** After one was taken out of the list. */
    void showCount() {
        int count = list.ids().size();
        change.setText(count == 0 ? "Change documents" : "Change " + BulkOutcome.documents(count));
        change.setEnabled(count > 0);
        preview.setEnabled(count > 0);
    }

    private void ask() {
        if (fields.takesAway()) {
            ConfirmQuestion.askDanger(
                    "Take %s away from their readers?"
                            .formatted(BulkOutcome.documents(list.ids().size())),
                    "Nobody gets at them from the next request on.",
                    "Take them away",
                    () -> begin(false));
        } else {
            begin(false);
        }
    }

    private void begin(boolean dryRun) {
        outcome.removeAll();
        List<UUID> ids = list.ids();
        BulkChange wanted;
        try {
            wanted = fields.change();
        } catch (InvalidDocument invalid) {
            outcome.add(Callout.bad("Nothing was changed.", invalid.getMessage() + "."));
            return;
        }
        stopped.set(false);
        working(true);
        Map<UUID, String> titles = list.titles();
        UI ui = UI.getCurrent();
        Reader reader = currentReader.get();
        Thread.ofVirtual().name("change-documents").start(() -> run(ids, titles, wanted, dryRun, reader, ui));
    }

    /** Goes on when the page is closed: what was asked for is done. */
    private void run(
            List<UUID> ids, Map<UUID, String> titles, BulkChange wanted, boolean dryRun, Reader reader, UI ui) {
        int step = Math.max(10, ids.size() / 10);
        BulkEdit.Watch watch = new BulkEdit.Watch(stopped::get, done -> {
            if (done % step == 0) {
                on(ui, () -> progress.setText("%,d of %,d".formatted(done, ids.size())));
            }
        });
        try {
            BulkReport report = edit.change(ids, wanted, dryRun, watch, reader);
            on(ui, () -> {
                outcome.show(report, titles);
                leaveChosen(report);
            });
        } catch (InvalidDocument | org.springframework.security.access.AccessDeniedException refused) {
            on(ui, () -> outcome.add(Callout.bad("Nothing was changed.", refused.getMessage() + ".")));
        } finally {
            on(ui, () -> {
                working(false);
                progress.setText("");
            });
        }
    }

    /** What is done is no longer chosen for the next thing; what was refused still is, to be mended. */
    private void leaveChosen(BulkReport report) {
        if (!report.dryRun()) {
            chosen.takeOut(report.items().stream()
                    .filter(line -> line.outcome() != BulkReport.Outcome.REFUSED)
                    .flatMap(line -> Stream.ofNullable(line.id()))
                    .toList());
        }
    }

    private static void on(UI ui, com.vaadin.flow.server.Command news) {
        try {
            ui.access(news);
        } catch (UIDetachedException closed) {
            // Nobody looks any more
        }
    }

    private void working(boolean now) {
        change.setEnabled(!now);
        preview.setEnabled(!now);
        stop.setVisible(now);
    }
}
