package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinReading;
import org.safercommunities.portal.bulletins.DrawnBulletin;

/** The mail as it will look: wide, on a phone, in the dark, as plain text, and as a chosen person would get it. */
final class PreviewPane extends Div {

    private enum Look {
        WIDE("Wide"),
        PHONE("Phone"),
        DARK("Dark"),
        TEXT("Plain text");

        private final String label;

        Look(String label) {
            this.label = label;
        }
    }

    private final BulletinReading reading;
    private final Readers readers;
    private final RadioButtonGroup<Look> look = new RadioButtonGroup<>("Look of the preview");
    private final ComboBox<PersonSummary> person = new ComboBox<>("As this person would get it");
    private final Paragraph subject = new Paragraph();
    private final IFrame frame = new IFrame();
    private final Pre text = new Pre();
    private final Paragraph about = new Paragraph();
    private @Nullable BulletinPlan shown;
    private Reader me;

    PreviewPane(BulletinReading reading, Readers readers, PersonList people, Reader me) {
        this.reading = reading;
        this.readers = readers;
        this.me = me;
        addClassName("sc-preview");
        look.setItems(Look.values());
        look.setItemLabelGenerator(each -> each.label);
        look.setValue(Look.WIDE);
        look.addClassName("sc-preview-looks");
        look.addValueChangeListener(change -> draw());
        person.setItems(query ->
                people.search(query.getFilter().orElse(""), null, query.getOffset(), query.getLimit()).stream());
        person.setItemLabelGenerator(one -> "%s, %s".formatted(one.name(), one.email()));
        person.setClearButtonVisible(true);
        person.setWidthFull();
        person.addValueChangeListener(change -> draw());
        subject.addClassName("sc-preview-subject");
        frame.setTitle("Preview of the mail");
        // No script of it runs and no link in it leads the page away
        frame.getElement().setAttribute("sandbox", "");
        text.getElement().setAttribute("tabindex", "0");
        about.addClassName("sc-muted");
        Div top = new Div(new H2("Preview"), look);
        top.addClassName("sc-preview-top");
        Div sheet = new Div(subject, frame, text);
        sheet.addClassName("sc-preview-sheet");
        add(top, sheet, about, person);
    }

    void show(BulletinPlan plan) {
        shown = plan;
        draw();
    }

    private void draw() {
        BulletinPlan plan = shown;
        if (plan == null) {
            return;
        }
        Optional<PersonSummary> chosen = Optional.ofNullable(person.getValue());
        Optional<Reader> as = chosen.map(PersonSummary::id).flatMap(readers::of);
        DrawnBulletin drawn = reading.preview(
                plan, as.orElse(me), chosen.map(PersonSummary::name).orElse(""));
        boolean plain = look.getValue() == Look.TEXT;
        subject.setText(plan.subject().isEmpty() ? "No subject yet" : plan.subject());
        frame.setVisible(!plain);
        text.setVisible(plain);
        text.setText(drawn.text());
        frame.setClassName("sc-preview-phone", look.getValue() == Look.PHONE);
        frame.setSrcdoc(look.getValue() == Look.DARK ? drawn.dark() : drawn.html());
        about.setText("%s%s"
                .formatted(
                        drawn.leftOut() == 0
                                ? ""
                                : drawn.leftOut() == 1
                                        ? "One block is left out here, for this reader may not see it. "
                                        : "%d blocks are left out here, for this reader may not see them. "
                                                .formatted(drawn.leftOut()),
                        "%d of 102 KB.".formatted((drawn.bytes() + 1023) / 1024)));
    }
}
