package org.safercommunities.portal.bulletins.offers;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;

/** How the blocks of an item are called, and what they say now. The text’s id is the item’s own. */
final class OfferBlocks {

    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private OfferBlocks() {}

    static String text(UUID offer) {
        return offer.toString();
    }

    static String heading(UUID offer) {
        return "h-" + offer;
    }

    static String picture(UUID offer) {
        return "p-" + offer;
    }

    /** The items that may stand in these blocks; an item is in a bulletin as long as its text is. */
    static Set<UUID> in(Blocks blocks) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Block block : blocks.list()) {
            if (block instanceof Block.Text text && IDS.matcher(text.id()).matches()) {
                ids.add(UUID.fromString(text.id()));
            }
        }
        return ids;
    }

    /** What the bulletin says of it; empty when it does not stand there. */
    static Optional<Wording> wording(Blocks blocks, UUID offer) {
        if (!(blocks.find(text(offer)).orElse(null) instanceof Block.Text text)) {
            return Optional.empty();
        }
        String title = blocks.find(heading(offer)).orElse(null) instanceof Block.Heading heading ? heading.text() : "";
        boolean pictured =
                blocks.find(picture(offer)).orElse(null) instanceof Block.Image image && image.picture() != null;
        String alt = blocks.find(picture(offer)).orElse(null) instanceof Block.Image image ? image.alt() : "";
        return Optional.of(new Wording(title, text.markdown(), pictured ? alt : "", pictured));
    }
}
