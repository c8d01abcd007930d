package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinReading;
import org.safercommunities.portal.bulletins.BulletinReads;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** One bulletin to be read, or printed: what this reader may see of it. */
@Route("bulletins/:bulletin")
@StyleSheet("bulletins.css")
@PermitAll
class BulletinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Bulletins bulletins;
    private final BulletinReading reading;
    private final BulletinReads reads;
    private final CurrentReader currentReader;
    private String title = "Bulletin";

    BulletinView(Bulletins bulletins, BulletinReading reading, BulletinReads reads, CurrentReader currentReader) {
        this.bulletins = bulletins;
        this.reading = reading;
        this.reads = reads;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Reader reader = currentReader.get();
        UUID id = IdInAddress.of(event, "bulletin").orElseThrow(NotFoundException::new);
        BulletinDetails bulletin = bulletins.find(id, reader).orElseThrow(NotFoundException::new);
        if (!bulletin.state().isOut()) {
            event.forwardTo("bulletins/%s/edit".formatted(id));
            return;
        }
        reads.note(id, reader);
        title = bulletin.plan().title();
        PageHeader header = new PageHeader(title).crumb("Bulletins", "bulletins");
        var sent = bulletin.sentAt();
        header.lead(
                "%s, %s".formatted(BulletinWords.kind(bulletin.plan().kind()), sent == null ? "" : Dates.full(sent)));
        SecondaryButton print = new SecondaryButton(
                "Print", Icon.PRINTER, () -> UI.getCurrent().getPage().executeJs("window.print()"));
        if (reader.is(Role.EDITOR)) {
            header.actions(
                    print,
                    LinkButton.secondary("bulletins/%s/sending".formatted(id), "Delivery")
                            .with(Icon.SEND));
        } else {
            header.actions(print);
        }
        Article words = new Article(new Html(reading.page(bulletin, reader).strip()));
        words.addClassName("sc-bulletin-sheet");
        add(header, words);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
