package org.safercommunities.portal.bulletins;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.SubscriberRows.EndedBy;
import org.safercommunities.portal.bulletins.SubscriberRows.Kept;
import org.safercommunities.portal.bulletins.SubscriberRows.Whose;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts somebody on whom the team says has agreed. What people chose themselves stays as it is, and nobody who has unsubscribed is
 * brought back: only they can do that.
 */
@Component
class SubscriberIntake {

    private final SubscriberRows rows;
    private final SubscriberDomains domains;
    private final PersonList people;
    private final Agencies agencies;
    private final ApplicationEventPublisher messages;

    SubscriberIntake(
            SubscriberRows rows,
            SubscriberDomains domains,
            PersonList people,
            Agencies agencies,
            ApplicationEventPublisher messages) {
        this.rows = rows;
        this.domains = domains;
        this.people = people;
        this.agencies = agencies;
        this.messages = messages;
    }

    enum Outcome {
        ACCEPTED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * Somebody to be put on.
     *
     * @param agency slug of an agency that is active; null for the one whose domain the address has
     * @param choice what they agreed to get; no topics: leave those that are there
     * @param basis how the team knows that they agreed
     */
    record Wanted(SubscriberEntry entry, @Nullable String agency, SubscriptionChoice choice, String basis) {}

    /** @param words what to know, or how to mend it; may be empty */
    record Taken(Outcome outcome, String words) {}

    /** In the caller’s transaction. */
    Taken take(Wanted wanted, Reader by) {
        String email = wanted.entry().email();
        Optional<PersonSummary> person = people.findByEmail(email);
        if (person.isPresent() && !person.get().active()) {
            return refused("They have left their agency; nobody gets bulletins after that. Take the line out");
        }
        Optional<Kept> account = person.flatMap(known -> rows.ofPerson(known.id()));
        Optional<Kept> kept = account.isPresent() ? account : rows.ofAddress(email);
        if (kept.filter(one -> one.endedBy() == EndedBy.SELF).isPresent()) {
            return refused(
                    "They have unsubscribed. Only they themselves can come back, in their account or on the page Subscribe");
        }
        if (person.isEmpty() && !domains.allows(email)) {
            return refused(
                    "%s is not a domain whose people may have bulletins. Allow it on the page Subscribers, then send the line again"
                            .formatted(wanted.entry().domain()));
        }
        return kept.isPresent() ? changed(kept.get(), wanted, by) : added(person.map(PersonSummary::id), wanted, by);
    }

    private Taken added(Optional<UUID> person, Wanted wanted, Reader by) {
        SubscriberEntry entry = wanted.entry();
        Whose whose =
                person.map(Whose::account).orElseGet(() -> Whose.outside(entry.email(), entry.name(), agency(wanted)));
        Kept made = rows.findOrMake(whose, wanted.basis(), false);
        rows.choose(made.id(), wanted.choice());
        tell(made.id(), "added", wanted, by);
        return new Taken(Outcome.ACCEPTED, person.isPresent() ? "They have an account, and can change it there" : "");
    }

    private Taken changed(Kept kept, Wanted wanted, Reader by) {
        boolean renamed = describe(kept, wanted);
        SubscriptionChoice choice = kept.ownChoice() ? kept.choice() : more(kept.choice(), wanted.choice());
        boolean returned = kept.endedBy() != null;
        boolean chosen = !choice.equals(kept.choice());
        if (chosen) {
            rows.choose(kept.id(), choice);
        }
        if (returned) {
            rows.begin(kept.id(), wanted.basis(), kept.ownChoice());
        }
        String words = kept.ownChoice() ? "What they get they have chosen themselves; that stays" : "";
        if (!renamed && !chosen && !returned) {
            return new Taken(Outcome.UNCHANGED, words);
        }
        tell(kept.id(), returned ? "added" : "changed", wanted, by);
        return new Taken(Outcome.CHANGED, words);
    }

    private boolean describe(Kept kept, Wanted wanted) {
        if (kept.person() != null) {
            return false;
        }
        String name =
                wanted.entry().name().isEmpty() ? kept.name() : wanted.entry().name();
        String agency = wanted.agency() == null ? kept.agency() : wanted.agency();
        boolean differs = !name.equals(kept.name()) || !java.util.Objects.equals(agency, kept.agency());
        if (differs) {
            rows.describe(kept.id(), name, agency);
        }
        return differs;
    }

    private static SubscriptionChoice more(SubscriptionChoice before, SubscriptionChoice wanted) {
        Set<BulletinKind> kinds = new HashSet<>(before.kinds());
        kinds.addAll(wanted.kinds());
        return new SubscriptionChoice(kinds, wanted.topics().isEmpty() ? before.topics() : wanted.topics());
    }

    private @Nullable String agency(Wanted wanted) {
        return wanted.agency() != null
                ? wanted.agency()
                : agencies.byDomain(wanted.entry().domain())
                        .map(AgencySummary::slug)
                        .orElse(null);
    }

    private void tell(UUID subscriber, String what, Wanted wanted, Reader by) {
        messages.publishEvent(new SubscriberChanged(subscriber, what, Map.of("basis", wanted.basis()), by.actor()));
    }

    private static Taken refused(String words) {
        return new Taken(Outcome.REFUSED, words);
    }
}
