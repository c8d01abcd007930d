package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Timeline;

/** What was done to the event and its places, newest first. */
class EventDeskHistory extends PageSection {

    private static final int AT_ONCE = 25;

    private final UUID event;
    private final EventDeskServices services;
    private final Timeline timeline = new Timeline();
    private final SecondaryButton more = new SecondaryButton("Show more", this::grow);
    private @Nullable Long oldest;

    EventDeskHistory(UUID event, EventDeskServices services) {
        super("History");
        this.event = event;
        this.services = services;
        add(timeline, more);
        grow();
    }

    private void grow() {
        List<AuditSentence> lines = services.trail().read(event, oldest, AT_ONCE + 1, services.reader());
        lines.stream().limit(AT_ONCE).forEach(line -> {
            timeline.past(
                    line.title(),
                    inWords(line) + ". " + Dates.moment(line.line().at()) + ".");
            oldest = line.line().id();
        });
        if (lines.isEmpty() && oldest == null) {
            add(new Paragraph("Nothing has been noted yet."));
        }
        more.setVisible(lines.size() > AT_ONCE);
    }

    /** It is plain which event this is; and who did something for themselves need not be named twice. */
    private String inWords(AuditSentence line) {
        return line.words()
                .replace("the event " + event, "this event")
                .replace(event.toString(), "this event")
                .replace(" for " + line.who(), "");
    }
}
