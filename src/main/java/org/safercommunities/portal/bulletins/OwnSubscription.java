package org.safercommunities.portal.bulletins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.SubscriberRows.EndedBy;
import org.safercommunities.portal.bulletins.SubscriberRows.Kept;
import org.safercommunities.portal.bulletins.SubscriberRows.Whose;
import org.safercommunities.portal.library.Topics;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide for themselves about bulletins: with an account, on their page, and anybody by the link in each mail. Nobody
 * with an account gets any before they have chosen some, or the team has put them on with their consent.
 */
@Service
public class OwnSubscription {

    private final SubscriberRows rows;
    private final ChosenTopics chosenTopics;
    private final Topics topics;
    private final PersonList people;
    private final ApplicationEventPublisher messages;

    OwnSubscription(
            SubscriberRows rows,
            ChosenTopics chosenTopics,
            Topics topics,
            PersonList people,
            ApplicationEventPublisher messages) {
        this.rows = rows;
        this.chosenTopics = chosenTopics;
        this.topics = topics;
        this.people = people;
        this.messages = messages;
    }

    /** Topics that may be chosen now. */
    public List<Topics.Topic> topics() {
        return topics.current();
    }

    /** What this person gets; nothing when they have never chosen. */
    @Transactional(readOnly = true)
    public SubscriptionChoice of(Reader me) {
        return rows.ofPerson(me.personId())
                .filter(kept -> kept.endedBy() == null)
                .map(Kept::choice)
                .orElse(SubscriptionChoice.NOTHING);
    }

    /** @throws InvalidBulletin when a topic is none */
    @Transactional
    public void choose(SubscriptionChoice choice, Reader me) {
        chosenTopics.checked(choice);
        people.find(me.personId()).ifPresent(person -> rows.becomeAccount(person.id(), person.email()));
        Kept mine = rows.findOrMake(Whose.account(me.personId()), "Chosen on the account page", true);
        if (choice.kinds().isEmpty()) {
            rows.end(mine.id(), EndedBy.SELF);
            tell(mine.id(), "unsubscribed", me.actor());
            return;
        }
        chosen(mine, choice, "Chosen on the account page", me.actor());
    }

    /** Ends everything for whoever has this link. Nothing tells whether there is such a link. */
    @Transactional
    public void stop(String link) {
        opened(link).filter(kept -> kept.endedBy() != EndedBy.SELF).ifPresent(kept -> {
            rows.end(kept.id(), EndedBy.SELF);
            tell(kept.id(), "unsubscribed", kept.person());
        });
    }

    /** Takes back what {@link #stop} did; what the team ended stays ended. */
    @Transactional
    public void undo(String link) {
        opened(link).filter(kept -> kept.endedBy() == EndedBy.SELF).ifPresent(kept -> {
            SubscriptionChoice before =
                    kept.choice().kinds().isEmpty() ? SubscriptionChoice.everything() : kept.choice();
            rows.choose(kept.id(), before);
            rows.begin(kept.id(), "Undone after unsubscribing", true);
            tell(kept.id(), "returned", kept.person());
        });
    }

    /** Gets less, or more, than before. */
    @Transactional
    public void choose(String link, SubscriptionChoice choice) {
        opened(link)
                .filter(kept -> kept.endedBy() != EndedBy.STAFF)
                .ifPresent(kept ->
                        chosen(kept, chosenTopics.known(choice), "Chosen by the link in a bulletin", kept.person()));
    }

    private void chosen(Kept kept, SubscriptionChoice choice, String basis, @Nullable UUID by) {
        rows.choose(kept.id(), choice);
        rows.begin(kept.id(), basis, true);
        tell(kept.id(), "chose", by);
    }

    private Optional<Kept> opened(String text) {
        return SecretLink.read(text).flatMap(link -> {
            Optional<Kept> kept = rows.find(link.id());
            // Compared with something in any case, so that an unknown id takes as long
            boolean opens = link.opens(kept.map(Kept::secret).orElse(new byte[SecretLink.SECRET]));
            return kept.filter(any -> opens);
        });
    }

    private void tell(UUID subscriber, String what, @Nullable UUID by) {
        messages.publishEvent(new SubscriberChanged(subscriber, what, Map.of(), by));
    }
}
