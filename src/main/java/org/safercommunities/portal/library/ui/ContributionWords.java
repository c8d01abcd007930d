package org.safercommunities.portal.library.ui;

import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionReading;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** Offered documents in words, as every page says it. */
final class ContributionWords {

    static final String TEAM = "Kent Community Safety Team";

    private ContributionWords() {}

    static StateChip state(ContributionDetails offer) {
        return switch (offer.state()) {
            case DRAFT -> StateChip.warn(Icon.FILE_PEN, "Draft");
            case WAITING -> StateChip.info(Icon.INBOX, "Waiting for the team");
            case PUBLISHED -> StateChip.good(Icon.LIBRARY, "Published");
            case DECLINED -> StateChip.bad(Icon.CIRCLE_X, "Declined");
        };
    }

    /** “Sent 3 December 2026”. */
    static String when(ContributionDetails offer) {
        String day = Dates.brief(offer.movedAt());
        return switch (offer.state()) {
            case DRAFT -> "Changed " + day;
            case WAITING -> "Sent " + day;
            case PUBLISHED -> "Published " + day;
            case DECLINED -> "Declined " + day;
        };
    }

    static String step(ContributionReading.Step step) {
        return switch (step.what()) {
            case "sent" -> "Sent to the team";
            case "taken-back" -> "Taken back";
            case "declined" -> "Declined";
            case "published" -> "Published";
            default -> step.what();
        };
    }

    /** Whether the team did it, whose people are not named to others. */
    static boolean byTeam(ContributionReading.Step step) {
        return !step.what().equals("sent") && !step.what().equals("taken-back");
    }
}
