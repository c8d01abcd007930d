package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyChanged;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.PersonList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other administrators that the end of an agency waits for one of them, in the transaction in which it is asked for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndingLetters {

    private final Outbox outbox;
    private final MailTemplate template;
    private final PersonList people;
    private final Agencies agencies;

    EndingLetters(Outbox outbox, MailTemplate template, PersonList people, Agencies agencies) {
        this.outbox = outbox;
        this.template = template;
        this.people = people;
        this.agencies = agencies;
    }

    @EventListener
    void on(AgencyChanged message) {
        if (!message.what().equals("ending-asked")) {
            return;
        }
        String into = message.details().get("into");
        String agency = name(message.slug());
        people.administrators().stream()
                .filter(person -> !person.id().equals(message.actor()))
                .filter(person -> Mail.isAddress(person.email()))
                .forEach(person -> outbox.send(template.fill(
                        Letter.titled(
                                        "%s waits for a second person".formatted(agency),
                                        "You get this because you are an administrator of the Safer Communities Portal.")
                                .say("Dear " + person.name() + ",")
                                .say(
                                        into == null
                                                ? "another administrator has asked to end %s. Its people could no longer sign in."
                                                        .formatted(agency)
                                                : "another administrator has asked to make %s part of %s."
                                                        .formatted(agency, name(into)))
                                .say("That takes two: nothing changes until you or somebody else agrees.")
                                .fact("They wrote", message.details().getOrDefault("reason", ""))
                                .button("Look at it", "admin/agencies/" + message.slug()),
                        person.email(),
                        person.name(),
                        "agency-ending-asked",
                        "agency:" + message.slug())));
    }

    private String name(String agency) {
        return agencies.find(agency).map(AgencySummary::name).orElse(agency);
    }
}
