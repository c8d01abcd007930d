package org.safercommunities.portal.notifications;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is decided about mail to many, in words. Addresses are not among it: the trail outlasts them. */
@Component
class MailTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                "notifications.suppression-lifted",
                new AuditPhrase(
                        "Refused address tried again", "had an address that was refused written to again: {reason}"),
                "notifications.domain-limited",
                new AuditPhrase("Domain limited", "limited mail to many to {subject} to {perMinute} a minute"),
                "notifications.domain-as-usual",
                new AuditPhrase("Domain as usual", "took back the limit of mail to many to {subject}"));
    }
}
