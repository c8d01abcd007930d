package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferState;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Sheet;

/** One item: what became of it, what the team changed, and what can be done with it now. */
@Route("bulletins/offers/:offer")
@StyleSheet("bulletins.css")
@PermitAll
class OfferView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final OfferServices services;
    private String title = "Item";

    OfferView(OfferServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = IdInAddress.of(event, "offer").orElseThrow(NotFoundException::new);
        show(services.reading().find(id, services.reader()).orElseThrow(NotFoundException::new));
    }

    private void show(OfferDetails offer) {
        removeAll();
        title = offer.now().title().isEmpty()
                ? offer.content().title()
                : offer.now().title();
        add(new PageHeader(title)
                .crumb("Bulletins", "bulletins")
                .crumb("Items", OfferPage.LIST)
                .facts(OfferWords.state(offer))
                .actions(new OfferActions(services, offer, this::again)));
        news(offer).ifPresent(news -> {
            news.addClassName("sc-offer-news");
            add(news);
        });
        Div main = new Div(new Sheet(new OfferPreview(services, offer)));
        main.addClassName("sc-stack");
        if (offer.changedByTeam()) {
            main.add(Sheet.titled("What the team changed", new OfferChanges(offer)));
        }
        add(PageColumns.withAside(main, new OfferFacts(services, offer)));
    }

    private Optional<Callout> news(OfferDetails offer) {
        if (offer.state() == OfferState.DECLINED) {
            return Optional.of(Callout.bad("The team does not take it.", String.valueOf(offer.reason())));
        }
        return Optional.ofNullable(offer.bulletin()).map(this::place);
    }

    private Callout place(OfferDetails.Place place) {
        boolean out = place.state().isOut();
        Callout callout = out
                ? Callout.good("It has gone out", "in “%s”.".formatted(place.title()))
                : Callout.info("It stands in “%s”.".formatted(place.title()), "The team may still edit it there.");
        // Whoever offered something for others may not be among them
        boolean theirs =
                services.bulletins().find(place.bulletin(), services.reader()).isPresent();
        if (theirs) {
            callout.more(LinkButton.secondary("bulletins/" + place.bulletin(), out ? "Read it" : "Open the bulletin"));
        }
        return callout;
    }

    private void again(UUID id) {
        services.reading()
                .find(id, services.reader())
                .ifPresentOrElse(this::show, () -> UI.getCurrent().navigate(OfferPage.LIST));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
