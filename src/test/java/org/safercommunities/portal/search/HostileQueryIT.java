package org.safercommunities.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is typed, an answer comes, and soon. */
@PortalIT
class HostileQueryIT {

    @Autowired
    private Search search;

    private final Reader reader = Shelf.reader("swale-borough-council");

    static Set<String> texts() {
        return Set.of(
                "a".repeat(10_000),
                "anti ".repeat(2_000),
                "anti-".repeat(2_000),
                "\"".repeat(10_001),
                "\"a\" ".repeat(2_500),
                "*",
                "?".repeat(500),
                "a* b? c~2 [d TO e] {f} title:g +h -i && || ! ( ) ^4 \\ /.*/",
                "title:(secret OR *:*)",
                "/(a+)+$/",
                "\uD83D\uDE00\uD83D\uDE92",
                "\uD83D",
                "\u0000\u0001\u001F\u007F",
                "\uE000\uE001",
                "%' OR 1=1; DROP TABLE search_entry --",
                "<img src=x onerror=alert(1)>",
                "\u202E\u200B\uFEFF\u00AD",
                "\u0130\u0131\u00DF\uFB03",
                "z\u0351\u036B".repeat(1_000),
                "\u4F60\u597D \u0627\u0644\u0633\u0644\u0627\u0645",
                "'s 's' ' \u2019s",
                "- -- --- ... ,,,",
                "\t\n\r");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anythingMayBeTyped(String text) {
        long start = System.nanoTime();
        assertThat(search.search(SearchQuery.of(text), reader)).isNotNull();
        assertThat(search.search(SearchQuery.of(text).stillTyping().exactly(), reader))
                .isNotNull();
        assertThat(search.suggest(text, reader, 1_000_000)).isNotNull();
        assertThat(search.suggest(text, reader, -1)).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void randomTextsGetAnAnswer() {
        Random random = new Random(7);
        String alphabet = "ab\"'-*?~:()[]{}\\/&|! \t\n\u0000\u00E9\u2019\uD83D\uDE00\uE000";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(search.search(SearchQuery.of(text.toString()).page(random.nextInt(), random.nextInt()), reader))
                    .isNotNull();
        }
    }

    @Test
    void signsAloneFindNothing() {
        assertThat(search.search(SearchQuery.of("*:* \uD83D\uDE00"), reader).total())
                .isZero();
    }
}
