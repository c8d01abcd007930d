package org.safercommunities.portal.library.use;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of words for which nothing was found: nothing that names somebody by an address or a long number. */
class SearchesInVainTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "Cuckooing  toolkit | cuckooing toolkit",
                "write to rowan@dover.example now | write to now",
                "@everybody | ''",
                "case 123456 lighting | case lighting",
                "07700 900123 | ''",
                "+44 (7700) 900-123 harbour | harbour",
                "born 01/02/1990 | born",
                "form 696 of 2026 | form 696 of 2026",
                "12345 | 12345",
                "x | ''",
                "'   ' | ''"
            },
            delimiter = '|')
    void keepsWordsAndDropsAddressesAndLongNumbers(String typed, String kept) {
        assertThat(SearchesInVain.kept(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"120, 100", "99, 99"})
    void cutsWhatIsLong(int length, int kept) {
        assertThat(SearchesInVain.kept("a".repeat(length))).hasSize(kept);
    }
}
