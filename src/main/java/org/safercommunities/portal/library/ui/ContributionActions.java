package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.UUID;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.contributions.ContributionChangedMeanwhile;
import org.safercommunities.portal.library.contributions.ContributionDesk;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionState;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What this person can do with an offered document as it stands. */
final class ContributionActions extends Div {

    private final ContributionServices services;
    private final ContributionDetails offer;
    private final Consumer<UUID> again;

    /** @param again shows the offer anew, or what is there when it is not any more */
    ContributionActions(ContributionServices services, ContributionDetails offer, Consumer<UUID> again) {
        this.services = services;
        this.offer = offer;
        this.again = again;
        addClassName("sc-document-aside");
        Reader reader = services.reader();
        boolean waiting = offer.state() == ContributionState.WAITING;
        boolean own = services.isOwn(offer);
        if (reader.is(Role.EDITOR) && waiting) {
            decide();
        }
        if (own && offer.state().isOpen()) {
            change(waiting);
        }
        boolean forAgency = reader.is(Role.COORDINATOR) && reader.agencyIds().contains(offer.agency());
        if (waiting && (own || forAgency)) {
            add(new SecondaryButton("Take it back", Icon.UNDO_2, this::takeBack));
        }
        download();
        if (own && offer.state().isOpen()) {
            add(new DangerButton("Throw away", this::discard));
        }
    }

    private void decide() {
        add(new Buttons(
                LinkButton.primary(
                                ContributionPage.takeUp(offer.id()),
                                offer.isNewerVersion() ? "Accept as a new version" : "Edit and publish")
                        .big(),
                new SecondaryButton(
                        "Decline …",
                        () -> new ReasonDialog(
                                        "Decline the document?",
                                        "Its author reads it as it stands here, by mail and on the page.",
                                        ContributionDesk.LONGEST_REASON,
                                        "Decline",
                                        this::decline)
                                .open())));
    }

    private void decline(String reason) {
        try {
            services.desk().decline(offer.id(), reason, services.reader());
            done("Declined. Its author is told why.");
        } catch (ContributionChangedMeanwhile other) {
            Notices.on(UI.getCurrent()).bad(other.getMessage() + ".");
        }
    }

    private void change(boolean waiting) {
        String address = ContributionPage.edit(offer.id());
        add(
                waiting
                        ? LinkButton.secondary(address, "Change it").with(Icon.PENCIL)
                        : LinkButton.primary(
                                        address,
                                        offer.state() == ContributionState.DECLINED
                                                ? "Change and send again"
                                                : "Go on and send it")
                                .big());
    }

    private void download() {
        VersionSummary file = offer.file();
        if (file != null && offer.state().isOpen()) {
            LinkButton link = LinkButton.secondary(ContributionPage.download(offer.id()), "Download the file")
                    .with(Icon.DOWNLOAD);
            link.getElement().setAttribute("download", true);
            Paragraph size = new Paragraph(services.words().formatName(file.mediaType()) + ", "
                    + FileSize.of(file.size()) + services.words().pages(", ", file));
            size.addClassName("sc-note");
            add(link, size);
        }
    }

    private void takeBack() {
        attempt(
                () -> services.contributions().takeBack(offer.id(), services.reader()),
                services.isOwn(offer)
                        ? "Taken back. It is a draft of yours again."
                        : "Taken back. Its author is told, and has it as a draft.");
    }

    private void discard() {
        ConfirmQuestion.askDanger(
                "Throw “%s” away?".formatted(offer.title()),
                "What you wrote and its file are gone.",
                "Throw away",
                () -> attempt(() -> services.contributions().discard(offer.id(), services.reader()), "Thrown away."));
    }

    private void attempt(Runnable step, String said) {
        try {
            step.run();
            done(said);
        } catch (InvalidDocument | ContributionChangedMeanwhile refused) {
            Notices.on(UI.getCurrent()).bad(refused.getMessage() + ".");
        }
    }

    private void done(String said) {
        UI ui = UI.getCurrent();
        again.accept(offer.id());
        Notices.on(ui).good(said);
    }
}
