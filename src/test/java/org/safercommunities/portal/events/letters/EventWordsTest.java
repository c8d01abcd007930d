package org.safercommunities.portal.events.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.shared.DaysBefore;

class EventWordsTest {

    private static Letter letter(NoticeKind kind) {
        return EventSamples.of(kind, false, 1, "Spotting coercion");
    }

    private static String fact(Letter letter, String name) {
        return letter.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Letter.Fact::value)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasALetterThatNamesTheEventAndGreets(NoticeKind kind) {
        Letter letter = letter(kind);
        assertThat(letter.title()).contains("Spotting coercion");
        assertThat(letter.paragraphs().getFirst()).isEqualTo("Dear Rowan Weald,");
        assertThat(letter.paragraphs()).hasSizeGreaterThan(1).noneMatch(String::isBlank);
        assertThat(letter.button()).isNotNull();
        assertThat(String.join(" ", letter.paragraphs())).doesNotContain("%s", "null");
    }

    @Test
    void anOfferSaysUntilWhenAndIsAcceptedOnThePageOnly() {
        Letter letter = letter(NoticeKind.OFFERED);
        assertThat(fact(letter, "Yours until")).isEqualTo("Monday 22 March 2027, 11am");
        assertThat(letter.button())
                .isEqualTo(new Letter.Button("See the offer", "events/0e000000-0000-4000-8000-000000000001"));
    }

    @Test
    void whoIsGivenAPlaceThatHasToBeApprovedIsNotToldThatItIsTheirs() {
        LetterFacts given = EventSamples.facts(NoticeKind.RECEIVED, true, 1, "Spotting coercion");
        ToldPlace place = given.first();
        LetterFacts awaits = new LetterFacts(
                given.kind(),
                given.event(),
                given.title(),
                given.person(),
                given.by(),
                given.signsInThere(),
                given.subject(),
                given.words(),
                List.of(new ToldPlace(
                        place.id(),
                        place.session(),
                        place.sessionTitle(),
                        place.start(),
                        place.end(),
                        place.venue(),
                        place.mode(),
                        PlaceState.AWAITING_APPROVAL,
                        null,
                        null,
                        0,
                        null,
                        null,
                        place.changedAt())));
        assertThat(EventWords.of(given, EventSamples.NOW).title()).startsWith("You have a place: ");
        Letter letter = EventWords.of(awaits, EventSamples.NOW);
        assertThat(letter.title()).startsWith("Your booking waits for approval: ");
        assertThat(letter.paragraphs())
                .contains(
                        "Quill Hart has handed a place at this event over to you.",
                        "Somebody has to approve it first; until then it is kept for you.");
    }

    @Test
    void timesAreKentsAcrossTheClockChange() {
        assertThat(fact(letter(NoticeKind.CONFIRMED), "When")).isEqualTo("Sunday 28 March 2027, 9.30am to 11am");
        assertThat(letter(NoticeKind.REMINDER).title()).isEqualTo("In a week: Spotting coercion");
    }

    @Test
    void theTeamsMessageKeepsItsParagraphs() {
        assertThat(letter(NoticeKind.MESSAGE).paragraphs())
                .containsExactly(
                        "Dear Rowan Weald,",
                        "Please bring a pen.",
                        "The car park is closed:\nuse the one at the station.");
        assertThat(letter(NoticeKind.MESSAGE).title()).isEqualTo("About Spotting coercion");
    }

    @Test
    void aMessageUnderASubjectOfItsOwnStillNamesTheEvent() {
        LetterFacts facts = EventSamples.facts(NoticeKind.MESSAGE, false, 1, "Spotting coercion");
        Letter letter = EventWords.of(
                new LetterFacts(
                        facts.kind(),
                        facts.event(),
                        facts.title(),
                        facts.person(),
                        facts.by(),
                        facts.signsInThere(),
                        "The car park is closed",
                        facts.words(),
                        facts.places()),
                EventSamples.NOW);
        assertThat(letter.title()).isEqualTo("The car park is closed");
        assertThat(fact(letter, "Event")).isEqualTo("Spotting coercion");
        assertThat(fact(letter, "When")).isEqualTo("Sunday 28 March 2027, 9.30am to 11am");
    }

    /** Nine in the morning of Kent, in winter, in summer and on the days between. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-29T08:30:00Z, 7, 2027-03-22T09:00:00Z",
        "2027-03-29T08:30:00Z, 1, 2027-03-28T08:00:00Z",
        "2027-11-01T09:30:00Z, 1, 2027-10-31T09:00:00Z",
        "2027-11-01T09:30:00Z, 7, 2027-10-25T08:00:00Z",
        "2027-06-30T23:30:00Z, 1, 2027-06-30T08:00:00Z"
    })
    void remindersAreInKentsTime(Instant start, int days, Instant expected) {
        assertThat(DaysBefore.momentOf(start, days)).isEqualTo(expected);
    }
}
