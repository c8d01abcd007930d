package org.safercommunities.portal.bulletins.ui;

import org.safercommunities.portal.bulletins.offers.CallForItems;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** Items for bulletins in words, as every page says it. */
final class OfferWords {

    static final String NEXT_ONE = "The next one";

    private OfferWords() {}

    static StateChip state(OfferDetails offer) {
        return switch (offer.state()) {
            case DRAFT -> StateChip.warn(Icon.PENCIL, "Draft");
            case OFFERED ->
                offer.changedByTeam()
                        ? StateChip.info(Icon.FILE_PEN, "Edited by the team")
                        : StateChip.info(Icon.INBOX, "Offered");
            case TAKEN_IN ->
                offer.changedByTeam()
                        ? StateChip.good(Icon.FILE_PEN, "Taken in and edited")
                        : StateChip.good("Taken in");
            case PUBLISHED -> StateChip.good(Icon.NEWSPAPER, "Published");
            case DECLINED -> StateChip.bad(Icon.CIRCLE_X, "Declined");
        };
    }

    /** Where it is, or where it is meant to go. */
    static String bulletin(OfferDetails offer) {
        OfferDetails.Place place = offer.bulletin();
        if (place != null) {
            return "In “%s”".formatted(place.title());
        }
        return wish(offer.wished());
    }

    static String wish(OfferDetails.@org.jspecify.annotations.Nullable Wish wish) {
        return wish == null ? "For the next bulletin" : "For “%s”".formatted(wish.title());
    }

    /** “Winter newsletter, until Friday 4 December 2026, 5pm”. */
    static String call(CallForItems call) {
        return "%s, until %s".formatted(call.title(), Dates.moment(call.until()));
    }

    static String step(OfferReading.Step step) {
        return switch (step.what()) {
            case "offered" -> "Offered";
            case "withdrawn" -> "Withdrawn";
            case "edited" -> "Edited by the team";
            case "taken-in" -> "Taken in";
            case "taken-out" -> "Taken out again";
            case "declined" -> "Declined";
            case "published" -> "Published";
            default -> step.what();
        };
    }

    /** Whether the team did it, whose people are not named to others. */
    static boolean byTeam(OfferReading.Step step) {
        return switch (step.what()) {
            case "offered", "withdrawn" -> false;
            default -> true;
        };
    }
}
