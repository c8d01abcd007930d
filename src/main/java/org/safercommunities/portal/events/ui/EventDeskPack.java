package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.library.packs.PackCard;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackState;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The pack that an event hands to its delegates. */
class EventDeskPack extends PageSection {

    private final EventDetails event;
    private final EventDeskServices services;
    private final Div there = new Div();

    EventDeskPack(EventDetails event, EventDeskServices services) {
        super("Pack for delegates");
        this.event = event;
        this.services = services;
        add(there);
        show();
    }

    private void show() {
        there.removeAll();
        services.packs().of(event.id(), services.reader()).ifPresentOrElse(this::chosen, this::toChoose);
    }

    private void chosen(PackDetails pack) {
        there.add(new Rows(Row.linked(pack.description().title(), address(pack))
                .pictureOf(Icon.LAYERS)
                .facts(
                        "%,d items".formatted(pack.contents().members()),
                        pack.state().inWords())
                .action(QuietButton.icon(Icon.X, "Take the pack back from the delegates", () -> {
                    services.packs().takeBack(event.id(), services.reader());
                    show();
                }))));
        if (pack.state() != PackState.PUBLISHED) {
            there.add(Callout.warn("The pack is not published.", "Delegates see it as soon as it is."));
        }
        there.add(
                new Paragraph(
                        "Whoever has a place sees it on the event’s page and opens it, whatever the pack’s own audience"
                                + " is. Each document in it keeps its own readers until you open it to the delegates."),
                new Buttons(LinkButton.secondary(address(pack) + "/edit", "See what delegates cannot open")));
    }

    private void toChoose() {
        ComboBox<PackCard> choice = new ComboBox<>("Pack");
        choice.setItems(query -> services
                .allPacks()
                .choices(query.getFilter().orElse(""), query.getOffset(), query.getLimit(), services.reader())
                .stream());
        choice.setItemLabelGenerator(PackCard::title);
        choice.setHelperText("Type some of its title");
        choice.setWidthFull();
        there.add(
                new Paragraph(
                        "Slides, recordings, links and what to read on: whoever has a place is let in to the pack."),
                choice,
                new Buttons(
                        new SecondaryButton("Hand it to the delegates", () -> hand(choice)),
                        LinkButton.quiet("library/collections/new", "Make a pack")));
    }

    private void hand(ComboBox<PackCard> choice) {
        PackCard chosen = choice.getValue();
        try {
            if (chosen == null) {
                throw new InvalidEvent("pack", "Choose a pack of the library");
            }
            services.packs().hand(event.id(), chosen.id(), services.reader());
            show();
            Notices.on(UI.getCurrent()).good("The delegates have it.");
        } catch (InvalidEvent invalid) {
            choice.setErrorMessage(invalid.getMessage());
            choice.setInvalid(true);
            choice.focus();
        }
    }

    private static String address(PackDetails pack) {
        return "library/collections/" + pack.id();
    }
}
