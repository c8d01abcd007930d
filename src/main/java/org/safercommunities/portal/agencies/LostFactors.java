package org.safercommunities.portal.agencies;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes off the second factor of somebody who has lost theirs: administrators of anybody, coordinators of people of their own agency who
 * may do nothing that they may not do themselves. Whoever does it has made sure that it is them, and has just shown who they are
 * themselves; else a stolen session of a coordinator would be worth those of all their colleagues.
 */
@Service
public class LostFactors {

    private static final int LONGEST_REASON = 300;

    private final PersonList list;
    private final PersonRecords people;
    private final KeycloakAccounts keycloak;
    private final ApplicationEventPublisher messages;

    LostFactors(PersonList list, PersonRecords people, KeycloakAccounts keycloak, ApplicationEventPublisher messages) {
        this.list = list;
        this.people = people;
        this.keycloak = keycloak;
        this.messages = messages;
    }

    /** How somebody made sure that whoever asks is who they say. */
    public enum Checked {
        IN_PERSON("I met them, and know them or saw their pass"),
        CALLED_BACK("I called them back on a number that we had before"),
        BY_MANAGER("Their manager, whom I know, vouched for them");

        private final String inWords;

        Checked(String inWords) {
            this.inWords = inWords;
        }

        /** As whoever did it would say it. */
        public String inWords() {
            return inWords;
        }

        /** As the API and the trail write it, for example {@code called-back}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether to offer it; that they have to have shown who they are comes besides. Who has never signed in has nothing to lose. */
    public static boolean mayFor(PersonSummary person, Reader by) {
        return person.active()
                && person.lastSignIn() != null
                && may(person, by)
                && !person.id().equals(by.personId());
    }

    /**
     * Takes it off, ends all their sessions and tells them by mail. They set up a new one when they are next asked for it. Does no
     * harm when they have none.
     *
     * @param reason at most 300 characters; it goes into the trail
     * @throws InvalidEntry at {@code person}, {@code checked} or {@code reason}
     * @throws ProofMissing when whoever does it has not shown lately that it is them
     */
    @Transactional
    public void takeOff(UUID person, @Nullable Checked checked, String reason, Reader by) {
        PersonSummary one = allowed(person, by);
        if (isOneself(person, by)) {
            throw new InvalidEntry("person", "Ask somebody else to take off a second factor of your own");
        }
        if (!by.isProven()) {
            throw new ProofMissing(
                    person,
                    "Confirm that it is you before you take off somebody’s second factor: sign in again with a one-time code, then try once more.");
        }
        if (!one.active()) {
            throw new InvalidEntry("person", "Their membership has ended: they cannot sign in");
        }
        if (checked == null) {
            throw new InvalidEntry("checked", "Say how you made sure that it is them");
        }
        String why = Typed.text(reason);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new InvalidEntry("reason", "Enter a reason, at most %d characters".formatted(LONGEST_REASON));
        }
        Person account = people.findById(person).orElseThrow(LostFactors::refused);
        String subject = account.subject();
        if (subject == null) {
            throw new InvalidEntry("person", "They have never signed in, so they have no second factor");
        }
        account.accessChanged();
        keycloak.takeOffFactors(subject);
        messages.publishEvent(new FactorTakenOff(person, checked, why, by.actor()));
    }

    /** The same question before it is looked at what was said. */
    @Transactional(readOnly = true)
    public void unlessAllowed(UUID person, Reader by) {
        allowed(person, by);
    }

    private PersonSummary allowed(UUID person, Reader by) {
        return list.find(person).filter(found -> may(found, by)).orElseThrow(LostFactors::refused);
    }

    private static boolean may(PersonSummary person, Reader by) {
        return NotAllowed.looksAfter(person.agency(), by)
                && (by.is(Role.ADMINISTRATOR) || by.roles().containsAll(person.roles()));
    }

    /** Also by another account of theirs. */
    private boolean isOneself(UUID person, Reader by) {
        return person.equals(by.personId()) || list.sameAddress(person, by.personId());
    }

    /** Alike for unknown people, those of other agencies and those who may more, so that nobody learns who is where. */
    private static AccessDeniedException refused() {
        return new AccessDeniedException(
                "Only an administrator may do this, or their agency’s own coordinator when they have no roles that the coordinator has not");
    }
}
