package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.OwnSignIn;
import org.safercommunities.portal.agencies.OwnSignIn.Change;
import org.safercommunities.portal.agencies.OwnSignIn.Factor;
import org.safercommunities.portal.agencies.OwnSignIn.Happened;
import org.safercommunities.portal.agencies.OwnSignIn.Ways;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StateChip;

/** How somebody signs in, on their own page, and where they change it. */
@org.springframework.stereotype.Component
class SignInSection implements AccountSection {

    private final OwnSignIn own;

    SignInSection(OwnSignIn own) {
        this.own = own;
    }

    @Override
    public Component create() {
        Sheet sheet = Sheet.titled("How you sign in");
        sheet.setId("sign-in");
        sheet.addClassName("sc-stack");
        own.happened().flatMap(SignInSection::said).ifPresent(sheet::add);
        try {
            Ways ways = own.ways();
            sheet.add(new Rows(first(ways), second(ways)));
        } catch (AccountsUnavailable away) {
            sheet.add(Callout.warn(
                    "The sign-in service cannot be reached.",
                    "Your password and second factor are as they were. Look again in a few minutes."));
        }
        return sheet;
    }

    private static Row first(Ways ways) {
        if (ways.passwordSince() == null) {
            return Row.titled("Your agency’s own sign-in")
                    .icon(Icon.LOG_IN)
                    .facts("Your password is your agency’s: you change it there, and its help desk looks after it.");
        }
        return Row.titled("A password of this portal")
                .icon(Icon.KEY_ROUND)
                .facts("Chosen on " + Dates.brief(ways.passwordSince()))
                .lowAction(begin(Change.PASSWORD, "Change password"));
    }

    private static Row second(Ways ways) {
        if (ways.factors().isEmpty()) {
            return Row.titled("No second factor")
                    .icon(Icon.SMARTPHONE)
                    .facts(
                            "An app on your phone shows codes that confirm that it is you. You need one before you are given what is"
                                    + " OFFICIAL-SENSITIVE.")
                    .lowAction(begin(Change.SECOND_FACTOR, "Set up an authenticator app"));
        }
        Factor newest = ways.factors().getFirst();
        return Row.titled(newest.name().isBlank() ? "An authenticator app" : newest.name())
                .icon(Icon.SMARTPHONE)
                .facts("Your second factor, set up on " + Dates.brief(newest.since()))
                .chips(
                        ways.factors().size() == 1
                                ? StateChip.good("On")
                                : StateChip.warn(
                                        Icon.TRIANGLE_ALERT, ways.factors().size() + " apps, all of which work"))
                .lowAction(begin(Change.SECOND_FACTOR, "Replace it"), begin(Change.NO_SECOND_FACTOR, "Remove it"));
    }

    /** A link, for what it leads to is no page of the portal. */
    private static LinkButton begin(Change change, String label) {
        return LinkButton.secondary("account/change?what=" + change.word(), label)
                .outside();
    }

    private static Optional<Callout> said(Happened happened) {
        Callout callout = switch (happened.outcome()) {
            case DONE -> done(happened.change());
            case LEFT -> Callout.info("Nothing has changed.", "You left before it was done.");
            case FAILED ->
                Callout.warn(
                        "Nothing has changed.",
                        "The sign-in service did not do it. Try again, and write to us if it happens once more.");
        };
        if (callout != null) {
            callout.getElement().setAttribute("role", "status");
        }
        return Optional.ofNullable(callout);
    }

    private static @Nullable Callout done(Change change) {
        return switch (change) {
            case PASSWORD -> Callout.good("Your password is changed.", "We send you a mail that says so.");
            case SECOND_FACTOR ->
                Callout.good(
                        "Your authenticator app is set up.",
                        "We send you a mail that says so. If you had one before, it no longer works.");
            case NO_SECOND_FACTOR ->
                Callout.good("Your authenticator app is removed.", "We send you a mail that says so.");
            case NOTHING -> null;
        };
    }

    @Override
    public int order() {
        return 10;
    }
}
