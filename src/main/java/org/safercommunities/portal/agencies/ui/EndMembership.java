package org.safercommunities.portal.agencies.ui;

import org.safercommunities.portal.shared.ui.ConfirmQuestion;

/** The question before a membership ends. */
final class EndMembership {

    private EndMembership() {}

    static void ask(String name, Runnable end) {
        ConfirmQuestion.askDanger(
                "End the membership of " + name + "?",
                "They are signed out within a minute and cannot sign in again. What they did stays, and an administrator "
                        + "can begin the membership anew.",
                "End membership",
                end);
    }
}
