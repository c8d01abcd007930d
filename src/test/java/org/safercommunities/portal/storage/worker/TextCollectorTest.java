package org.safercommunities.portal.storage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextCollectorTest {

    @Test
    void controlCharactersAndBrokenOnesAreDroppedAndSpacesDrawnTogether() throws Exception {
        TextCollector text = collected("A\u0000B\u0007 \t  C\uD800D\uDC00\u00AD\uFFFDE\uD83D\uDE00");

        assertThat(text.text()).isEqualTo("AB CDE\uD83D\uDE00");
    }

    @Test
    void atMostOneEmptyLineInARow() throws Exception {
        assertThat(collected("\n\nOne  \n \n\r\n\n Two\n").text()).isEqualTo("One\n\nTwo");
    }

    @Test
    void lettersAreComposed() throws Exception {
        assertThat(collected("Cafe\u0301").text()).isEqualTo("Caf\u00E9");
    }

    @Test
    void readingStopsWhenThereIsEnough() throws Exception {
        TextCollector text = new TextCollector(5);
        assertThatThrownBy(() -> text.line("Community safety")).isInstanceOf(TextCollector.Enough.class);

        assertThat(text.isFull()).isTrue();
        assertThat(text.text()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aTitleIsOneLine() {
        assertThat(TextCollector.oneLine(" Annual\n report \u0001", 250)).isEqualTo("Annual report");
    }

    private static TextCollector collected(String words) throws Exception {
        TextCollector text = new TextCollector(1000);
        text.characters(words.toCharArray(), 0, words.length());
        return text;
    }
}
