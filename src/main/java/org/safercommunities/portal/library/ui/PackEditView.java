package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
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
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackGaps;
import org.safercommunities.portal.library.packs.PackState;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Fills a pack, puts it in order, says what it is, and publishes it. */
@Route(PackAddress.LIST + "/:pack/edit")
@PageTitle("Change a pack")
@StyleSheet("library.css")
@StyleSheet(PackCards.STYLES)
@RolesAllowed("EDITOR")
class PackEditView extends Div implements BeforeEnterObserver {

    private final PackEditServices services;

    PackEditView(PackEditServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(IdInAddress.of(event, "pack").orElseThrow(NotFoundException::new));
    }

    private void show(UUID id) {
        PackDetails pack = services.packs()
                .find(id, services.reader())
                .filter(PackDetails::mayChange)
                .orElseThrow(NotFoundException::new);
        removeAll();
        PackAudienceCheck check = new PackAudienceCheck(id, services);
        PackForm form = new PackForm(services.choices(), services.reader().groupIds()).showing(pack.description());
        form.with(new SecondaryButton(
                "Save",
                () -> form.said(said -> {
                    services.desk().describe(id, said, services.reader());
                    saved(id);
                })));
        Div columns = new Div(
                new PageSection("What is in it", new PackFiller(id, services, check::show)),
                new PageSection("What it is", form),
                new PageSection("Cover", new PackCoverFields(pack, services)),
                new PageSection("Who sees what", check));
        columns.addClassName("sc-pack-edit");
        add(header(pack), columns);
    }

    private PageHeader header(PackDetails pack) {
        UUID id = pack.id();
        Div state = new Div();
        PackCards.chip(pack.state(), state);
        PageHeader header = new PageHeader(pack.description().title())
                .crumb("Library", "library")
                .crumb("Packs", PackAddress.LIST)
                .facts(state, new FactsLine(pack.state() == PackState.PUBLISHED ? "Published" : "Only editors see it"));
        Component look = LinkButton.secondary(PackAddress.page(id), "See its page");
        return pack.state() == PackState.PUBLISHED
                ? header.actions(look, new DangerButton("Take down", () -> askToTakeDown(pack)))
                : header.actions(look, new PrimaryButton("Publish", () -> askToPublish(pack)));
    }

    private void askToPublish(PackDetails pack) {
        List<PackGaps.Gap> gaps = services.gaps().ofAudience(pack.id(), services.reader());
        if (gaps.isEmpty()) {
            publish(pack.id());
        } else {
            ConfirmQuestion.ask(
                    "Publish “%s”?".formatted(pack.description().title()),
                    "%s in it %s not seen by everyone whom the pack is for. Whoever may not see one is not told of it."
                            .formatted(
                                    gaps.size() == 1 ? "1 thing" : gaps.size() + " things",
                                    gaps.size() == 1 ? "is" : "are"),
                    "Publish",
                    () -> publish(pack.id()));
        }
    }

    private void publish(UUID id) {
        services.desk().publish(id, services.reader());
        boolean still = services.packs().find(id, services.reader()).isPresent();
        UI.getCurrent().navigate(still ? PackAddress.page(id) : PackAddress.LIST);
        Notices.on(UI.getCurrent()).good("Published. Its readers find it within a few seconds.");
    }

    private void askToTakeDown(PackDetails pack) {
        ConfirmQuestion.askDanger(
                "Take “%s” down?".formatted(pack.description().title()),
                "Only editors will see it. What is in it stays in the library, and you can publish it again.",
                "Take down",
                () -> {
                    services.desk().takeDown(pack.id(), services.reader());
                    saved(pack.id());
                });
    }

    private void saved(UUID id) {
        if (services.packs()
                .find(id, services.reader())
                .filter(PackDetails::mayChange)
                .isEmpty()) {
            UI.getCurrent().navigate(PackAddress.LIST);
        } else {
            show(id);
        }
        Notices.on(UI.getCurrent()).good("Saved.");
    }
}
