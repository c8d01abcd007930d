package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventCopies;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Ways to plan in two minutes: from an earlier event, from a template, for a later hour. */
@org.springframework.stereotype.Component
class EventEditOffers {

    private final EventCopies copies;
    private final EventPlanning planning;
    private final CurrentReader reader;

    EventEditOffers(EventCopies copies, EventPlanning planning, CurrentReader reader) {
        this.copies = copies;
        this.planning = planning;
        this.reader = reader;
    }

    /** A choice of templates; nothing where there are none. */
    Component templates(List<EventCard> templates) {
        Select<EventCard> choice = new Select<>();
        choice.setLabel("Begin with a template");
        choice.setItems(templates);
        choice.setItemLabelGenerator(EventCard::title);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                copy(event.getValue().id(), event.getValue().title());
                choice.clear();
            }
        });
        Div offer = new Div(choice);
        offer.addClassName("sc-event-offer");
        offer.setVisible(!templates.isEmpty());
        return offer;
    }

    SecondaryButton duplicate(EventDetails event) {
        return new SecondaryButton("Duplicate", Icon.COPY, () -> copy(event.id(), event.title()));
    }

    SecondaryButton template(EventDetails event) {
        SecondaryButton button =
                new SecondaryButton(event.template() ? "Use as a draft" : "Use as a template", Icon.LAYERS, () -> {
                    planning.useAsTemplate(event.id(), !event.template(), reader.get());
                    UI.getCurrent().refreshCurrentRoute(false);
                });
        button.setVisible(event.state() == EventState.DRAFT);
        return button;
    }

    private void copy(UUID from, String title) {
        DatePicker first = EventEditMoment.date("First day of the new event");
        first.setWidthFull();
        Dialog dialog = new Dialog();
        PrimaryButton yes = new PrimaryButton("Duplicate", () -> {
            if (first.getValue() == null) {
                refuse(first, "Enter a day, for example 10/12/2026");
                return;
            }
            try {
                UUID copy = copies.copy(from, first.getValue(), reader.get());
                dialog.close();
                UI ui = UI.getCurrent();
                ui.navigate("events/%s/edit".formatted(copy));
                Notices.on(ui).good("This is the copy, kept as a draft.");
            } catch (InvalidEvent invalid) {
                refuse(first, invalid.getMessage());
            }
        });
        ask(
                dialog,
                "Duplicate “%s”?".formatted(title),
                "Every date moves with the first day and keeps its time. Bookings and the link to the meeting stay behind.",
                first,
                yes);
        first.focus();
    }

    /** @param set the time it would publish itself now; null when there is none yet */
    void publishLater(UUID event, @Nullable Instant set, Runnable done) {
        EventEditMoment at = new EventEditMoment("Publish on", "", "publishAt");
        at.show(set);
        Dialog dialog = new Dialog();
        PrimaryButton yes = new PrimaryButton("Publish then", () -> {
            try {
                var moment = at.moment();
                if (moment == null) {
                    throw new InvalidEvent("publishAt", "Enter the date and the time");
                }
                planning.publishAt(event, moment, reader.get());
                dialog.close();
                done.run();
            } catch (InvalidEvent invalid) {
                refuse(at.date, invalid.getMessage());
            }
        });
        ask(
                dialog,
                set == null ? "Publish by itself" : "Change when it publishes itself",
                "The draft is kept. It opens to its audience at this time.",
                at,
                yes);
        at.date.focus();
    }

    /** Takes back that it publishes itself, and says so. */
    void keepAsDraft(UUID event, Runnable done) {
        planning.keepAsDraft(event, reader.get());
        done.run();
        Notices.on(UI.getCurrent()).good("Kept as a draft. It is not published until you say so.");
    }

    private static void ask(Dialog dialog, String question, String words, Component field, PrimaryButton yes) {
        Div content = new Div(
                new H2(question),
                new Paragraph(words),
                field,
                new Buttons(yes, new SecondaryButton("Go back", dialog::close)));
        content.addClassName("sc-question");
        dialog.add(content);
        dialog.getElement().setAttribute("aria-label", question);
        dialog.open();
    }

    private static void refuse(DatePicker field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }
}
