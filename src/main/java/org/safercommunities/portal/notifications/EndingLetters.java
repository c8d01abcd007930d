package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.PersonList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other administrators that the end of an agency waits for one of them, in the transaction in which it is asked for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndingLetters {

    private final PersonalLetters letters;
    private final PersonList people;
    private final Agencies agencies;

    EndingLetters(PersonalLetters letters, PersonList people, Agencies agencies) {
        this.letters = letters;
        this.people = people;
        this.agencies = agencies;
    }

    @EventListener
    void on(AgencyChanged message) {
        if (!message.what().equals("ending-asked")) {
            return;
        }
        String into = message.details().get("into");
        String agency = agencies.nameOf(message.slug());
        people.administrators().stream()
                .filter(person -> !person.id().equals(message.actor()))
                .forEach(person -> letters.send(
                        Letter.titled(
                                        "%s waits for a second person".formatted(agency),
                                        "You get this because you are an administrator of the Safer Communities Portal.")
                                .dear(person.name())
                                .say(
                                        into == null
                                                ? "another administrator has asked to end %s. Its people could no longer sign in."
                                                        .formatted(agency)
                                                : "another administrator has asked to make %s part of %s."
                                                        .formatted(agency, agencies.nameOf(into)))
                                .say("That takes two: nothing changes until you or somebody else agrees.")
                                .fact("They wrote", message.details().getOrDefault("reason", ""))
                                .button("Look at it", "admin/agencies/" + message.slug()),
                        person,
                        "agency-ending-asked",
                        "agency:" + message.slug()));
    }
}
