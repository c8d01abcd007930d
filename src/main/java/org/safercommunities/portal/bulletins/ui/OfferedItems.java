package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What agencies offer, to be taken into the bulletin that is being written. */
final class OfferedItems extends Div {

    private final OfferServices services;
    private final Composer composer;
    private final BlockList blocks;

    OfferedItems(OfferServices services, Composer composer, BlockList blocks) {
        this.services = services;
        this.composer = composer;
        this.blocks = blocks;
        show();
    }

    private void show() {
        removeAll();
        int count = services.reading().countWaiting(services.reader());
        if (count > 0) {
            add(new QuietButton(count == 1 ? "1 offered item" : count + " offered items", this::ask));
        }
    }

    private void ask() {
        Dialog dialog = new Dialog();
        List<OfferDetails> waiting = services.reading().waiting(services.reader());
        CheckboxGroup<OfferDetails> choice = new CheckboxGroup<>("Offered by agencies");
        choice.addThemeName("vertical");
        choice.setItems(waiting);
        choice.setItemLabelGenerator(this::label);
        choice.setValue(waiting.stream().filter(this::isForThis).collect(Collectors.toSet()));
        Div content = new Div(
                new H2("Take in what agencies offer"),
                new Paragraph("They stand at the end afterwards, each with the name of its agency."),
                choice,
                new Buttons(
                        new PrimaryButton("Take in", () -> {
                            dialog.close();
                            take(waiting, choice.getValue());
                        }),
                        new SecondaryButton("Go back", dialog::close)));
        content.addClassName("sc-question");
        dialog.add(content);
        dialog.getElement().setAttribute("aria-label", "Take in what agencies offer");
        dialog.open();
    }

    private String label(OfferDetails offer) {
        String what = "%s, from %s".formatted(offer.now().title(), offer.agencyName());
        if (isForThis(offer)) {
            return what;
        }
        OfferDetails.Wish wish = offer.wished();
        return what + (wish == null ? ", for the next bulletin" : ", for “%s”".formatted(wish.title()));
    }

    private boolean isForThis(OfferDetails offer) {
        OfferDetails.Wish wish = offer.wished();
        return wish != null && wish.bulletin().equals(composer.id());
    }

    /** One by one, each as it is at this moment; one that was withdrawn meanwhile stays away. */
    private void take(List<OfferDetails> waiting, Set<OfferDetails> chosen) {
        List<UUID> ids =
                waiting.stream().filter(chosen::contains).map(OfferDetails::id).toList();
        composer.blocks(before -> {
            Blocks now = before;
            for (UUID id : ids) {
                for (Block block : services.desk().blocks(id, services.reader())) {
                    now = now.with(block);
                }
            }
            return now;
        });
        blocks.drawAnew();
        show();
    }
}
