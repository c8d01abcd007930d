package org.safercommunities.portal.events;

import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with events and places, in words. Events go by their ids there: a title is content. */
@Component
class EventTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        Map<String, AuditPhrase> phrases = new HashMap<>();
        phrases.put("events.event-drafted", new AuditPhrase("Event drafted", "began the event {subject}"));
        phrases.put(
                "events.people-exported",
                new AuditPhrase(
                        "People of an event exported", "took out a table of the people of the event {subject}"));
        phrases.put("events.event-changed", new AuditPhrase("Event changed", "changed the event {subject}"));
        phrases.put(
                "events.event-scheduled",
                new AuditPhrase("Event scheduled", "set the event {subject} to be published at {at}"));
        phrases.put(
                "events.event-kept-as-draft",
                new AuditPhrase("Event kept as draft", "took back that the event {subject} is published by itself"));
        phrases.put("events.event-published", new AuditPhrase("Event published", "published the event {subject}"));
        phrases.put("events.event-cancelled", new AuditPhrase("Event cancelled", "cancelled the event {subject}"));
        phrases.put(
                "events.event-made-template",
                new AuditPhrase("Event made a template", "made the event {subject} a template"));
        phrases.put(
                "events.event-made-draft",
                new AuditPhrase("Template made a draft", "made the template {subject} a draft again"));
        phrases.put(
                "events.event-joined", new AuditPhrase("Meeting joined", "joined the meeting of the event {subject}"));
        phrases.put(
                "events.event-pack-handed",
                new AuditPhrase(
                        "Pack handed out", "handed the pack {pack:pack} to the delegates of the event {subject}"));
        phrases.put(
                "events.event-pack-taken-back",
                new AuditPhrase(
                        "Pack taken back", "took the pack {pack:pack} back from the delegates of the event {subject}"));
        phrases.put(
                "events.event-needs-deleted",
                new AuditPhrase(
                        "Needs deleted",
                        "deleted what {number} people had said they need at the event {subject}, which is over"));
        place(phrases, "confirmed", "Place confirmed", "confirmed a place at the event {subject} for {person:person}");
        place(
                phrases,
                "offered",
                "Place offered",
                "offered a freed place at the event {subject} to {person:person}: {reason}");
        place(
                phrases,
                "awaiting-approval",
                "Place awaits approval",
                "booked a place at the event {subject}, which awaits approval, for {person:person}");
        place(
                phrases,
                "waiting",
                "Waiting list joined",
                "joined the waiting list of the event {subject} for {person:person}");
        place(
                phrases,
                "cancelled",
                "Place given up",
                "gave up a place at the event {subject} for {person:person}[: {reason}]");
        place(
                phrases,
                "declined",
                "Offer declined",
                "declined an offered place at the event {subject} for {person:person}");
        place(
                phrases,
                "lapsed",
                "Place lapsed",
                "ended an offer or a turn in the waiting list of the event {subject} for {person:person}[: {reason}]");
        place(
                phrases,
                "refused",
                "Place not approved",
                "did not approve a place at the event {subject} for {person:person}: {reason}");
        place(
                phrases,
                "given",
                "Place handed over",
                "handed a place at the event {subject} over to a colleague for {person:person}");
        place(
                phrases,
                "changed",
                "Way of taking part changed",
                "changed the way of taking part in the event {subject} for {person:person}");
        place(
                phrases,
                "called-off",
                "Place called off",
                "ended a place at the event {subject} for {person:person}: {reason}");
        return phrases;
    }

    private static void place(Map<String, AuditPhrase> phrases, String to, String title, String sentence) {
        phrases.put(PlaceChanged.ACTION + to, new AuditPhrase(title, sentence));
    }
}
