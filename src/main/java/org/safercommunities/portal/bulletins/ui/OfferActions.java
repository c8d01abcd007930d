package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.offers.OfferDesk;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferState;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What this person can do with an item as it stands. */
final class OfferActions extends Div {

    private final OfferServices services;
    private final OfferDetails offer;
    private final Consumer<UUID> again;

    /** @param again shows the item anew, or what is there when it is gone */
    OfferActions(OfferServices services, OfferDetails offer, Consumer<UUID> again) {
        this.services = services;
        this.offer = offer;
        this.again = again;
        Buttons buttons = new Buttons();
        if (services.reader().is(Role.EDITOR) && offer.state() == OfferState.OFFERED) {
            decide(buttons);
        }
        if (services.isOwn(offer) && offer.state().isOpen()) {
            change(buttons);
        }
        if (buttons.getComponentCount() > 0) {
            add(buttons);
        }
    }

    private void decide(Buttons buttons) {
        buttons.add(new PrimaryButton(
                "Take it in",
                () -> new TakeInDialog(
                                services,
                                offer,
                                bulletin -> attempt(
                                        () -> services.desk().takeIn(offer.id(), bulletin.id(), services.reader()),
                                        "Taken into “%s”.".formatted(bulletin.title())))
                        .open()));
        if (!services.isOwn(offer)) {
            buttons.add(LinkButton.secondary(OfferPage.of(offer.id()) + "/edit", "Edit")
                    .with(Icon.PENCIL));
        }
        buttons.add(new SecondaryButton(
                "Decline",
                () -> new ReasonDialog(
                                "Decline the item?",
                                "The agency reads it as it stands here",
                                OfferDesk.LONGEST_REASON,
                                "Decline",
                                reason -> {
                                    services.desk().decline(offer.id(), reason, services.reader());
                                    done("Declined. %s is told why.".formatted(offer.agencyName()));
                                })
                        .open()));
    }

    private void change(Buttons buttons) {
        boolean offered = offer.state() == OfferState.OFFERED;
        String label =
                offered ? "Change it" : offer.state() == OfferState.DRAFT ? "Go on writing" : "Change and offer again";
        buttons.add(
                LinkButton.secondary(OfferPage.of(offer.id()) + "/edit", label).with(Icon.PENCIL));
        if (offered) {
            buttons.add(new SecondaryButton(
                    "Withdraw",
                    () -> attempt(
                            () -> services.offers().withdraw(offer.id(), services.reader()),
                            "Withdrawn. It is a draft again.")));
        } else {
            buttons.add(new DangerButton(
                    "Throw away",
                    () -> ConfirmQuestion.askDanger(
                            "Throw the item away?",
                            "It is gone for everybody in your agency.",
                            "Throw away",
                            () -> attempt(
                                    () -> services.offers().discard(offer.id(), services.reader()), "Thrown away."))));
        }
    }

    private void attempt(Runnable step, String said) {
        try {
            step.run();
            done(said);
        } catch (InvalidBulletin refused) {
            Notices.on(UI.getCurrent()).bad(refused.getMessage() + ".");
        }
    }

    private void done(String said) {
        UI ui = UI.getCurrent();
        again.accept(offer.id());
        Notices.on(ui).good(said);
    }
}
