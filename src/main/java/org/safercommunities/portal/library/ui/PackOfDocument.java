package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.library.packs.Takers;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.PageSection;
import org.springframework.stereotype.Component;

/** On a document’s page: which packs it is in, as far as the reader sees them, and whether they took an earlier version with one. */
@Component
class PackOfDocument {

    private final Packs packs;
    private final Takers takers;

    PackOfDocument(Packs packs, Takers takers) {
        this.packs = packs;
        this.takers = takers;
    }

    /** Titles of the packs whose delegates it is open to. */
    List<String> opening(DocumentDetails document, Reader reader) {
        return packs.opening(document.id(), reader);
    }

    Div of(DocumentDetails document, Reader reader) {
        Div place = new Div();
        OptionalInt taken = takers.taken(document.id(), reader);
        int current = document.current().number();
        if (taken.isPresent() && taken.getAsInt() < current) {
            place.add(Callout.info(
                    "You took version %d with a pack; version %d is here.".formatted(taken.getAsInt(), current), ""));
        }
        Map<UUID, String> in = packs.with(document.id(), reader);
        if (!in.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("sc-who");
            in.forEach((id, title) -> list.add(new ListItem(new Anchor(PackAddress.page(id), title))));
            place.add(new PageSection(in.size() == 1 ? "In this pack" : "In these packs", list));
        }
        place.setVisible(place.getComponentCount() > 0);
        return place;
    }
}
