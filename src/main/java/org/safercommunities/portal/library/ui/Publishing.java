package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.shared.Dates;

/** Publishes a draft, and asks for what is missing: why a video has no captions, and by when it will. */
@SpringComponent
class Publishing {

    private final Library library;
    private final Captions captions;
    private final CurrentReader currentReader;

    Publishing(Library library, Captions captions, CurrentReader currentReader) {
        this.library = library;
        this.captions = captions;
        this.currentReader = currentReader;
    }

    void publish(UUID id, String title, Runnable done) {
        try {
            library.publish(id, currentReader.get());
        } catch (InvalidDocument missing) {
            if (!missing.field().equals("captions")) {
                throw missing;
            }
            askForCaptions(id, title, done);
            return;
        }
        done.run();
    }

    private void askForCaptions(UUID id, String title, Runnable done) {
        TextArea reason = new TextArea("Why it has none");
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("Those who watch it are told this.");
        DatePicker due = new DatePicker("There will be captions by");
        due.setLocale(Locale.UK);
        due.setMin(Dates.today().plusDays(1));
        due.setMax(Dates.today().plusYears(1));
        due.setRequiredIndicatorVisible(true);
        EntryDialog dialog = new EntryDialog("“%s” has no captions".formatted(title), () -> {
            LocalDate day = due.getValue();
            if (day == null) {
                throw new InvalidDocument("dueOn", "Choose a day");
            }
            captions.promise(id, reason.getValue(), day, currentReader.get());
            library.publish(id, currentReader.get());
            done.run();
        });
        Paragraph words = new Paragraph(
                new Span("Some of your readers cannot hear it. "),
                new Anchor("library/%s/edit?part=captions".formatted(id), "Add captions"),
                new Span(", or say why it is published without."));
        dialog.words(words)
                .saying("Publish without captions")
                .field("reason", reason)
                .field("dueOn", due)
                .open();
    }
}
