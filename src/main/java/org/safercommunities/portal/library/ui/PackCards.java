package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.packs.PackCard;
import org.safercommunities.portal.library.packs.PackContents;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.StateChip;

/** Packs as cards with their covers, here and on the pages of other modules, which load {@code packs.css} for it. */
public final class PackCards extends UnorderedList {

    public static final String STYLES = "packs.css";

    PackCards() {
        addClassName("sc-packs");
        // A list without bullets is no list to some screen readers unless it says so
        getElement().setAttribute("role", "list");
    }

    /** One pack alone. */
    public static PackCards of(PackDetails pack) {
        PackCards cards = new PackCards();
        cards.addClassName("sc-one-pack");
        cards.add(card(
                pack.id(),
                pack.description().title(),
                pack.description().description(),
                pack.state(),
                pack.changedAt(),
                pack.publishedAt(),
                pack.hasCover(),
                pack.contents()));
        return cards;
    }

    void add(List<PackCard> packs) {
        for (PackCard pack : packs) {
            add(card(
                    pack.id(),
                    pack.title(),
                    pack.description(),
                    pack.state(),
                    pack.changedAt(),
                    pack.publishedAt(),
                    pack.hasCover(),
                    pack.contents()));
        }
    }

    private static ListItem card(
            UUID id,
            String title,
            String description,
            PackState state,
            Instant changed,
            @Nullable Instant published,
            boolean hasCover,
            PackContents contents) {
        H2 heading = new H2(new Anchor(PackAddress.page(id), title));
        Div words = new Div(heading);
        words.addClassName("sc-pack-words");
        if (!description.isBlank()) {
            Paragraph lead = new Paragraph(description);
            lead.addClassName("sc-pack-lead");
            words.add(lead);
        }
        words.add(new FactsLine(
                counted(contents.members()), size(contents), published == null ? "" : Dates.brief(published)));
        Chips chips = new Chips(MarkingChip.of(contents.marking().label()));
        chip(state, chips);
        words.add(chips);
        ListItem card = new ListItem(new PackCover(id, title, hasCover, changed), words);
        card.addClassName("sc-pack-card");
        return card;
    }

    static void chip(PackState state, com.vaadin.flow.component.HasComponents chips) {
        if (state == PackState.DRAFT) {
            chips.add(StateChip.warn(Icon.FILE_PEN, "Draft"));
        } else if (state == PackState.TAKEN_DOWN) {
            chips.add(StateChip.bad(Icon.EYE_OFF, "Taken down"));
        }
    }

    static String counted(int members) {
        return members == 0 ? "Nothing in it yet" : members == 1 ? "1 item" : "%,d items".formatted(members);
    }

    static String size(PackContents contents) {
        return contents.size() == 0 ? "" : FileSize.of(contents.size());
    }
}
