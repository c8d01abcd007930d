package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.packs.PackCard;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The packs that somebody may see, as cards with their covers. */
@Route(PackAddress.LIST)
@PageTitle("Packs")
@StyleSheet(PackCards.STYLES)
@PermitAll
class PacksView extends Div {

    private static final int AT_ONCE = 12;

    private final Packs packs;
    private final CurrentReader currentReader;

    PacksView(Packs packs, CurrentReader currentReader) {
        this.packs = packs;
        this.currentReader = currentReader;
        boolean editor = currentReader.get().is(Role.EDITOR);
        PageHeader header = new PageHeader("Packs")
                .crumb("Library", "library")
                .lead(
                        "What belongs together, in one place: the papers of a conference, a campaign kit, a learning pack.");
        if (editor) {
            header.actions(LinkButton.primary(PackAddress.NEW, "Make a pack").with(Icon.PLUS));
        }
        add(header);
        Div published = list(true);
        if (published.getComponentCount() == 0) {
            add(new EmptyState(
                    Icon.LAYERS,
                    "No packs yet",
                    editor
                            ? "Put documents, recordings, links and events together, and give them out in one go."
                            : "Packs for you stand here as soon as the team publishes one."));
        } else {
            add(published);
        }
        if (editor) {
            Div others = list(false);
            if (others.getComponentCount() > 0) {
                add(new PageSection("Only editors see these", others));
            }
        }
    }

    private Div list(boolean published) {
        Div place = new Div();
        int total = packs.count(published, currentReader.get());
        if (total == 0) {
            return place;
        }
        PackCards cards = new PackCards();
        List<PackCard> first = packs.all(published, 0, AT_ONCE, currentReader.get());
        cards.add(first);
        place.add(cards);
        if (total > first.size()) {
            LiveText shown = new LiveText("");
            SecondaryButton more = new SecondaryButton("Show more", () -> {});
            Buttons foot = new Buttons(more, shown);
            foot.addClassName("sc-list-foot");
            shown.setText("Showing %d of %d".formatted(first.size(), total));
            more.addClickListener(click -> {
                int here = cards.getComponentCount();
                cards.add(packs.all(published, here, AT_ONCE, currentReader.get()));
                int now = cards.getComponentCount();
                cards.getElement().executeJs("this.children[$0]?.querySelector('a')?.focus()", here);
                foot.setVisible(now < total && now > here);
                shown.setText("Showing %d of %d".formatted(now, total));
            });
            place.add(foot);
        }
        return place;
    }
}
