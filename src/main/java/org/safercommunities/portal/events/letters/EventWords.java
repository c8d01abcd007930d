package org.safercommunities.portal.events.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.shared.Dates;

/** The words of the mails about places: what has happened, when and where it is, what to do. */
final class EventWords {

    private static final String BOOKED =
            "You get this because you booked this event in the Safer Communities Portal, or somebody booked it for you.";

    private EventWords() {}

    static Letter of(LetterFacts facts, Instant now) {
        return switch (facts.kind()) {
            case CONFIRMED, OFFER_ACCEPTED_FOR_YOU, RECEIVED -> ComingWords.place(facts);
            case WAITING -> ComingWords.waiting(facts);
            case AWAITING_APPROVAL -> ComingWords.awaitingApproval(facts);
            case OFFERED -> ComingWords.offered(facts);
            case MODE_CHANGED -> ComingWords.modeChanged(facts);
            case EVENT_CHANGED -> ComingWords.changed(facts);
            case OFFER_LAPSED -> EndingWords.lapsed(facts);
            case CANCELLED -> EndingWords.cancelled(facts);
            case REFUSED -> EndingWords.refused(facts);
            case GIVEN_AWAY -> EndingWords.givenAway(facts);
            case EVENT_CANCELLED -> EndingWords.eventCancelled(facts);
            case SESSION_CANCELLED -> EndingWords.sessionCancelled(facts);
            case WAITING_LIST_CLOSED -> EndingWords.waitingListClosed(facts);
            case REMINDER -> reminder(facts, now);
            case MESSAGE -> message(facts);
            case SURVEY_OPEN ->
                toEvent(
                        begun("How was it? " + facts.title(), facts)
                                .say(
                                        "Thank you for coming. Please tell us what was good and what was not: it takes two minutes,"
                                                + " and nobody can see who answered what.")
                                .say(
                                        "Once it is noted who came, your certificate of attendance is on the event’s page too."),
                        "Answer the survey",
                        facts);
            case RECORDING_READY ->
                toEvent(
                        begun("Recording and slides: " + facts.title(), facts)
                                .say("the recording, the slides or the pack of this event are on its page now.")
                                .say("If you came, your certificate of attendance is there too."),
                        "See them on the event’s page",
                        facts);
        };
    }

    /** A letter with its greeting. */
    static Letter begun(String title, LetterFacts facts) {
        return Letter.titled(title, BOOKED).dear(facts.person().name());
    }

    /** When and where, for each session of the letter. */
    static Letter withWhenAndWhere(Letter letter, LetterFacts facts) {
        Letter with = letter;
        for (ToldPlace place : facts.places()) {
            String when = Dates.span(place.start(), place.end());
            if (facts.several()) {
                String name = place.sessionTitle().isEmpty() ? facts.title() : place.sessionTitle();
                with = with.fact(name, when + "\n" + where(place));
            } else {
                with = place.sessionTitle().isEmpty() ? with : with.fact("Session", place.sessionTitle());
                with = with.fact("When", when).fact("Where", where(place));
                with = place.mode() == Mode.IN_PERSON && !place.venue().access().isEmpty()
                        ? with.fact("Getting in", place.venue().access())
                        : with;
            }
        }
        return with;
    }

    static Letter toEvent(Letter letter, String label, LetterFacts facts) {
        return letter.button(label, "events/" + facts.event());
    }

    /** How they come in, for people who have never signed in. */
    static Letter withSignIn(Letter letter, LetterFacts facts) {
        if (facts.person().lastSignIn() != null) {
            return letter;
        }
        return letter.say(
                facts.signsInThere()
                        ? "You have not used the portal before. Sign in with this e-mail address: you are led to your agency’s own"
                                + " sign-in, where you use your work password."
                        : "You have not used the portal before. To choose your password, follow the link in a second mail, which"
                                + " comes from our sign-in service within a few minutes. The link is valid for seven days; after"
                                + " that, choose “I have forgotten my password” on the sign-in page.");
    }

    /** “a place”, “places at 3 sessions”. */
    static String places(LetterFacts facts) {
        return facts.several()
                ? "places at %d sessions".formatted(facts.places().size())
                : "a place";
    }

    static boolean anyOnline(LetterFacts facts) {
        return facts.places().stream().anyMatch(place -> place.mode() == Mode.ONLINE);
    }

    private static String where(ToldPlace place) {
        if (place.mode() == Mode.ONLINE) {
            return "Online";
        }
        String venue = Stream.of(place.venue().name(), place.venue().address())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return venue.isEmpty() ? "The venue will be announced" : venue;
    }

    private static Letter reminder(LetterFacts facts, Instant now) {
        LocalDate day = facts.first().start().atZone(Dates.KENT).toLocalDate();
        long days = ChronoUnit.DAYS.between(now.atZone(Dates.KENT).toLocalDate(), day);
        String when =
                days == 0 ? "Today" : days == 1 ? "Tomorrow" : days == 7 ? "In a week" : "In %d days".formatted(days);
        Letter letter = begun(when + ": " + facts.title(), facts)
                .say("this is to remind you that you have %s at this event.".formatted(places(facts)));
        letter = ComingWords.howToJoin(letter, facts)
                .say(
                        "If you cannot come, please give your place up on the event’s page: somebody may be waiting for it.");
        return toEvent(withWhenAndWhere(letter, facts), "Open the event", facts);
    }

    private static Letter message(LetterFacts facts) {
        Letter letter = begun(facts.subject().isEmpty() ? "About " + facts.title() : facts.subject(), facts);
        for (String words : facts.words()) {
            for (String paragraph : words.strip().split("\\R\\s*\\R")) {
                letter = letter.say(paragraph.strip());
            }
        }
        letter = withWhenAndWhere(letter.fact("Event", facts.title()), facts.ofLivePlaces());
        return toEvent(letter, "Open the event", facts);
    }
}
