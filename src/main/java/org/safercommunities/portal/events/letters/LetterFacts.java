package org.safercommunities.portal.events.letters;

import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.events.NoticeKind;

/**
 * All that a letter needs to be written.
 *
 * @param by name of whoever did what it tells of; empty when the person did so themselves, or the portal by the clock
 * @param signsInThere whether the person’s agency has a sign-in of its own
 * @param subject of the team’s own message; empty for the usual one
 * @param words what was said beside it: reasons, changes, or the whole message
 * @param places those that it tells of, by their start
 */
record LetterFacts(
        NoticeKind kind,
        UUID event,
        String title,
        PersonSummary person,
        String by,
        boolean signsInThere,
        String subject,
        List<String> words,
        List<ToldPlace> places) {

    LetterFacts {
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    ToldPlace first() {
        return places.getFirst();
    }

    /** The same facts, of those places only that are not over. */
    LetterFacts ofLivePlaces() {
        return new LetterFacts(
                kind,
                event,
                title,
                person,
                by,
                signsInThere,
                subject,
                words,
                places.stream().filter(place -> place.state().isLive()).toList());
    }

    /** Whether nobody brought the places to this state, but the portal by its rules. */
    boolean byTheRules() {
        return places.stream().allMatch(place -> place.actor() == null && place.reason() != null);
    }

    boolean several() {
        return places.size() > 1;
    }
}
