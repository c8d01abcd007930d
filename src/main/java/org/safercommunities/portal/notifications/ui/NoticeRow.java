package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** A notice in the list: the thing, why one was told of it, and whether it was read. */
final class NoticeRow {

    private NoticeRow() {}

    /** @param mark says whether it is read from now on */
    static Row of(NoticeLine notice, Consumer<Boolean> mark) {
        String title = notice.subject().title();
        Div state = new Div();
        Div button = new Div();
        show(notice.read(), title, notice.subject().marking(), state, button, mark);
        return Row.linked(title, notice.path())
                .icon(icon(notice.occasion()))
                .facts(
                        notice.occasion().words(),
                        Dates.time(notice.at().atZone(Dates.KENT).toLocalTime()))
                .detail(state)
                .action(button);
    }

    private static void show(
            boolean read, String title, @Nullable String marking, Div state, Div button, Consumer<Boolean> mark) {
        state.removeAll();
        button.removeAll();
        Chips chips = new Chips();
        if (!read) {
            chips.add(StateChip.info(Icon.BELL, "New"));
        }
        if (marking != null) {
            chips.add(MarkingChip.of(marking));
        }
        state.add(chips);
        QuietButton other = QuietButton.icon(
                read ? Icon.MAIL : Icon.MAIL_OPEN, (read ? "Mark as unread: " : "Mark as read: ") + title, () -> {
                    mark.accept(!read);
                    show(!read, title, marking, state, button, mark);
                    button.getChildren()
                            .findFirst()
                            .ifPresent(now -> now.getElement().callJsFunction("focus"));
                });
        button.add(other);
    }

    private static Icon icon(NoticeOccasion occasion) {
        return switch (occasion) {
            case NEW_DOCUMENT -> Icon.FILE_PLUS;
            case SEARCH_FOUND -> Icon.SEARCH;
            case NEW_VERSION, PACK_CHANGED -> Icon.REFRESH_CW;
            case NEW_IN_PACK -> Icon.LAYERS;
            case COMMENTED -> Icon.MESSAGE_SQUARE;
            case REVIEW_DUE, RETENTION_DUE, CAPTIONS_DUE -> Icon.CLOCK;
            case OFFERED -> Icon.INBOX;
            case ANSWERED -> Icon.CIRCLE_CHECK;
            case OPENED_IN_EMERGENCY, QUARANTINED -> Icon.SHIELD_ALERT;
        };
    }
}
