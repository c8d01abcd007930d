package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import java.util.function.Supplier;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.offers.OfferChangedMeanwhile;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferState;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** Writes an item for a bulletin and offers it; the team edits those that wait at the same address. */
@Route("bulletins/offer")
@RouteAlias("bulletins/offers/:offer/edit")
@StyleSheet("bulletins.css")
@PermitAll
class OfferItemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final OfferServices services;
    private String title = "Offer an item";

    OfferItemView(OfferServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        if (event.getRouteParameters().get("offer").isEmpty()) {
            begin();
            return;
        }
        UUID id = IdInAddress.of(event, "offer").orElseThrow(NotFoundException::new);
        OfferDetails offer = services.reading().find(id, services.reader()).orElseThrow(NotFoundException::new);
        if (services.isOwn(offer) && offer.state().isOpen()) {
            change(offer);
        } else if (services.reader().is(Role.EDITOR) && offer.state() == OfferState.OFFERED) {
            edit(offer);
        } else {
            event.forwardTo(OfferPage.of(id));
        }
    }

    private void begin() {
        title = "Offer an item";
        OfferForm form = new OfferForm(services, null, false);
        add(header().lead(
                        "A few sentences are enough: the team edits them, you see what it changes, and %s is credited."
                                .formatted(services.agency())));
        add(new Sheet(
                form,
                new Buttons(
                        new PrimaryButton(
                                "Offer it", () -> attempt(form, () -> begin(form, true), "Offered. Thank you.")),
                        new SecondaryButton(
                                "Save as a draft",
                                () -> attempt(form, () -> begin(form, false), "Saved as a draft.")))));
    }

    private UUID begin(OfferForm form, boolean offered) {
        return services.offers().begin(form.content(), form.wished(), offered, services.reader());
    }

    private void change(OfferDetails offer) {
        title = "Change the item";
        boolean offered = offer.state() == OfferState.OFFERED;
        OfferForm form = new OfferForm(services, offer, false);
        add(header().crumb(offer.content().title(), OfferPage.of(offer.id())));
        OfferDetails.Wish wish = offer.wished();
        if (wish != null
                && services.calls().open().stream()
                        .noneMatch(call -> call.bulletin().equals(wish.bulletin()))) {
            add(Callout.warn(
                    "Items for “%s” are not taken any more.".formatted(wish.title()),
                    "Choose another bulletin, or the next one."));
        }
        if (offer.edited() != null) {
            add(Callout.warn("The team has edited it.", "If you change it, the team begins again with your words."));
        }
        Buttons buttons = new Buttons(new PrimaryButton(
                offered ? "Save changes" : "Offer it",
                () -> attempt(form, () -> change(offer, form, true), offered ? "Saved." : "Offered. Thank you.")));
        if (!offered) {
            buttons.add(new SecondaryButton(
                    "Save as a draft", () -> attempt(form, () -> change(offer, form, false), "Saved as a draft.")));
        }
        buttons.add(LinkButton.quiet(OfferPage.of(offer.id()), "Go back"));
        add(new Sheet(form, buttons));
    }

    private UUID change(OfferDetails offer, OfferForm form, boolean offered) {
        services.offers()
                .change(offer.id(), offer.version(), form.content(), form.wished(), offered, services.reader());
        return offer.id();
    }

    private void edit(OfferDetails offer) {
        title = "Edit the item";
        OfferForm form = new OfferForm(services, offer, true);
        add(header().crumb(offer.now().title(), OfferPage.of(offer.id()))
                .lead("%s sees what you change beside what it wrote.".formatted(offer.agencyName())));
        add(new Sheet(
                form,
                new Buttons(
                        new PrimaryButton(
                                "Save",
                                () -> attempt(
                                        form,
                                        () -> {
                                            services.desk()
                                                    .edit(
                                                            offer.id(),
                                                            offer.version(),
                                                            form.content(),
                                                            services.reader());
                                            return offer.id();
                                        },
                                        "Saved. The agency sees what you changed.")),
                        LinkButton.quiet(OfferPage.of(offer.id()), "Go back"))));
    }

    private PageHeader header() {
        return new PageHeader(title).crumb("Bulletins", "bulletins").crumb("Items", OfferPage.LIST);
    }

    private void attempt(OfferForm form, Supplier<UUID> step, String done) {
        UI ui = UI.getCurrent();
        try {
            ui.navigate(OfferPage.of(step.get()));
            Notices.on(ui).good(done);
        } catch (InvalidBulletin refused) {
            form.show(refused);
        } catch (OfferChangedMeanwhile other) {
            Notices.on(ui).bad(other.getMessage() + ".");
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
