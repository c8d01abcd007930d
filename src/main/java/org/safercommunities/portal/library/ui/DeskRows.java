package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.Disposals;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentLife;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The rows of the library's desk, each with the step that comes next. */
@SpringComponent
class DeskRows {

    private final Publishing publishing;
    private final DocumentLife life;
    private final Disposals disposals;
    private final LibraryWords words;
    private final CurrentReader currentReader;

    DeskRows(
            Publishing publishing,
            DocumentLife life,
            Disposals disposals,
            LibraryWords words,
            CurrentReader currentReader) {
        this.publishing = publishing;
        this.life = life;
        this.disposals = disposals;
        this.words = words;
        this.currentReader = currentReader;
    }

    Icon icon(DeskList list) {
        return switch (list) {
            case DRAFTS -> Icon.FILE_PEN;
            case SCHEDULED -> Icon.CALENDAR_CLOCK;
            case REVIEW -> Icon.HOURGLASS;
            case CAPTIONS -> Icon.MESSAGE_SQUARE;
            case HELD -> Icon.SHIELD_ALERT;
            case EXPIRED -> Icon.CLOCK;
            case WITHDRAWN -> Icon.FILE_X;
            case DISPOSAL -> Icon.TRASH_2;
        };
    }

    String whenEmpty(DeskList list) {
        return switch (list) {
            case DRAFTS -> "Files you add and do not publish are kept here. Nobody else finds them.";
            case SCHEDULED -> "No published document waits for the end of its embargo.";
            case REVIEW -> "No document is to be looked at within the next two weeks.";
            case CAPTIONS -> "Every published video has captions.";
            case HELD -> "The virus scanner holds no file back, and none waits for it.";
            case EXPIRED -> "No document has come to the end of the time it was to be seen.";
            case WITHDRAWN -> "No document was taken back.";
            case DISPOSAL -> "No document has come to the end of its retention.";
        };
    }

    /** @param done what to say and show anew after a step */
    Row of(DeskList list, DocumentCard card, LibraryWords.Names names, Consumer<String> done) {
        boolean removed =
                list == DeskList.DISPOSAL && card.state() == org.safercommunities.portal.library.DocumentState.REMOVED;
        Row row = removed ? Row.titled(card.title()) : Row.linked(card.title(), DocumentAddress.page(card.id()));
        MarkingWords.handling(card.marking().label(), card.handling()).ifPresent(row::detail);
        return row.icon(words.icon(card.mediaType()))
                .facts(
                        names.kind(card.kind()),
                        words.format(card.mediaType(), card.pages()),
                        names.agency(card.agency()),
                        when(list, card) + (removed ? ", removed" : ""))
                .chips(MarkingChip.of(card.marking().label()))
                .wideAction(step(list, card, done));
    }

    private static String when(DeskList list, DocumentCard card) {
        return switch (list) {
            case DRAFTS -> "Added " + Dates.brief(card.when());
            case SCHEDULED -> "Visible from " + moment(card.visibleFrom());
            case REVIEW -> "Review due " + day(card.reviewOn());
            case EXPIRED -> "Expired " + moment(card.visibleUntil());
            case WITHDRAWN, CAPTIONS -> "Published " + Dates.brief(card.when());
            case DISPOSAL -> "Kept until " + day(card.disposeOn());
            case HELD -> HeldWords.brief(card.scan());
        };
    }

    private Component[] step(DeskList list, DocumentCard card, Consumer<String> done) {
        String title = card.title();
        return switch (list) {
            case DRAFTS ->
                card.scan().state().isRefused()
                        ? one(LinkButton.secondary(DocumentAddress.page(card.id()), "Look at it"))
                        : one(button(
                                "Publish",
                                title,
                                () -> publishing.publish(
                                        card.id(), title, () -> done.accept("“%s” is published.".formatted(title)))));
            case REVIEW ->
                one(button(
                        "It still holds …",
                        title,
                        () -> new ReviewedDialog(title, next -> {
                                    life.reviewed(card.id(), next, currentReader.get());
                                    done.accept("Noted. Nobody is asked again until then.");
                                })
                                .open()));
            case WITHDRAWN ->
                one(button("Put it back", title, () -> {
                    life.reinstate(card.id(), currentReader.get());
                    done.accept("“%s” is back.".formatted(title));
                }));
            case DISPOSAL ->
                new Component[] {
                    button(
                            "Keep longer …",
                            title,
                            () -> new KeepLongerDialog(title, (day, basis) -> {
                                        disposals.keepUntil(card.id(), day, basis, currentReader.get());
                                        done.accept("“%s” is kept.".formatted(title));
                                    })
                                    .open()),
                    deleteButton(card, done)
                };
            case CAPTIONS ->
                one(LinkButton.secondary("library/%s/edit?part=captions".formatted(card.id()), "Add captions"));
            case HELD -> one(LinkButton.secondary(DocumentAddress.page(card.id()), "Look at it"));
            case SCHEDULED, EXPIRED -> new Component[0];
        };
    }

    private Component deleteButton(DocumentCard card, Consumer<String> done) {
        DangerButton delete = new DangerButton(
                "Delete for good",
                () -> ConfirmQuestion.askDanger(
                        "Delete “%s” for good?".formatted(card.title()),
                        "Its files and what was read of them are deleted and cannot be brought back. A record stays: its title, until"
                                + " when it was kept and why, and that you approved.",
                        "Delete for good",
                        () -> {
                            try {
                                disposals.approve(card.id(), currentReader.get());
                            } catch (InvalidDocument refused) {
                                Notices.on(UI.getCurrent()).bad(refused.getMessage() + ".");
                                return;
                            }
                            done.accept("“%s” is deleted for good.".formatted(card.title()));
                        }));
        delete.setAriaLabel("Delete “%s” for good".formatted(card.title()));
        return delete;
    }

    private static Component[] one(Component component) {
        return new Component[] {component};
    }

    private static SecondaryButton button(String label, String title, Runnable action) {
        SecondaryButton button = new SecondaryButton(label, action);
        button.setAriaLabel("%s: “%s”".formatted(label, title));
        return button;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : Dates.moment(moment);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.brief(day);
    }
}
