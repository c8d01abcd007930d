package org.safercommunities.portal.library.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.library.InvalidDocument;

/** Captions as editing programs and video calls write them, and as they never should. */
class WebVttTest {

    @Test
    void timesAndWordsAreReadAndTheRestStaysBehind() {
        List<Cue> cues = WebVtt.read("""
                \uFEFFWEBVTT - made by a program
                Kind: captions

                NOTE somebody's note
                over two lines

                STYLE
                ::cue { background: url(https://elsewhere.example/) }

                intro
                00:01.500 --> 00:04.000 position:10% align:start
                <v Hazel>Good <b>morning</b> &amp; welcome</v>
                to <c.loud>all</c>

                01:00:00.000 --> 01:00:02.250
                2 &lt; 3
                """);
        assertThat(cues)
                .containsExactly(
                        new Cue(1500, 4000, "Hazel: Good morning & welcome\nto all"),
                        new Cue(3_600_000, 3_602_250, "2 < 3"));
        assertThat(cues.getFirst().at()).isEqualTo("0:01");
        assertThat(cues.getLast().at()).isEqualTo("1:00:00");
    }

    @Test
    void subRipIsReadToo() {
        assertThat(
                        WebVtt.read(
                                "1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nthere\r\n"))
                .extracting(Cue::text)
                .containsExactly("Hello", "there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WEBVTT",
                "no captions at all",
                "WEBVTT\n\n00:04.000 --> 00:01.000\nbackwards",
                "WEBVTT\n\n00:01 --> 00:02\nno milliseconds",
                "WEBVTT\n\n99999999999:00:01.000 --> 00:02.000\nfar",
                "WEBVTT\n\n-->\nx"
            })
    void whatIsNoneIsRefusedWithAWordOnWhereItIsWrong(String content) {
        assertThatThrownBy(() -> WebVtt.read(content)).isInstanceOf(InvalidDocument.class);
    }

    @Test
    void whateverIsWrittenIsReadBackTheSameAndHoldsNothingThatABrowserRuns() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            List<Cue> cues = new ArrayList<>();
            long at = 0;
            for (int i = 0; i <= random.nextInt(20); i++) {
                at += random.nextInt(10_000);
                cues.add(new Cue(at, at + random.nextInt(5_000), words(random)));
            }
            String written = WebVtt.write(cues);
            assertThat(WebVtt.read(written)).isEqualTo(cues);
            assertThat(written).doesNotContain("<").doesNotContainPattern("(?m)^(STYLE|REGION|NOTE)\\b.*\\n.*-->");
        }
    }

    /** Words that would break a careless writer, each with something in them, and no empty lines. */
    private static String words(Random random) {
        List<String> parts = List.of("<script>", "-->", "&amp;", "a & b", "STYLE", "word", "ñ", "1 > 0", "<v X>");
        StringBuilder words = new StringBuilder("w");
        for (int i = 0; i < random.nextInt(6); i++) {
            words.append(random.nextInt(4) == 0 ? "\nz" : " ").append(parts.get(random.nextInt(parts.size())));
        }
        return words.toString();
    }
}
