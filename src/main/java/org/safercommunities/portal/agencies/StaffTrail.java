package org.safercommunities.portal.agencies;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditCheck;
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.audit.AuditStory;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.audit.AuditVerdict;
import org.safercommunities.portal.shared.Csv;
import org.springframework.stereotype.Service;

/** The audit trail in words, for administrators only. */
@Service
public class StaffTrail {

    private static final int BATCH = 1000;

    private final AuditTrail trail;
    private final AuditStory story;
    private final AuditCheck check;
    private final AccessTrail access;

    StaffTrail(AuditTrail trail, AuditStory story, AuditCheck check, AccessTrail access) {
        this.trail = trail;
        this.story = story;
        this.check = check;
        this.access = access;
    }

    /**
     * The newest lines that fit, newest first.
     *
     * @param before only lines older than the one with this id, for the next page; null for the first
     */
    public List<AuditSentence> read(AuditFilter filter, @Nullable Long before, int limit, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return story.tell(trail.search(filter, before, limit));
    }

    /** The titles of all actions that the trail knows, by action. */
    public Map<String, String> actions(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return story.titles(trail.actions());
    }

    /** Reads the whole trail and says what of it is not as it was written. */
    public AuditVerdict verdict(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return check.verdict();
    }

    /** Writes all lines that fit as a table, newest first, a thousand at a time. */
    public void export(AuditFilter filter, Appendable out, Reader by) throws IOException {
        NotAllowed.unlessAdministrator(by);
        access.taken(new AuditNote(by.actor(), "agencies.trail-exported", "trail:lines"));
        Csv csv = new Csv(out)
                .row("Id", "Time", "Who", "Agency", "What", "Action", "Subject", "Result", "Details", "Sealed");
        Long before = null;
        List<AuditSentence> page;
        do {
            page = story.tell(trail.search(filter, before, BATCH));
            for (AuditSentence sentence : page) {
                AuditLine line = sentence.line();
                csv.row(
                        String.valueOf(line.id()),
                        line.at().toString(),
                        sentence.who(),
                        line.agency() == null ? "" : line.agency(),
                        sentence.words(),
                        line.action(),
                        line.subject(),
                        line.result().word(),
                        line.details().toString(),
                        line.sealed() ? "yes" : "not yet");
                before = line.id();
            }
        } while (page.size() == BATCH);
    }
}
