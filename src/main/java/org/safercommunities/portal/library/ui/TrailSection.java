package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DownloadTrail;
import org.safercommunities.portal.library.DownloadTrail.Download;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** For editors: who took the document out, and when. */
class TrailSection extends Div {

    private static final int PAGE = 10;

    private final Rows rows = new Rows();
    private int shown;

    TrailSection(UUID document, DownloadTrail trail, CurrentReader reader) {
        int all = trail.count(document);
        PageSection section = new PageSection("Who downloaded it");
        add(section);
        if (all == 0) {
            section.add(new Paragraph("Nobody yet."));
            return;
        }
        section.add(rows);
        SecondaryButton more = new SecondaryButton("Show more", () -> {});
        more.addClickListener(click -> {
            append(trail.of(document, shown, PAGE, reader.get()));
            more.setVisible(shown < all);
        });
        append(trail.of(document, 0, PAGE, reader.get()));
        more.setVisible(shown < all);
        section.add(more);
    }

    private void append(List<Download> downloads) {
        downloads.forEach(download -> {
            String name = download.name();
            rows.add(Row.titled(name == null ? "Somebody who is no longer known" : name)
                    .facts(Dates.moment(download.at()), "Version " + download.version()));
        });
        shown += downloads.size();
    }
}
