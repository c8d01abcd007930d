package org.safercommunities.portal.notifications;

import java.time.Instant;
import java.util.UUID;
import org.safercommunities.portal.agencies.FactorTakenOff;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.SignInChanged;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people at once when their password or second factor has changed, written in the transaction that notes it. Nobody can leave
 * these mails: they are how somebody learns that it was not them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignInLetters {

    private static final String REASON = "You get this because you have an account in the Safer Communities Portal.";

    private final PersonalLetters letters;
    private final PersonList people;
    private final Contact contact;

    SignInLetters(PersonalLetters letters, PersonList people, Contact contact) {
        this.letters = letters;
        this.people = people;
        this.contact = contact;
    }

    @EventListener
    void on(SignInChanged message) {
        switch (message.what()) {
            case PASSWORD_CHANGED ->
                tell(
                        message.person(),
                        "Your portal password has been changed",
                        "a new password was chosen for your account " + when(message.at()) + ".",
                        "Was it you? Then there is nothing to do. If it was not, choose a new password at once by “I have forgotten my password” on the sign-in page, and write to %s."
                                .formatted(contact.email()),
                        "password-changed");
            case FACTOR_SET_UP ->
                tell(
                        message.person(),
                        "An authenticator app was set up for your account",
                        "an authenticator app was set up " + when(message.at())
                                + ". Its codes confirm from now on that it is you.",
                        notYou(),
                        "factor-set-up");
            case FACTOR_REMOVED ->
                tell(
                        message.person(),
                        "An authenticator app was removed from your account",
                        "an authenticator app was removed " + when(message.at()) + ". Its codes no longer work.",
                        notYou(),
                        "factor-removed");
        }
    }

    @EventListener
    void on(FactorTakenOff message) {
        tell(
                message.person(),
                "Your second factor was taken off",
                "you have told us that you lost your authenticator app, so it was taken off your account and you were signed out"
                        + " everywhere. Codes of the old app no longer work. Sign in as usual: when a code is next needed, you are shown how to set up a new app.",
                "Have you not told us so? Then somebody may be pretending to be you: write to %s at once."
                        .formatted(contact.email()),
                "factor-taken-off");
    }

    private String notYou() {
        return "Was it you? Then there is nothing to do. If it was not, write to %s at once."
                .formatted(contact.email());
    }

    private static String when(Instant at) {
        return "on " + Dates.moment(at);
    }

    private void tell(UUID person, String title, String what, String next, String kind) {
        people.find(person)
                .filter(PersonSummary::active)
                .ifPresent(one -> letters.send(
                        Letter.titled(title, REASON)
                                .dear(one.name())
                                .say(what)
                                .say(next)
                                .button("See your account", "account"),
                        one,
                        kind,
                        "person:" + one.id()));
    }
}
