package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.sharing.SharingLapses;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails about an agency's signature that lapses. */
@Component
class SharingLetters {

    private static final String REASON =
            "You get this because you are your agency’s coordinator or an administrator in the Safer Communities Portal.";

    private final PersonalLetters letters;
    private final PersonList people;

    SharingLetters(PersonalLetters letters, PersonList people) {
        this.letters = letters;
        this.people = people;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SharingLapses message) {
        Letter letter = letter(message);
        message.tell().stream()
                .flatMap(person -> people.find(person).stream())
                .filter(PersonSummary::active)
                .forEach(to -> letters.send(letter, to, "sharing-lapses", "agency:" + message.agency()));
    }

    private static Letter letter(SharingLapses message) {
        String last = Dates.full(message.at().minusSeconds(1));
        Letter begun = message.days() == 0
                ? Letter.titled("The signature of %s has lapsed".formatted(message.agencyName()), REASON)
                        .say("the signature of %s under the Information Sharing Agreement held until %s."
                                .formatted(message.agencyName(), last))
                        .say(
                                "From today its people cannot open what is marked OFFICIAL-SENSITIVE. Everything else stays as it was.")
                : Letter.titled("The signature of %s lapses soon".formatted(message.agencyName()), REASON)
                        .say("the signature of %s under the Information Sharing Agreement holds until the end of %s."
                                .formatted(message.agencyName(), last))
                        .say("After that its people cannot open what is marked OFFICIAL-SENSITIVE.");
        return begun.say(
                        "Have the version in force signed, and send it to the Kent Community Safety Team, who record it.")
                .fact("Agency", message.agencyName())
                .fact("Holds until", last);
    }
}
