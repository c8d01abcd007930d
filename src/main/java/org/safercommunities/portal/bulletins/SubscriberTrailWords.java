package org.safercommunities.portal.bulletins;

import java.util.Collection;
import java.util.Map;
import org.safercommunities.portal.audit.AuditNames;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with subscribers, in words. They go by their ids in the trail: who was erased is nobody there. */
@Component
class SubscriberTrailWords implements AuditVocabulary, AuditNames {

    private final SubscriberRows rows;

    SubscriberTrailWords(SubscriberRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                "bulletins.subscriber-confirmed",
                new AuditPhrase("Subscription confirmed", "confirmed by mail to want bulletins: {subject}"),
                "bulletins.subscriber-chose",
                new AuditPhrase("Bulletins chosen", "chose what bulletins {subject} gets"),
                "bulletins.subscriber-unsubscribed",
                new AuditPhrase("Unsubscribed", "ended the subscription of {subject}, who asked for it"),
                "bulletins.subscriber-returned",
                new AuditPhrase("Unsubscribing undone", "took back that {subject} had unsubscribed"),
                "bulletins.subscriber-added",
                new AuditPhrase("Subscriber added", "added the subscriber {subject}[: {basis}]"),
                "bulletins.subscriber-changed",
                new AuditPhrase("Subscriber changed", "changed the subscriber {subject}[: {basis}]"),
                "bulletins.subscriber-ended",
                new AuditPhrase("Subscription ended", "ended the subscription of {subject}"),
                "bulletins.subscriber-erased",
                new AuditPhrase("Subscriber erased", "deleted what was held on a subscriber, {subject}"),
                "bulletins.domain-allowed",
                new AuditPhrase("Domain allowed", "allowed people of {subject} to have bulletins"),
                "bulletins.domain-withdrawn",
                new AuditPhrase("Domain withdrawn", "no longer allows people of {subject} to have bulletins"));
    }

    @Override
    public String type() {
        return "subscriber";
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return rows.names(ids);
    }
}
