package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Which bulletin it is, how far it has come, and the next step. */
final class ComposerHeader extends Div {

    private final ComposerServices services;
    private final Composer composer;
    private final Runnable changed;

    ComposerHeader(ComposerServices services, Composer composer, LiveText saved, Runnable changed) {
        this.services = services;
        this.composer = composer;
        this.changed = changed;
        BulletinDetails now = now();
        add(new PageHeader(now.plan().title())
                .crumb("Bulletins", "bulletins")
                .actions(actions(now))
                .facts(BulletinWords.state(now.state(), now.template()), saved));
    }

    private Buttons actions(BulletinDetails now) {
        UUID me = services.reader().get().personId();
        Buttons actions = new Buttons(
                LinkButton.quiet("bulletins/%s/history".formatted(now.id()), "History")
                        .with(Icon.HISTORY),
                new SecondaryButton("Send a test", Icon.SEND, () -> new TestDialog(services, now.id()).open()));
        switch (now.state()) {
            case DRAFT -> {
                if (!now.template()) {
                    actions.add(needsReview(now) ? review(now) : send(now));
                }
            }
            case REVIEW -> {
                actions.add(new SecondaryButton(
                        "Send back",
                        () -> attempt(
                                () -> services.steps()
                                        .sendBack(
                                                now.id(), "", services.reader().get()),
                                "It is a draft again.")));
                if (!now.lastEditor().equals(me)) {
                    actions.add(new PrimaryButton(
                            "Approve",
                            Icon.CHECK,
                            () -> attempt(
                                    () -> services.steps()
                                            .approve(
                                                    now.id(),
                                                    composer.edition(),
                                                    services.reader().get()),
                                    "Approved. It can be sent now.")));
                }
            }
            case APPROVED -> actions.add(send(now));
            default -> {}
        }
        return actions;
    }

    private boolean needsReview(BulletinDetails now) {
        return services.readyToSend().goesToMoreThan(services.steps().approvalAbove(), now);
    }

    private Component review(BulletinDetails now) {
        return new PrimaryButton(
                "Ask for review",
                () -> attempt(
                        () -> services.steps()
                                .submit(
                                        now.id(),
                                        composer.edition(),
                                        services.reader().get()),
                        "Another editor can look at it now."));
    }

    private Component send(BulletinDetails now) {
        return new PrimaryButton(
                "Send",
                Icon.SEND,
                () -> new SendDialog(services, now, at -> {
                            services.steps()
                                    .send(
                                            now.id(),
                                            composer.edition(),
                                            at,
                                            services.reader().get());
                            UI.getCurrent().navigate("bulletins/%s/sending".formatted(now.id()));
                        })
                        .open());
    }

    private void attempt(Runnable step, String done) {
        Notices notices = Notices.on(UI.getCurrent());
        try {
            step.run();
            notices.good(done);
        } catch (InvalidBulletin refused) {
            notices.bad(refused.getMessage() + ".");
        } catch (ChangedMeanwhile other) {
            composer.look();
            notices.bad("Somebody else has changed it just now. Look at it again, then go on.");
        }
        changed.run();
    }

    private BulletinDetails now() {
        return services.bulletins().find(composer.id(), services.reader().get()).orElseThrow(NotFoundException::new);
    }
}
