package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinEdition;
import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What a bulletin said before, and the way back to it. */
@Route("bulletins/:bulletin/history")
@PageTitle("History of a bulletin")
@StyleSheet("bulletins.css")
@RolesAllowed("EDITOR")
class BulletinHistoryView extends Div implements BeforeEnterObserver {

    private final ComposerServices services;

    BulletinHistoryView(ComposerServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        UUID id = IdInAddress.of(event, "bulletin").orElseThrow(NotFoundException::new);
        BulletinDetails now =
                services.bulletins().find(id, services.reader().get()).orElseThrow(NotFoundException::new);
        List<BulletinEdition> editions =
                services.writing().history(id, services.reader().get());
        add(
                new PageHeader("History")
                        .crumb("Bulletins", "bulletins")
                        .crumb(now.plan().title(), "bulletins/%s/edit".formatted(id))
                        .lead(
                                "Nothing that was saved is lost. Whatever you go back to, what it says now stays here too."),
                new Rows(editions.stream().map(edition -> row(now, edition)).toList()).onSheet());
    }

    private Row row(BulletinDetails now, BulletinEdition edition) {
        int blocks = edition.blocks().list().size();
        Row row = Row.titled("Edition %d, %s".formatted(edition.edition(), Dates.moment(edition.at())))
                .icon(Icon.HISTORY)
                .facts(services.name(edition.editor()), edition.title(), blocks == 1 ? "1 block" : blocks + " blocks");
        if (edition.edition() == now.edition()) {
            return row.facts("What it says now");
        }
        if (!now.state().isWritten()) {
            return row;
        }
        SecondaryButton back = new SecondaryButton(
                "Go back to it",
                () -> ConfirmQuestion.ask(
                        "Go back to edition %d?".formatted(edition.edition()),
                        "Title, subject and blocks are then as they were. Readers stay as they are now.",
                        "Go back to it",
                        () -> restore(now, edition)));
        back.setAriaLabel("Go back to edition %d".formatted(edition.edition()));
        return row.wideAction(back);
    }

    private void restore(BulletinDetails now, BulletinEdition edition) {
        UI ui = UI.getCurrent();
        try {
            services.writing()
                    .restore(
                            now.id(),
                            now.edition(),
                            edition.edition(),
                            services.reader().get());
            ui.navigate("bulletins/%s/edit".formatted(now.id()));
            Notices.on(ui).good("It says again what edition %d said.".formatted(edition.edition()));
        } catch (InvalidBulletin refused) {
            Notices.on(ui).bad(refused.getMessage() + ".");
        } catch (ChangedMeanwhile other) {
            ui.refreshCurrentRoute(false);
            Notices.on(ui).bad("Somebody else has changed it just now. Look at it again, then go on.");
        }
    }
}
