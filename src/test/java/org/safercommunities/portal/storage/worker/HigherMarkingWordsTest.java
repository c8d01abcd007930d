package org.safercommunities.portal.storage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words in a file look like a marking above OFFICIAL. */
class HigherMarkingWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OFFICIAL-SENSITIVE | OFFICIAL-SENSITIVE",
                "OFFICIAL SENSITIVE | OFFICIAL-SENSITIVE",
                "Official - Sensitive | OFFICIAL-SENSITIVE",
                "OFFICIAL – SENSITIVE | OFFICIAL-SENSITIVE",
                "OFFICIAL: SENSITIVE | OFFICIAL-SENSITIVE",
                "OFFICIAL (SENSITIVE) | OFFICIAL-SENSITIVE",
                "OFFICIAL-SENSITIVE PERSONAL | OFFICIAL-SENSITIVE",
                "Official-Sensitive (Commercial) Page 2 of 9 | OFFICIAL-SENSITIVE",
                "Protective marking: OFFICIAL SENSITIVE | OFFICIAL-SENSITIVE",
                "Classification: Secret | SECRET",
                "SECRET | SECRET",
                "Secret | SECRET",
                "- RESTRICTED - | RESTRICTED",
                "[CONFIDENTIAL] | CONFIDENTIAL",
                "STRICTLY CONFIDENTIAL | CONFIDENTIAL",
                "Private and confidential | CONFIDENTIAL",
                "UK SECRET | SECRET",
                "TOP SECRET 3 | TOP SECRET"
            })
    void aMarkingAloneOnItsLineCountsInAnyCase(String line, String marking) {
        assertThat(HigherMarkingWords.in("Minutes\n" + line + "\nPresent: the Chair"))
                .containsExactly(marking);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This paper is OFFICIAL-SENSITIVE until it is published. | OFFICIAL-SENSITIVE",
                "The annex is marked RESTRICTED and is sent by post. | RESTRICTED",
                "RESTRICTED: CASE REVIEWS | RESTRICTED",
                "CONFIDENTIAL - NOT FOR ONWARD SHARING | CONFIDENTIAL",
                "Kept in the TOP SECRET store | TOP SECRET"
            })
    void capitalsThatStandOutCount(String line, String marking) {
        assertThat(HigherMarkingWords.in(line)).containsExactly(marking);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFFICIAL",
                "NOT PROTECTIVELY MARKED",
                "UNRESTRICTED",
                "NOT RESTRICTED",
                "Non-confidential",
                "NON-CONFIDENTIAL summary of the meeting, for the public",
                "We discussed confidential matters in the second half.",
                "Secrets of a good night's sleep",
                "SECRET SANTA FOR ALL TEAMS ON FRIDAY",
                "The official response was a sensitive one",
                "Restricted items are taken at the end",
                "Access to the site is restricted",
                "the secretary",
                "CONFIDENTIALITY"
            })
    void ordinaryWordsDoNot(String line) {
        assertThat(HigherMarkingWords.in("Agenda\n" + line + "\nAny other business"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void eachMarkingIsToldOnce(int pages) {
        assertThat(HigherMarkingWords.in("OFFICIAL-SENSITIVE\ntext\nRESTRICTED\n".repeat(pages)))
                .containsExactly("OFFICIAL-SENSITIVE", "RESTRICTED");
    }
}
