package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.drawing.BlockFacts;
import org.safercommunities.portal.bulletins.drawing.Issue;
import org.safercommunities.portal.bulletins.drawing.PictureFacts;
import org.safercommunities.portal.bulletins.offers.OfferDetails;

/** An item below its title, as readers of the bulletin would read it, with the name of its agency. */
final class OfferPreview extends Div {

    OfferPreview(OfferServices services, OfferDetails offer) {
        addClassName("sc-offer-preview");
        List<Block> blocks = new ArrayList<>();
        Map<UUID, PictureFacts> pictures = Map.of();
        UUID picture = offer.latest().picture();
        if (picture != null && offer.now().pictured()) {
            blocks.add(new Block.Image(picture, offer.now().alt()));
            pictures = services.pictures()
                    .find(picture)
                    .map(found -> Map.of(picture, new PictureFacts("/" + OfferPage.PICTURES + picture, found.width())))
                    .orElse(Map.of());
        }
        blocks.add(new Block.Text(Block.newId(), offer.now().words(), offer.agencyName()));
        Issue issue = new Issue("", offer.now().title(), "", new Blocks(blocks));
        add(new Html(services.drawing()
                .page(issue, new BlockFacts(Map.of(), Map.of(), pictures))
                .strip()));
    }
}
