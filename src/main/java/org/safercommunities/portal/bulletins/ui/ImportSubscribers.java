package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.ImportReport;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.SubscriberImport;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** A list of people who have agreed, taken from a file; what became of each line is told. */
class ImportSubscribers extends OpenedForm {

    private static final int ROWS_SHOWN = 50;

    private final SubscriberImport imports;
    private final CurrentReader reader;
    private final Runnable taken;
    private final CheckboxGroup<BulletinKind> kinds = new CheckboxGroup<>("They get");
    private final TextField basis = new TextField("How they agreed");
    private final Div outcome = new Div();

    ImportSubscribers(SubscriberImport imports, CurrentReader reader, Runnable taken) {
        this.imports = imports;
        this.reader = reader;
        this.taken = taken;
        kinds.setItems(BulletinKind.values());
        kinds.setItemLabelGenerator(SubscriptionFields::label);
        kinds.addThemeName("vertical");
        basis.setHelperText("All of them, for example: ticked the box when they booked the conference in May");
        basis.setMaxLength(300);
        outcome.addClassName("sc-import-outcome");
        outcome.getElement().setAttribute("role", "status");
    }

    @Override
    void open() {
        kinds.setValue(EnumSet.allOf(BulletinKind.class));
        outcome.removeAll();
        UploadManager uploads = new UploadManager(this);
        uploads.setMaxFiles(1);
        uploads.setUploadHandler(upload -> receive(upload, uploads));
        Paragraph form = new Paragraph(
                ("A table saved as CSV, with the columns email, name, agency and topics; only email must be there. Several topics"
                                + " stand with | between them. At most %,d lines at once. Nobody who has unsubscribed is brought back.")
                        .formatted(SubscriberImport.MOST_LINES));
        form.addClassName("sc-note");
        show(
                "Import a list",
                form,
                new FormColumn(
                        kinds,
                        basis,
                        new Buttons(new UploadButton("Choose file", uploads), new QuietButton("Close", this::close))),
                outcome);
        basis.focus();
    }

    private void receive(UploadEvent upload, UploadManager uploads) throws IOException {
        UI ui = upload.getUI();
        byte[] bytes = upload.getInputStream().readNBytes(SubscriberImport.MOST_BYTES + 1);
        ui.access(() -> {
            take(bytes);
            // So that the list can be chosen again once it is mended
            uploads.clearFileList();
        });
    }

    private void take(byte[] bytes) {
        outcome.removeAll();
        basis.setInvalid(false);
        Set<BulletinKind> wanted = kinds.getValue();
        Reader by = reader.get();
        try {
            tell(imports.take(new ByteArrayInputStream(bytes), wanted, basis.getValue(), by));
            taken.run();
        } catch (InvalidBulletin invalid) {
            outcome.add(Callout.bad("Nothing was taken.", invalid.getMessage() + "."));
            if (invalid.field().equals("basis")) {
                basis.setErrorMessage(invalid.getMessage());
                basis.setInvalid(true);
                basis.focus();
            }
        } catch (IOException unreadable) {
            outcome.add(Callout.bad("Nothing was taken.", "The file did not arrive whole. Choose it again."));
        }
    }

    private void tell(ImportReport report) {
        outcome.add(Callout.good(
                        "%,d new, %,d changed, %,d as before."
                                .formatted(report.accepted(), report.changed(), report.unchanged()),
                        report.refused() == 0 ? "Every line was taken." : "")
                .more(FileLink.csv("import.csv", report::export)));
        List<Row> rows = report.rows().stream()
                .filter(ImportReport.Row::isRefused)
                .limit(ROWS_SHOWN)
                .map(row -> Row.titled("Line %,d: %s"
                                .formatted(row.line(), row.email().isEmpty() ? "no address" : row.email()))
                        .facts(row.message())
                        .warn())
                .toList();
        if (!rows.isEmpty()) {
            outcome.add(Callout.warn(
                            report.refused() == 1
                                    ? "1 line was not taken."
                                    : "%,d lines were not taken.".formatted(report.refused()),
                            report.refused() > ROWS_SHOWN
                                    ? "The first %d stand here, all of them in the table.".formatted(ROWS_SHOWN)
                                    : "")
                    .more(new Rows(rows)));
        }
    }
}
