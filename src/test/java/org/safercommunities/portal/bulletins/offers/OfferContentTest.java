package org.safercommunities.portal.bulletins.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.drawing.BlockFacts;
import org.safercommunities.portal.bulletins.drawing.BulletinDrawing;
import org.safercommunities.portal.bulletins.drawing.Issue;

class OfferContentTest {

    private static final UUID OFFER = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID PICTURE = UUID.fromString("21111111-2222-4333-8444-555555555555");

    @Test
    void itsBlocksBearItsIdAndSayWhoseItIs() {
        OfferContent content = new OfferContent("Lights [new] on*", "They *work*.", "/library", PICTURE, "A lit path");
        List<Block> blocks = content.blocks(OFFER, "Dover District Council");
        assertThat(blocks).extracting(Block::id).containsExactly("h-" + OFFER, "p-" + OFFER, OFFER.toString());
        Blocks bulletin = new Blocks(blocks);
        assertThat(OfferBlocks.in(Blocks.ofJson(bulletin.json()))).containsExactly(OFFER);
        assertThat(OfferBlocks.wording(bulletin, OFFER)).contains(content.wording());
        BulletinDrawing drawing = new BulletinDrawing("https://portal.example/");
        Issue issue = new Issue("", "Winter", "", bulletin);
        assertThat(drawing.html(issue, BlockFacts.NONE))
                .contains("From Dover District Council", ">More about Lights [new] on*</a>");
        assertThat(drawing.text(issue, BlockFacts.NONE)).contains("From Dover District Council");
        assertThat(drawing.page(issue, BlockFacts.NONE)).contains("From Dover District Council", "href=\"/library\"");
    }

    @Test
    void isReadAsItWasWritten() {
        OfferContent content = new OfferContent("Title", "Words\n\nmore", "https://example.org/a", null, "");
        assertThat(OfferContent.ofJson(content.json())).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example", "example.org", "ftp://example.org/"})
    void leadsToNoOtherPlaceThanTheWebOrThePortal(String link) {
        assertThatThrownBy(() -> new OfferContent("Title", "Words", link, null, ""))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("https://");
    }

    @Test
    void needsATitleAlwaysAndWordsAndAlternativeTextToBeOffered() {
        assertThatThrownBy(() -> new OfferContent(" ", "Words", "", null, "")).hasMessageContaining("title");
        assertThatThrownBy(() -> new OfferContent("Title", " ", "", null, "").unlessComplete())
                .hasMessageContaining("what you would like to tell");
        assertThatThrownBy(() -> new OfferContent("Title", "Words", "", PICTURE, " ").unlessComplete())
                .hasMessageContaining("what the picture shows");
    }
}
