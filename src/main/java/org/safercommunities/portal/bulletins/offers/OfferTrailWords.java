package org.safercommunities.portal.bulletins.offers;

import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with offered items, in words. */
@Component
class OfferTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        Map<String, AuditPhrase> phrases = new HashMap<>();
        phrases.put(
                "bulletins.bulletin-call-set",
                new AuditPhrase("Deadline for items set", "asked for items for the bulletin {subject} until {at}"));
        phrases.put(
                "bulletins.bulletin-call-ended",
                new AuditPhrase("Deadline for items taken away", "takes no more items for the bulletin {subject}"));
        say(phrases, "begun", "Item begun", "began the item {subject} for {agency}");
        say(phrases, "changed", "Item changed", "changed the item {subject}");
        say(phrases, "offered", "Item offered", "offered the item {subject} for {agency}");
        say(phrases, "withdrawn", "Item withdrawn", "withdrew the item {subject}; it is a draft again");
        say(phrases, "discarded", "Item thrown away", "threw the item {subject} away");
        say(phrases, "edited", "Item edited", "edited the item {subject} of {agency}");
        say(phrases, "taken-in", "Item taken in", "took the item {subject} into the bulletin {bulletin}");
        say(phrases, "taken-out", "Item taken out", "took the item {subject} out of the bulletin {bulletin} again");
        say(phrases, "declined", "Item declined", "declined the item {subject}: {words}");
        say(phrases, "published", "Item published", "sent the item {subject} out with the bulletin {bulletin}");
        return phrases;
    }

    private static void say(Map<String, AuditPhrase> phrases, String what, String title, String sentence) {
        phrases.put("bulletins.offer-" + what, new AuditPhrase(title, sentence));
    }
}
