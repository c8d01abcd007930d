package org.safercommunities.portal.events.letters;

import static java.util.Objects.requireNonNull;

import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.WhoGetsTheFreedPlace;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.shared.Dates;

/** What those are told who come, or would like to. */
final class ComingWords {

    private ComingWords() {}

    static Letter place(LetterFacts facts) {
        boolean handedOver = facts.kind() == NoticeKind.RECEIVED;
        boolean all = facts.places().stream().allMatch(place -> place.state().holdsPlace());
        boolean awaits = facts.places().stream().anyMatch(place -> place.is(PlaceState.AWAITING_APPROVAL));
        String title = awaits
                ? "Your booking waits for approval: "
                : all ? "You have a place: " : "On the waiting list for you: ";
        Letter letter = EventWords.begun(title + facts.title(), facts).say(opening(facts, all));
        if (awaits) {
            letter = letter.say("Somebody has to approve it first; until then it is kept for you.");
        }
        if (handedOver) {
            letter = letter.say("If you cannot come, give it up on the event’s page, and it goes to the next.");
        }
        letter = EventWords.withSignIn(howToJoin(letter, facts), facts);
        return EventWords.toEvent(EventWords.withWhenAndWhere(letter, facts), "Open the event", facts);
    }

    private static String opening(LetterFacts facts, boolean all) {
        String places = EventWords.places(facts);
        if (facts.kind() == NoticeKind.RECEIVED) {
            String what = all ? places : "a turn in the waiting list";
            return facts.by().isEmpty()
                    ? "a colleague has handed %s at this event over to you.".formatted(what)
                    : "%s has handed %s at this event over to you.".formatted(facts.by(), what);
        }
        if (facts.kind() == NoticeKind.OFFER_ACCEPTED_FOR_YOU) {
            return "a place has become free and was taken for you, as you asked. It is yours now. Why you: "
                    + requireNonNull(
                            facts.words().isEmpty()
                                    ? facts.first().reason()
                                    : facts.words().getFirst())
                    + ".";
        }
        boolean booked = facts.first().before() == null && !facts.by().isEmpty();
        return booked
                ? "%s has booked %s for you.".formatted(facts.by(), places)
                : "you have %s at this event. We look forward to seeing you.".formatted(places);
    }

    static Letter waiting(LetterFacts facts) {
        Letter letter = EventWords.begun("You are on the waiting list: " + facts.title(), facts)
                .say(
                        facts.by().isEmpty()
                                ? "every place is taken, and you are on the waiting list now."
                                : "every place is taken; %s has put you on the waiting list.".formatted(facts.by()))
                .say(WhoGetsTheFreedPlace.IN_WORDS
                        + " When it is your turn, you get a mail and some working hours to answer.");
        letter = EventWords.withWhenAndWhere(EventWords.withSignIn(letter, facts), facts);
        for (ToldPlace place : facts.places()) {
            letter = letter.fact(
                    facts.several() ? "Your position: " + place.sessionTitle() : "Your position",
                    String.valueOf(place.position()));
        }
        return EventWords.toEvent(letter, "See where you stand", facts);
    }

    static Letter awaitingApproval(LetterFacts facts) {
        Letter letter = EventWords.begun("Your booking waits for approval: " + facts.title(), facts)
                .say(
                        facts.by().isEmpty()
                                ? "we have your booking. Somebody has to approve it first; until then the place is kept for you."
                                : "%s has booked %s for you. Somebody has to approve it first; until then it is kept for you."
                                        .formatted(facts.by(), EventWords.places(facts)))
                .say("You need not do anything. You get a mail as soon as it is decided.");
        letter = EventWords.withSignIn(letter, facts);
        return EventWords.toEvent(EventWords.withWhenAndWhere(letter, facts), "Open the event", facts);
    }

    static Letter offered(LetterFacts facts) {
        Letter letter = EventWords.begun("A place is free for you: " + facts.title(), facts)
                .say(
                        "a place has become free, and it is your turn. Open the event’s page and choose “Accept” or “Decline” there.")
                .say("Please answer before the time below; after that, it goes to the next.");
        letter = EventWords.withSignIn(letter, facts);
        for (ToldPlace place : facts.places()) {
            letter = letter.fact(
                    facts.several() ? "Yours until: " + place.sessionTitle() : "Yours until",
                    Dates.moment(requireNonNull(place.lapsesAt())));
        }
        letter = EventWords.withWhenAndWhere(letter, facts);
        String reason = facts.first().reason();
        letter = reason == null ? letter : letter.fact("Why you", reason);
        return EventWords.toEvent(letter, "See the offer", facts);
    }

    static Letter modeChanged(LetterFacts facts) {
        String way = facts.first().mode() == Mode.ONLINE ? "online" : "in the room";
        Letter letter = EventWords.begun("You take part %s: %s".formatted(way, facts.title()), facts)
                .say((facts.by().isEmpty()
                                ? "as you asked, your place is %s now."
                                : facts.by() + " has changed how you take part: your place is %s now.")
                        .formatted(way));
        letter = howToJoin(letter, facts);
        return EventWords.toEvent(EventWords.withWhenAndWhere(letter, facts), "Open the event", facts);
    }

    static Letter changed(LetterFacts facts) {
        Letter letter = EventWords.begun("Changed: " + facts.title(), facts)
                .say(
                        facts.several()
                                ? "sessions that you have booked or wait for have changed. How they are now:"
                                : "something about this event has changed. How it is now:");
        letter = EventWords.withWhenAndWhere(letter, facts);
        String changes = String.join("\n", facts.words());
        letter = changes.isEmpty() ? letter : letter.fact("What has changed", changes);
        return EventWords.toEvent(letter, "Open the event", facts);
    }

    /** The way to the online meeting: always through the portal. */
    static Letter howToJoin(Letter letter, LetterFacts facts) {
        return EventWords.anyOnline(facts)
                ? letter.say(
                        "To take part online, choose “Join” on the event’s page or in your calendar when it begins. You sign in"
                                + " first.")
                : letter;
    }
}
