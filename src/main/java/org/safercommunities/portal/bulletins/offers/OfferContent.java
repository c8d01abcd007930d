package org.safercommunities.portal.bulletins.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.drawing.WhereLinksLead;
import org.springframework.modulith.NamedInterface;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an item says. A draft needs a title only; what must be there to be offered is asked for by {@link #unlessComplete}.
 *
 * @param words in Markdown
 * @param link where more is to be read; empty for nowhere
 * @param picture id of a picture; null for none
 * @param alt what the picture shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@NamedInterface("offers")
public record OfferContent(
        String title, String words, String link, @Nullable UUID picture, String alt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public OfferContent {
        // A block knows what may stand in it
        title = new Block.Heading(title.strip()).text();
        words = new Block.Text(words).markdown().strip();
        link = new Block.Link(link, "").href();
        alt = new Block.Image(picture, alt).alt();
        if (title.isEmpty()) {
            throw new InvalidBulletin("title", "Enter a title");
        }
        if (!link.isEmpty() && !WhereLinksLead.somewhere(link)) {
            throw new InvalidBulletin(
                    "link", "Enter an address that begins with https://, or with / for a page of the portal");
        }
    }

    /** @throws InvalidBulletin with the first thing that is missing for it to be offered */
    void unlessComplete() {
        if (words.isEmpty()) {
            throw new InvalidBulletin("words", "Enter what you would like to tell");
        }
        if (picture != null && alt.isEmpty()) {
            throw new InvalidBulletin("alt", "Say what the picture shows, for people who cannot see it");
        }
        // With the line of the link it must still fit into a block
        wording();
    }

    /**
     * The blocks that stand for it in a bulletin. They bear its id, so that whatever editors do with them, the agency can be shown
     * what became of its words.
     *
     * @param agency by name, to whom it is credited
     */
    List<Block> blocks(UUID offer, String agency) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(OfferBlocks.heading(offer), title, 2));
        if (picture != null) {
            blocks.add(new Block.Image(OfferBlocks.picture(offer), picture, alt, false, ""));
        }
        blocks.add(new Block.Text(OfferBlocks.text(offer), wording().words(), agency));
        return blocks;
    }

    /** What readers would read, the link as its last line. */
    public Wording wording() {
        String line = link.isEmpty() ? "" : "\n\n[More about %s](<%s>)".formatted(plain(title), link);
        return new Wording(title, new Block.Text(words + line).markdown(), picture == null ? "" : alt, picture != null);
    }

    private static String plain(String title) {
        return title.replaceAll("([\\\\\\[\\]*_`<>])", "\\\\$1");
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static OfferContent ofJson(String json) {
        return JSON.readValue(json, OfferContent.class);
    }
}
