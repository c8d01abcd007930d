package org.safercommunities.portal.bulletins;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.SubscriberIntake.Outcome;
import org.safercommunities.portal.bulletins.SubscriberIntake.Taken;
import org.safercommunities.portal.bulletins.SubscriberIntake.Wanted;
import org.safercommunities.portal.bulletins.SubscriberRows.EndedBy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with single subscribers. */
@Service
public class Subscribers {

    private static final int LONGEST_BASIS = 300;

    private final SubscriberRows rows;
    private final SubscriberIntake intake;
    private final ChosenTopics topics;
    private final Agencies agencies;
    private final ApplicationEventPublisher messages;

    Subscribers(
            SubscriberRows rows,
            SubscriberIntake intake,
            ChosenTopics topics,
            Agencies agencies,
            ApplicationEventPublisher messages) {
        this.rows = rows;
        this.intake = intake;
        this.topics = topics;
        this.agencies = agencies;
        this.messages = messages;
    }

    /**
     * Puts somebody on who has agreed to it.
     *
     * @param agency slug; null when none is known
     * @param basis how staff know that they agreed
     * @throws InvalidBulletin says what to do and at which field
     */
    @Transactional
    public void add(
            SubscriberEntry entry, @Nullable String agency, SubscriptionChoice choice, String basis, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        if (choice.kinds().isEmpty()) {
            throw new InvalidBulletin("kinds", "Choose at least one");
        }
        if (agency != null
                && agencies.find(agency).filter(AgencySummary::active).isEmpty()) {
            throw new InvalidBulletin("agency", "Choose an agency that is active");
        }
        Wanted wanted = new Wanted(entry, agency, topics.checked(choice), attested(basis));
        Taken taken = intake.take(wanted, by);
        if (taken.outcome() == Outcome.REFUSED) {
            throw new InvalidBulletin("email", taken.words());
        }
        if (taken.outcome() == Outcome.UNCHANGED) {
            throw new InvalidBulletin("email", "They are among the subscribers already");
        }
    }

    /** They get nothing more; the row stays, so that it can be told that they did. */
    @Transactional
    public void end(UUID subscriber, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        rows.find(subscriber).filter(kept -> kept.endedBy() == null).ifPresent(kept -> {
            rows.end(subscriber, EndedBy.STAFF);
            messages.publishEvent(new SubscriberChanged(subscriber, "ended", Map.of(), by.actor()));
        });
    }

    /** Deletes what is held on whoever gets nothing any more and asks for it. A list may put them on again afterwards. */
    @Transactional
    public void erase(UUID subscriber, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        rows.find(subscriber).filter(kept -> kept.endedBy() != null).ifPresent(kept -> {
            rows.delete(subscriber);
            messages.publishEvent(new SubscriberChanged(subscriber, "erased", Map.of(), by.actor()));
        });
    }

    static String attested(String basis) {
        String words = basis.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
        if (words.isEmpty() || words.length() > LONGEST_BASIS) {
            throw new InvalidBulletin(
                    "basis", "Say in a few words how they agreed, for example: signed up at the conference in May");
        }
        return words;
    }
}
