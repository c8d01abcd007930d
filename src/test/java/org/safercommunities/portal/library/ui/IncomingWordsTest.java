package org.safercommunities.portal.library.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One file is spoken of as one, many as many, and what the browser has still to send is counted. */
class IncomingWordsTest {

    @Test
    void saysHowManyAreInOfThoseThatWereChosen() {
        assertThat(IncomingWords.arrived(0, 0)).isEmpty();
        assertThat(IncomingWords.arrived(0, 1)).isEqualTo("The file is on its way");
        assertThat(IncomingWords.arrived(1, 1)).isEqualTo("The file is in");
        assertThat(IncomingWords.arrived(3, 20)).isEqualTo("3 of 20 files are in");
        assertThat(IncomingWords.arrived(20, 20)).isEqualTo("All 20 files are in");
    }

    @Test
    void saysWhatNeedsTheEditor() {
        assertThat(IncomingWords.standing(19, 0)).isEqualTo("19 ready to publish");
        assertThat(IncomingWords.standing(19, 1)).isEqualTo("19 ready to publish, 1 needs you");
        assertThat(IncomingWords.standing(0, 2)).isEqualTo("0 ready to publish, 2 need you");
    }

    @Test
    void namesTheButtonForWhatItDoes() {
        assertThat(IncomingWords.publish(0)).isEqualTo("Publish");
        assertThat(IncomingWords.publish(1)).isEqualTo("Publish 1 document");
        assertThat(IncomingWords.publish(15)).isEqualTo("Publish 15 documents");
        assertThat(IncomingWords.done(1, true)).startsWith("1 document is published");
        assertThat(IncomingWords.done(2, false)).startsWith("2 documents are kept as drafts");
    }
}
