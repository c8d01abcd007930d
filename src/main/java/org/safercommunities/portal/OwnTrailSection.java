package org.safercommunities.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.audit.AuditStory;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** What is recorded of a person, for themself: asked for a page at a time, and not before they want to see it. */
@org.springframework.stereotype.Component
class OwnTrailSection implements AccountSection {

    private static final int AT_ONCE = 20;

    private final AuditTrail trail;
    private final AuditStory story;
    private final CurrentReader reader;

    OwnTrailSection(AuditTrail trail, AuditStory story, CurrentReader reader) {
        this.trail = trail;
        this.story = story;
        this.reader = reader;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Component create() {
        Paragraph note = new Paragraph(
                "What you opened, took out and changed, what you were refused, and what staff changed about your account. Nobody can alter it. All of it is in your copy below.");
        note.addClassName("sc-note");
        Rows rows = new Rows();
        rows.addClassName("sc-own-trail");
        rows.setVisible(false);
        Div foot = new Div();
        foot.add(more("Show what is recorded", rows, foot, null));
        return Sheet.titled("What is recorded of you", note, rows, foot);
    }

    private Buttons more(String label, Rows rows, Div foot, @Nullable Long before) {
        Buttons buttons = new Buttons(new SecondaryButton(label, () -> grow(rows, foot, before)));
        buttons.addClassName("sc-list-foot");
        return buttons;
    }

    private void grow(Rows rows, Div foot, @Nullable Long before) {
        int first = Math.toIntExact(rows.getChildren().count());
        List<AuditSentence> page = story.tell(trail.of(reader.get().personId(), before, AT_ONCE + 1));
        page.stream()
                .limit(AT_ONCE)
                .map(sentence -> AuditRows.of(sentence, Map.of()))
                .forEach(rows::add);
        rows.setVisible(!page.isEmpty());
        foot.removeAll();
        if (page.size() > AT_ONCE) {
            foot.add(more("Show older", rows, foot, page.get(AT_ONCE - 1).line().id()));
        } else if (page.isEmpty()) {
            foot.add(new Paragraph("Nothing yet."));
        }
        if (!page.isEmpty()) {
            rows.focus(first);
        }
    }
}
