package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.AttachEvent;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.BulletinDelivery;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinReads;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.bulletins.BulletinSteps;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.notifications.DeliveryCounts;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** A bulletin on its way: called back, paused, resumed or stopped, with what has become of each mail as it happens. */
@Route("bulletins/:bulletin/sending")
@PageTitle("Delivery of a bulletin")
@StyleSheet("bulletins.css")
@RolesAllowed("EDITOR")
class BulletinSendingView extends Div implements BeforeEnterObserver {

    private static final int LOOKS_EVERY_MS = 1_000;

    private final Bulletins bulletins;
    private final BulletinDelivery delivery;
    private final BulletinSteps steps;
    private final BulletinWriting writing;
    private final BulletinReads reads;
    private final CurrentReader reader;
    private final Clock clock;
    private final Div header = new Div();
    private final Div state = new Div();
    private final DeliveryFigures figures = new DeliveryFigures();
    private final Div readers = new Div();
    private @Nullable UUID id;
    private @Nullable BulletinState shown;

    BulletinSendingView(
            Bulletins bulletins,
            BulletinDelivery delivery,
            BulletinSteps steps,
            BulletinWriting writing,
            BulletinReads reads,
            CurrentReader reader,
            Clock clock) {
        this.bulletins = bulletins;
        this.delivery = delivery;
        this.steps = steps;
        this.writing = writing;
        this.reads = reads;
        this.reader = reader;
        this.clock = clock;
        add(header, state, figures, readers);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = IdInAddress.of(event, "bulletin").orElseThrow(NotFoundException::new);
        BulletinDetails now = now();
        if (now.state().isWritten()) {
            event.forwardTo("bulletins/%s/edit".formatted(id));
            return;
        }
        shown = null;
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        var looking = ui.addPollListener(poll -> refresh());
        ui.setPollInterval(LOOKS_EVERY_MS);
        addDetachListener(gone -> {
            looking.remove();
            gone.unregisterListener();
            gone.getUI().setPollInterval(-1);
        });
    }

    private BulletinDetails now() {
        return bulletins.find(Objects.requireNonNull(id), reader.get()).orElseThrow(NotFoundException::new);
    }

    private void refresh() {
        if (id == null) {
            return;
        }
        BulletinDetails now = now();
        if (now.state() != shown) {
            shown = now.state();
            header.removeAll();
            header.add(new PageHeader(now.plan().title())
                    .crumb("Bulletins", "bulletins")
                    .actions(actions(now))
                    .facts(BulletinWords.state(now.state(), false)));
            state.removeAll();
            callout(now).forEach(state::add);
            readers.removeAll();
            if (now.state().isOut()) {
                readers.add(new ReaderFigures(now.id(), reads, reader));
            }
        }
        boolean out = now.state().isOut();
        figures.setVisible(out);
        if (out) {
            DeliveryCounts counts = delivery.counts(now.id(), reader.get());
            figures.show(counts);
        }
    }

    private java.util.List<Component> callout(BulletinDetails now) {
        var at = now.sendAt();
        if (now.state() != BulletinState.SCHEDULED || at == null) {
            return java.util.List.of();
        }
        boolean soon = Duration.between(clock.instant(), at).toMinutes() < 3;
        return java.util.List.of(Callout.info(
                soon ? "It goes out within two minutes." : "It goes out %s.".formatted(BulletinWords.moment(at)),
                "Until then you can call it back and nobody will have seen it."));
    }

    private Buttons actions(BulletinDetails now) {
        Buttons actions = new Buttons();
        switch (now.state()) {
            case SCHEDULED ->
                actions.add(new PrimaryButton("Call it back", Icon.UNDO_2, () -> {
                    attempt(() -> steps.callBack(now.id(), reader.get()), "Called back. Nobody has got it.");
                    UI.getCurrent().navigate("bulletins/%s/edit".formatted(now.id()));
                }));
            case SENDING ->
                actions.add(
                        stop(now),
                        new PrimaryButton(
                                "Pause",
                                Icon.PAUSE,
                                () -> attempt(
                                        () -> delivery.pause(now.id(), reader.get()),
                                        "Paused. Nothing more goes out.")));
            case PAUSED ->
                actions.add(
                        stop(now),
                        new PrimaryButton(
                                "Go on",
                                Icon.PLAY,
                                () -> attempt(() -> delivery.resume(now.id(), reader.get()), "It goes on.")));
            default ->
                actions.add(
                        LinkButton.secondary("bulletins/" + now.id(), "Read it").with(Icon.EYE),
                        new SecondaryButton(
                                "Send a correction",
                                () -> ConfirmQuestion.ask(
                                        "Send a correction?",
                                        "A draft is made that goes to exactly those who were sent this one.",
                                        "Write it",
                                        () -> UI.getCurrent()
                                                .navigate("bulletins/%s/edit"
                                                        .formatted(writing.correct(now.id(), reader.get()))))));
        }
        return actions;
    }

    private Component stop(BulletinDetails now) {
        return new DangerButton(
                "Stop",
                () -> ConfirmQuestion.askDanger(
                        "Stop it for good?",
                        "Who has not had theirs by now gets none. It cannot go on afterwards.",
                        "Stop it",
                        () -> attempt(() -> delivery.stop(now.id(), reader.get()), "Stopped.")));
    }

    private void attempt(Runnable step, String done) {
        Notices notices = Notices.on(UI.getCurrent());
        try {
            step.run();
            notices.good(done);
        } catch (InvalidBulletin refused) {
            notices.bad(refused.getMessage() + ".");
        }
        refresh();
    }
}
