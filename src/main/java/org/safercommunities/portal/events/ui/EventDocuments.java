package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.RecordedDocuments;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.ui.DocumentRows;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Rows;

/** Recordings and slides on the page of an event, as far as the reader may see them; nothing where there are none. */
class EventDocuments extends Div {

    EventDocuments(UUID event, RecordedDocuments documents, DocumentRows rows, Reader reader) {
        List<DocumentCard> cards = documents.of(event, reader);
        setVisible(!cards.isEmpty());
        if (!cards.isEmpty()) {
            add(new PageSection("Recordings and slides", new Rows(rows.of(cards))));
        }
    }
}
