package org.safercommunities.portal.events.letters;

import java.util.Objects;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.notifications.Letter;

/** What those are told who will not come: why, and what they can do. */
final class EndingWords {

    private EndingWords() {}

    static Letter lapsed(LetterFacts facts) {
        Letter letter = EventWords.begun("Your offer has lapsed: " + facts.title(), facts)
                .say("you did not answer in time, so the free place has gone to the next.")
                .say("You can join the waiting list again on the event’s page.");
        return EventWords.toEvent(EventWords.withWhenAndWhere(letter, facts), "Open the event", facts);
    }

    static Letter cancelled(LetterFacts facts) {
        boolean waited = facts.places().stream().allMatch(place -> place.before() == PlaceState.WAITING);
        boolean own = facts.by().isEmpty();
        if (facts.byTheRules()) {
            return EventWords.withWhenAndWhere(withReasons(ended(facts, waited), facts), facts)
                    .button("See other events", "events");
        }
        String title = waited
                ? own ? "You have left the waiting list: " : "Taken off the waiting list: "
                : own ? "You have given up your place: " : "Your place has been cancelled: ";
        Letter letter = EventWords.begun(title + facts.title(), facts).say(whatHappened(facts, waited, own));
        letter = withReasons(letter, facts);
        return EventWords.withWhenAndWhere(letter, facts).button("See other events", "events");
    }

    /** Nobody did it: they left the agency for which the place was booked. */
    private static Letter ended(LetterFacts facts, boolean waited) {
        return waited
                ? EventWords.begun("You are not on the waiting list any more: " + facts.title(), facts)
                        .say("your turn on the waiting list of this event has ended.")
                : EventWords.begun("Your place has ended: " + facts.title(), facts)
                        .say("you no longer have a place at this event. If you still want to come, book again.");
    }

    private static String whatHappened(LetterFacts facts, boolean waited, boolean own) {
        if (own) {
            return waited
                    ? "you are no longer on the waiting list of this event."
                    : "you no longer have a place here. Thank you for telling us: it can go to somebody else.";
        }
        return waited
                ? "%s has taken you off the waiting list of this event.".formatted(facts.by())
                : "%s has cancelled your place. If this is a mistake, reply to this mail.".formatted(facts.by());
    }

    static Letter refused(LetterFacts facts) {
        Letter letter = EventWords.begun("Your booking was not approved: " + facts.title(), facts)
                .say(
                        facts.by().isEmpty()
                                ? "your booking was not approved, so you have no place at this event."
                                : "%s has not approved your booking, so you have no place at this event."
                                        .formatted(facts.by()));
        return EventWords.withWhenAndWhere(withReasons(letter, facts), facts).button("See other events", "events");
    }

    static Letter givenAway(LetterFacts facts) {
        Letter letter = EventWords.begun("Handed over: " + facts.title(), facts)
                .say(
                        facts.by().isEmpty()
                                ? "you have handed your booking over to a colleague, who has had a mail too."
                                : "%s has handed your booking over to a colleague.".formatted(facts.by()))
                .say("You need not do anything more.");
        return EventWords.withWhenAndWhere(letter, facts).button("See other events", "events");
    }

    static Letter eventCancelled(LetterFacts facts) {
        Letter letter = EventWords.begun("Cancelled: " + facts.title(), facts)
                .say("we are sorry: this event does not take place.");
        return EventWords.withWhenAndWhere(withReasons(letter, facts), facts).button("See other events", "events");
    }

    static Letter sessionCancelled(LetterFacts facts) {
        Letter letter = EventWords.begun("Session cancelled: " + facts.title(), facts)
                .say(
                        facts.several()
                                ? "we are sorry: these sessions of the event do not take place. Your other sessions, if you have any,"
                                        + " stay as they are."
                                : "we are sorry: this session of the event does not take place. Your other sessions, if you have any,"
                                        + " stay as they are.");
        letter = EventWords.withWhenAndWhere(withReasons(letter, facts), facts);
        return EventWords.toEvent(letter, "Open the event", facts);
    }

    static Letter waitingListClosed(LetterFacts facts) {
        Letter letter = EventWords.begun("The waiting list has closed: " + facts.title(), facts)
                .say("we are sorry: no place has become free for you, and the waiting list is closed now.");
        return EventWords.withWhenAndWhere(withReasons(letter, facts), facts).button("See other events", "events");
    }

    /** What was said beside it, else what was kept with the place. */
    private static Letter withReasons(Letter letter, LetterFacts facts) {
        String reasons = facts.words().isEmpty()
                ? facts.places().stream()
                        .map(ToldPlace::reason)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining("\n"))
                : String.join("\n", facts.words());
        return reasons.isEmpty() ? letter : letter.fact("Reason", reasons);
    }
}
