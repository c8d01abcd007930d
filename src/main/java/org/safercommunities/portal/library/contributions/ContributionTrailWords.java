package org.safercommunities.portal.library.contributions;

import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with offered documents, in words. They go by their ids there: a title is content. */
@Component
class ContributionTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        Map<String, AuditPhrase> phrases = new HashMap<>();
        say(phrases, "begun", "Offer begun", "began to offer the document {subject} for {agency}");
        say(phrases, "changed", "Offer changed", "changed the offered document {subject}");
        say(phrases, "file", "Offered file put in", "put a file into the offered document {subject}");
        say(phrases, "sent", "Document offered", "offered the document {subject} for {agency}");
        say(phrases, "taken-back", "Offer taken back", "took the offered document {subject} back");
        say(phrases, "discarded", "Offer thrown away", "threw the offered document {subject} away");
        say(phrases, "declined", "Offer declined", "declined the offered document {subject}");
        say(
                phrases,
                "published",
                "Offer published",
                "published the offered document {subject} of {agency} as the document {document}");
        say(
                phrases,
                "accepted",
                "Offered version accepted",
                "made the offered document {subject} of {agency} version {number} of the document {document}");
        say(phrases, "file-gone", "Offered file deleted", "deleted the file of the offered document {subject}");
        return phrases;
    }

    private static void say(Map<String, AuditPhrase> phrases, String what, String title, String sentence) {
        phrases.put("library.offer-" + what, new AuditPhrase(title, sentence));
    }
}
