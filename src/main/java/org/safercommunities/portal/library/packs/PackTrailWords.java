package org.safercommunities.portal.library.packs;

import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with packs, in words. */
@Component
class PackTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        Map<String, AuditPhrase> phrases = new HashMap<>();
        say(phrases, "drafted", "Pack drafted", "began the pack {subject}");
        say(phrases, "changed", "Pack changed", "changed the pack {subject}");
        say(phrases, "published", "Pack published", "published the pack {subject}");
        say(phrases, "taken-down", "Pack taken down", "took the pack {subject} down");
        say(phrases, "cover-changed", "Cover of a pack changed", "changed the cover of the pack {subject}");
        say(
                phrases,
                "document-added",
                "Added to a pack",
                "put the document {document:document} into the pack {subject}");
        say(
                phrases,
                "document-left-out",
                "Left out of a pack",
                "left the document {document:document} out of the pack {subject}");
        say(phrases, "event-added", "Added to a pack", "put the event {event:event} into the pack {subject}");
        say(phrases, "event-left-out", "Left out of a pack", "left the event {event:event} out of the pack {subject}");
        say(phrases, "link-added", "Added to a pack", "put a link into the pack {subject}");
        say(phrases, "link-left-out", "Left out of a pack", "left a link out of the pack {subject}");
        say(
                phrases,
                "member-changed",
                "Words in a pack changed",
                "changed what the pack {subject} says of one of its members");
        say(phrases, "ordered", "Pack put in order", "changed the order of the pack {subject}");
        say(
                phrases,
                "opened",
                "Documents opened to delegates",
                "opened {count} documents of the pack {subject} to its delegates");
        say(
                phrases,
                "closed",
                "Documents closed to delegates",
                "closed {count} documents of the pack {subject} to its delegates");
        say(phrases, "downloaded", "Pack downloaded", "began to take out the pack {subject} as a zip");
        return phrases;
    }

    private static void say(Map<String, AuditPhrase> phrases, String what, String title, String sentence) {
        phrases.put("library.pack-" + what, new AuditPhrase(title, sentence));
    }
}
