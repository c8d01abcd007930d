package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a bulletin from draft to the moment it goes out: looked at by somebody other than its last editor when many get it, then
 * scheduled, and for at least two minutes to be called back. Whoever approves or sends names the edition they have seen.
 */
@Service
public class BulletinSteps {

    /** In which a sending that was ordered by mistake can be called back. */
    static final Duration SECOND_THOUGHTS = Duration.ofMinutes(2);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

    private final BulletinRecords bulletins;
    private final ReadyToSend readyToSend;
    private final PersonList people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    /** Nobody writes to more people than this without a second pair of eyes, whatever the settings say. */
    private static final int MOST_ALONE = 1_000;

    private final int approvalAbove;

    BulletinSteps(
            BulletinRecords bulletins,
            ReadyToSend readyToSend,
            PersonList people,
            ApplicationEventPublisher messages,
            Clock clock,
            @Value("${portal.bulletins.approval-above}") int approvalAbove) {
        this.bulletins = bulletins;
        this.readyToSend = readyToSend;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        if (approvalAbove < 0 || approvalAbove > MOST_ALONE) {
            throw new IllegalArgumentException(
                    "PORTAL_APPROVAL_ABOVE is a number of readers, from 0 to %d".formatted(MOST_ALONE));
        }
        this.approvalAbove = approvalAbove;
    }

    /** To more than so many people a bulletin goes only when somebody else has approved it. */
    public int approvalAbove() {
        return approvalAbove;
    }

    /** Asks for somebody else to look at it. */
    @Transactional
    public void submit(UUID id, int edition, Reader by) {
        Bulletin bulletin = held(id, by);
        sameEdition(bulletin, edition);
        unlessTemplate(bulletin);
        step(bulletin, BulletinState.REVIEW, "Only a draft is given to review");
        readyToSend.unlessFaults(bulletin, by);
        bulletin.submit(by.personId());
        done(bulletin, "submitted", Map.of(), by);
    }

    /** Gives it back to its writers, with words that say what is to be done. */
    @Transactional
    public void sendBack(UUID id, String words, Reader by) {
        String said = words.strip();
        InvalidBulletin.unless(said.length() <= 1000, "words", "Shorten the words to 1,000 characters");
        Bulletin bulletin = held(id, by);
        InvalidBulletin.unless(
                bulletin.state() == BulletinState.REVIEW, "bulletin", "Only what is in review is sent back");
        bulletin.become(BulletinState.DRAFT);
        done(bulletin, "sent-back", said.isEmpty() ? Map.of() : Map.of("words", said), by);
    }

    /** Finds this edition good. Never by its last editor, under whichever account: four eyes. */
    @Transactional
    public void approve(UUID id, int edition, Reader by) {
        Bulletin bulletin = held(id, by);
        sameEdition(bulletin, edition);
        step(bulletin, BulletinState.APPROVED, "Only what is in review is approved");
        InvalidBulletin.unless(
                !people.sameAddress(bulletin.lastEditor(), by.personId()),
                "bulletin",
                "You were the last to change it. Ask another editor to approve it");
        readyToSend.unlessFaults(bulletin, by);
        bulletin.approve(by.personId());
        done(bulletin, "approved", Map.of("edition", String.valueOf(edition)), by);
    }

    /**
     * Orders it to be sent, at a time or now; it goes two minutes later at the earliest.
     *
     * @return when it goes
     */
    @Transactional
    public Instant send(UUID id, int edition, @Nullable Instant at, Reader by) {
        Bulletin bulletin = held(id, by);
        sameEdition(bulletin, edition);
        unlessTemplate(bulletin);
        int readers = readyToSend.readers(bulletin);
        InvalidBulletin.unless(readers > 0, "audience", "Nobody would get it. Choose other readers");
        if (bulletin.state() != BulletinState.APPROVED) {
            InvalidBulletin.unless(
                    readers <= approvalAbove,
                    "bulletin",
                    "It goes to %,d people. Ask for a review: to more than %,d somebody other than its last editor approves it first"
                            .formatted(readers, approvalAbove));
        }
        step(bulletin, BulletinState.SCHEDULED, "It cannot be sent now");
        readyToSend.unlessFaults(bulletin, by);
        Instant earliest = clock.instant().plus(SECOND_THOUGHTS);
        InvalidBulletin.unless(
                at == null || !at.isBefore(clock.instant()), "at", "Enter a time to come, or leave it out to send now");
        InvalidBulletin.unless(
                at == null || at.isBefore(earliest.plus(LONGEST_AHEAD)), "at", "Enter a time within a year");
        Instant due = at == null || at.isBefore(earliest) ? earliest : at;
        bulletin.schedule(due);
        done(bulletin, "scheduled", Map.of("at", due.toString(), "readers", String.valueOf(readers)), by);
        return due;
    }

    /** Takes the order back, as long as the mails are not on their way. */
    @Transactional
    public void callBack(UUID id, Reader by) {
        Bulletin bulletin = held(id, by);
        InvalidBulletin.unless(
                bulletin.state() == BulletinState.SCHEDULED,
                "bulletin",
                bulletin.state().isOut() ? "It is on its way already. Pause or stop it" : "It is not scheduled");
        bulletin.callBack();
        done(bulletin, "called-back", Map.of(), by);
    }

    private static void step(Bulletin bulletin, BulletinState next, String otherwise) {
        InvalidBulletin.unless(bulletin.state().mayBecome(next), "bulletin", otherwise);
    }

    private static void sameEdition(Bulletin bulletin, int edition) {
        if (bulletin.edition() != edition) {
            throw new ChangedMeanwhile(bulletin.edition(), bulletin.lastEditor(), bulletin.changedAt());
        }
    }

    private static void unlessTemplate(Bulletin bulletin) {
        InvalidBulletin.unless(
                !bulletin.isTemplate(), "bulletin", "This is a template. Duplicate it and send the copy");
    }

    private Bulletin held(UUID id, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return bulletins.hold(id).orElseThrow(() -> new UnknownBulletin(id));
    }

    private void done(Bulletin bulletin, String what, Map<String, String> details, Reader by) {
        bulletins.saveAndFlush(bulletin);
        messages.publishEvent(new BulletinMessage(bulletin.id(), what, details, by.actor()));
    }
}
