package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Timeline;

/** What was done to one thing, from the audit trail, newest first. */
class History extends PageSection {

    private static final int AT_MOST = 12;

    History(StaffTrail trail, String subject, Reader by) {
        super("History");
        List<AuditSentence> lines = trail.read(AuditFilter.about(subject), null, AT_MOST + 1, by);
        if (lines.isEmpty()) {
            add(new Paragraph("Nothing has been noted yet."));
            return;
        }
        Timeline timeline = new Timeline();
        lines.stream()
                .limit(AT_MOST)
                .forEach(line -> timeline.past(
                        line.title(),
                        line.words() + ". " + Dates.moment(line.line().at()) + "."));
        add(timeline);
        if (lines.size() > AT_MOST) {
            link("All of it", "admin/audit?subject=" + subject);
        }
    }
}
