package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** What has just been published, with the way to each, for an editor who wants to look or to send a link on. */
class PublishedDocuments extends Div {

    /** @param withoutCaptions videos that stay drafts for want of them */
    PublishedDocuments(List<DocumentCard> seen, int all, int withoutCaptions) {
        String title = all == 1 ? "Published" : "Published %d documents".formatted(all);
        add(new PageHeader(title).crumb("Library", "library").lead("Their readers find them within a few seconds."));
        if (!seen.isEmpty()) {
            add(new Rows(seen.stream().map(PublishedDocuments::row).toList()).onSheet());
        }
        if (seen.size() < all) {
            add(new Paragraph("What is for groups that you are not in is not listed."));
        }
        if (withoutCaptions > 0) {
            add(Callout.warn("Not everything is out.", IncomingWords.withoutCaptions(withoutCaptions))
                    .more(new Anchor("library/drafts", "See the drafts")));
        }
        Div next = new Div(new Buttons(
                LinkButton.secondary("library/add", "Add more").outside().with(Icon.CLOUD_UPLOAD),
                LinkButton.quiet("library?sort=newest", "See the library")));
        next.addClassName("sc-published-next");
        add(next);
    }

    /** The page has become another one: its title says so, and its heading is read and takes focus. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("""
                document.title = document.title.replace(/^[^–]*/, 'Published ');
                window.portalShell && window.portalShell.arrived()""");
    }

    private static Row row(DocumentCard document) {
        return Row.linked(document.title(), DocumentAddress.page(document.id()))
                .icon(Icon.CIRCLE_CHECK)
                .facts(document.fileName(), FileSize.of(document.size()))
                .chips(MarkingChip.of(document.marking().label()));
    }
}
