package org.safercommunities.portal.bulletins;

import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with bulletins, in words. Bulletins go by their ids there: a title is content. */
@Component
class BulletinTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        Map<String, AuditPhrase> phrases = new HashMap<>();
        say(phrases, "begun", "Bulletin begun", "began the bulletin {subject}");
        say(phrases, "changed", "Bulletin changed", "changed the bulletin {subject}");
        say(phrases, "discarded", "Bulletin thrown away", "threw the draft of the bulletin {subject} away");
        say(phrases, "made-template", "Bulletin made a template", "made the bulletin {subject} a template");
        say(phrases, "made-draft", "Template made a draft", "made the template {subject} a draft again");
        say(phrases, "submitted", "Review asked for", "asked for a review of the bulletin {subject}");
        say(phrases, "sent-back", "Bulletin sent back", "sent the bulletin {subject} back to its writers[: {words}]");
        say(
                phrases,
                "taken-back",
                "Bulletin taken back",
                "took the bulletin {subject} back to change it; it has to be looked at again");
        say(phrases, "approved", "Bulletin approved", "approved the bulletin {subject}, edition {edition}");
        say(
                phrases,
                "scheduled",
                "Sending ordered",
                "ordered the bulletin {subject} to be sent to {readers} people at {at}");
        say(phrases, "called-back", "Sending called back", "called the bulletin {subject} back before it was sent");
        say(phrases, "not-sent", "Bulletin not sent", "did not send the bulletin {subject}: {words}");
        say(
                phrases,
                "going-out",
                "Sending begun",
                "settled the {readers} readers of the bulletin {subject} and began to send it");
        say(phrases, "paused", "Sending paused", "paused the sending of the bulletin {subject}");
        say(phrases, "resumed", "Sending resumed", "went on with sending the bulletin {subject}");
        say(phrases, "stopped", "Sending stopped", "stopped the sending of the bulletin {subject}");
        say(
                phrases,
                "doubts-sent",
                "Sent again",
                "had {readers} mails of the bulletin {subject} that were in doubt sent once more");
        say(phrases, "sent", "Bulletin sent", "finished sending the bulletin {subject}");
        return phrases;
    }

    private static void say(Map<String, AuditPhrase> phrases, String what, String title, String sentence) {
        phrases.put("bulletins.bulletin-" + what, new AuditPhrase(title, sentence));
    }
}
