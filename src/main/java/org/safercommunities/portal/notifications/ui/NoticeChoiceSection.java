package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.EnumMap;
import java.util.Map;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.notifications.notices.NoticeAbout;
import org.safercommunities.portal.notifications.notices.NoticeCadence;
import org.safercommunities.portal.notifications.notices.NoticeChoices;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** When notices come by mail, on somebody's own page. */
@org.springframework.stereotype.Component
class NoticeChoiceSection implements AccountSection {

    private final NoticeChoices choices;
    private final CurrentReader currentReader;

    NoticeChoiceSection(NoticeChoices choices, CurrentReader currentReader) {
        this.choices = choices;
        this.currentReader = currentReader;
    }

    @Override
    public Component create() {
        Paragraph how = new Paragraph(
                "Every notice is behind the bell. Choose when you are also sent a mail: one with everything that is new, and none"
                        + " when nothing is. Titles of what is marked OFFICIAL-SENSITIVE are never in it.");
        how.addClassName("sc-note");
        Sheet sheet = Sheet.titled("Notices by mail", how);
        Map<NoticeAbout, RadioButtonGroup<NoticeCadence>> fields = new EnumMap<>(NoticeAbout.class);
        choices.of(currentReader.get()).forEach((about, cadence) -> {
            RadioButtonGroup<NoticeCadence> field = new RadioButtonGroup<>();
            field.setLabel(about.title());
            field.setHelperText(about.words());
            field.setItems(NoticeCadence.values());
            field.setItemLabelGenerator(each -> each.label() + ", " + each.words());
            field.setValue(cadence);
            fields.put(about, field);
            sheet.add(field);
        });
        sheet.add(new Buttons(new SecondaryButton("Save notices", () -> save(fields))));
        sheet.setId("notices");
        sheet.addClassName("sc-stack");
        return sheet;
    }

    private void save(Map<NoticeAbout, RadioButtonGroup<NoticeCadence>> fields) {
        fields.forEach((about, field) -> choices.choose(about, field.getValue(), currentReader.get()));
        Notices.on(UI.getCurrent()).good("Saved. It holds from the next notice on.");
    }

    @Override
    public int order() {
        return 490;
    }
}
