package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Consumer;
import org.safercommunities.portal.bulletins.BulletinCard;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Into which of the bulletins being written an item is taken; the one it is wished for is proposed. */
final class TakeInDialog extends Dialog {

    TakeInDialog(OfferServices services, OfferDetails offer, Consumer<BulletinCard> takeIn) {
        List<BulletinCard> drafts = services.drafts();
        Div content = new Div(new H2("Take it in"));
        content.addClassName("sc-question");
        if (drafts.isEmpty()) {
            content.add(
                    new Paragraph("No bulletin is being written. Begin one first."),
                    new Buttons(
                            LinkButton.primary("bulletins/write", "Write a bulletin"),
                            new SecondaryButton("Go back", this::close)));
        } else {
            RadioButtonGroup<BulletinCard> choice = new RadioButtonGroup<>("Into which bulletin");
            choice.addThemeName("vertical");
            choice.setItems(drafts);
            choice.setItemLabelGenerator(BulletinCard::title);
            OfferDetails.Wish wish = offer.wished();
            choice.setValue(drafts.stream()
                    .filter(draft -> wish != null && draft.id().equals(wish.bulletin()))
                    .findFirst()
                    .orElse(drafts.getFirst()));
            content.add(
                    new Paragraph("It stands at the end afterwards, with the words “From %s”; you can edit it there."
                            .formatted(offer.agencyName())),
                    choice,
                    new Buttons(
                            new PrimaryButton("Take it in", () -> {
                                close();
                                takeIn.accept(choice.getValue());
                            }),
                            new SecondaryButton("Go back", this::close)));
        }
        add(content);
        getElement().setAttribute("aria-label", "Take it in");
    }
}
