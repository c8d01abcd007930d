package org.safercommunities.portal.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.audit.AuditStory;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** What was done to one event, in words, for those who run it. */
@Service
public class DeskTrail {

    private final AuditTrail trail;
    private final AuditStory story;
    private final WhoMaySeeEvent whoMaySee;

    DeskTrail(AuditTrail trail, AuditStory story, WhoMaySeeEvent whoMaySee) {
        this.trail = trail;
        this.story = story;
        this.whoMaySee = whoMaySee;
    }

    /** @param before only lines older than the one with this id; null for the newest */
    public List<AuditSentence> read(UUID event, @Nullable Long before, int limit, Reader by) {
        whoMaySee.unlessRuns(by, event);
        return story.tell(trail.search(AuditFilter.about("event:" + event), before, limit));
    }

    /** What is done at the desk. */
    @Component
    static class Vocabulary implements AuditVocabulary {

        @Override
        public Map<String, AuditPhrase> phrases() {
            return Map.of(
                    "events.event-certificate-issued",
                    new AuditPhrase(
                            "Certificate issued", "had a certificate of attendance made for the event {subject}"),
                    "events.event-certificate-taken",
                    new AuditPhrase("Certificate downloaded", "downloaded a certificate of the event {subject}"),
                    "events.event-written-to",
                    new AuditPhrase(
                            "Message sent",
                            "wrote to {count} people of the event {subject}[, under “{heading}”]: {message}"),
                    "events.event-attendance-noted",
                    new AuditPhrase("Attendance noted", "noted who came to the event {subject}"),
                    "events.event-document-added",
                    new AuditPhrase("Recording added", "added a document of the library to the event {subject}"),
                    "events.event-document-removed",
                    new AuditPhrase("Recording taken off", "took a document of the library off the event {subject}"),
                    "events.event-documents-announced",
                    new AuditPhrase(
                            "Recordings announced", "told {count} people of the recordings of the event {subject}"));
        }
    }
}
