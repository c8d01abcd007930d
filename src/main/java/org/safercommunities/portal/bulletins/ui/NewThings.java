package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.NewSince;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Offers documents and events that are new since the last issue and not in this one yet. */
final class NewThings extends Div {

    private final ComposerServices services;
    private final Composer composer;
    private final BlockList blocks;

    NewThings(ComposerServices services, Composer composer, BlockList blocks) {
        this.services = services;
        this.composer = composer;
        this.blocks = blocks;
        int count = offers().size();
        if (count > 0) {
            add(new QuietButton(count == 1 ? "1 new item to take in" : count + " new items to take in", this::ask));
        }
    }

    private List<NewSince.Item> offers() {
        return services.newSince().of(composer.plan(), services.reader().get());
    }

    private void ask() {
        Dialog dialog = new Dialog();
        CheckboxGroup<NewSince.Item> choice = new CheckboxGroup<>("New since the last issue");
        List<NewSince.Item> offers = offers();
        choice.setItems(offers);
        choice.setItemLabelGenerator(item -> "%s, %s %s"
                .formatted(item.title(), item.isEvent() ? "event on" : "document of", Dates.brief(item.at())));
        choice.setValue(Set.copyOf(offers));
        Div content = new Div(
                new H2("Take in what is new"),
                new Paragraph("They stand at the end afterwards, where you can move them."),
                choice,
                new Buttons(
                        new PrimaryButton("Take in", () -> {
                            dialog.close();
                            take(offers.stream()
                                    .filter(choice.getValue()::contains)
                                    .toList());
                        }),
                        new SecondaryButton("Go back", dialog::close)));
        content.addClassName("sc-question");
        dialog.add(content);
        dialog.getElement().setAttribute("aria-label", "Take in what is new");
        dialog.open();
    }

    private void take(List<NewSince.Item> chosen) {
        composer.blocks(before -> {
            Blocks now = before;
            for (NewSince.Item item : chosen) {
                now = now.with(item.isEvent() ? new Block.Event(item.id()) : new Block.Document(item.id()));
            }
            return now;
        });
        blocks.drawAnew();
        removeAll();
    }
}
