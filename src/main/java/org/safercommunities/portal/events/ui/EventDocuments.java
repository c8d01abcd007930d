package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.RecordedDocuments;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.ui.DocumentRows;
import org.safercommunities.portal.library.ui.PackCards;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Rows;

/** Recordings and slides on the page of an event, as far as the reader may see them; nothing where there are none. */
class EventDocuments extends Div {

    EventDocuments(
            UUID event, RecordedDocuments documents, DocumentRows rows, Optional<PackDetails> pack, Reader reader) {
        List<DocumentCard> cards = documents.of(event, reader);
        setVisible(!cards.isEmpty() || pack.isPresent());
        pack.ifPresent(handed -> add(new PageSection("Your pack", PackCards.of(handed))));
        if (!cards.isEmpty()) {
            add(new PageSection("Recordings and slides", new Rows(rows.of(cards))));
        }
    }
}
