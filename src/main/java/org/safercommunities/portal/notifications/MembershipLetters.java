package org.safercommunities.portal.notifications;

import java.util.Objects;
import org.safercommunities.portal.agencies.AccountQuestioned;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.MembershipReviewChanged;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails about who still belongs to an agency, written in the transaction of what they are about. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MembershipLetters {

    private final PersonalLetters letters;
    private final PersonList people;
    private final Agencies agencies;

    MembershipLetters(PersonalLetters letters, PersonList people, Agencies agencies) {
        this.letters = letters;
        this.people = people;
        this.agencies = agencies;
    }

    @EventListener
    void on(AccountQuestioned message) {
        people.find(message.person())
                .ifPresent(person -> letters.send(
                        Letter.titled(
                                        "Do you still use the Safer Communities Portal?",
                                        "You get this because you have an account in the Safer Communities Portal.")
                                .dear(person.name())
                                .say(
                                        "you have not signed in for a long time. If you would like to keep your account, sign in once until %s."
                                                .formatted(Dates.full(message.endsOn())))
                                .say(
                                        "Otherwise it ends then, and with it the bulletins you get as a member of your agency. Nothing else"
                                                + " is asked of you, and your coordinator can let you in again later.")
                                .button("Sign in and keep it", ""),
                        person,
                        "account-questioned",
                        "person:" + person.id()));
    }

    @EventListener
    void on(MembershipReviewChanged message) {
        if (message.due() == null) {
            return;
        }
        String due = Dates.full(Objects.requireNonNull(message.due()));
        String agency = agencies.nameOf(message.agency());
        boolean began = message.what().equals("began");
        people.coordinators(message.agency())
                .forEach(person -> letters.send(
                        Letter.titled(
                                        began
                                                ? "Who still works with you?"
                                                : "Please say who still works with you by " + due,
                                        "You get this because you coordinate %s in the Safer Communities Portal."
                                                .formatted(agency))
                                .dear(person.name())
                                .say(
                                        began
                                                ? "each quarter we ask every agency to look through its people, so that nobody who has left can still read what is not for them. Please do so by %s."
                                                        .formatted(due)
                                                : "the list of your people has not been looked through to the end yet. Please do so by %s."
                                                        .formatted(due))
                                .say(
                                        "It takes a few minutes: confirm those who still work with you, and end the membership of those who have left.")
                                .button("Look through the list", "agency/review"),
                        person,
                        "membership-review-" + message.what(),
                        "agency:" + message.agency()));
    }
}
