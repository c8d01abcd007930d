package org.safercommunities.portal.bulletins.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** Bulletins in words, as every page says it. */
final class BulletinWords {

    private BulletinWords() {}

    /** “E-bulletin”. */
    static String kind(BulletinKind kind) {
        return Character.toUpperCase(kind.word().charAt(0)) + kind.word().substring(1);
    }

    static StateChip state(BulletinState state, boolean template) {
        return switch (state) {
            case DRAFT -> StateChip.warn(Icon.PENCIL, template ? "Template" : "Draft");
            case REVIEW -> StateChip.warn(Icon.EYE, "In review");
            case APPROVED -> StateChip.good("Approved");
            case SCHEDULED -> StateChip.info(Icon.CALENDAR_CLOCK, "Goes out by itself");
            case SENDING -> StateChip.info(Icon.SEND, "Going out");
            case PAUSED -> StateChip.warn(Icon.PAUSE, "Paused");
            case STOPPED -> StateChip.bad(Icon.SQUARE, "Stopped");
            case SENT -> StateChip.good("Sent");
        };
    }

    /** “2,314 people in 31 agencies”. */
    static String readers(int people, int agencies) {
        String who = people == 1 ? "1 person" : "%,d people".formatted(people);
        return agencies == 0 ? who : "%s in %s".formatted(who, agencies == 1 ? "1 agency" : agencies + " agencies");
    }

    static String moment(@Nullable Instant moment) {
        return moment == null ? "" : Dates.moment(moment);
    }
}
