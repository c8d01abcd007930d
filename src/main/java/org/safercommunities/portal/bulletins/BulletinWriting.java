package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins bulletins and changes what they say. Editors do; whoever saves says which edition they began with. */
@Service
public class BulletinWriting {

    private final BulletinRecords bulletins;
    private final BulletinEditions editions;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    BulletinWriting(
            BulletinRecords bulletins, BulletinEditions editions, ApplicationEventPublisher messages, Clock clock) {
        this.bulletins = bulletins;
        this.editions = editions;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return the id of the new draft */
    @Transactional
    public UUID begin(BulletinPlan plan, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return begin(new Bulletin(UUID.randomUUID(), plan, by.personId(), clock.instant()), Map.of(), by);
    }

    /** A draft that says the same as an earlier bulletin or a template. */
    @Transactional
    public UUID duplicate(UUID from, String title, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        BulletinPlan plan = known(from).plan();
        Bulletin copy =
                new Bulletin(UUID.randomUUID(), plan.titled(title, plan.subject()), by.personId(), clock.instant());
        return begin(copy, Map.of("from", from.toString()), by);
    }

    /**
     * A draft that puts a sent bulletin right; it goes to exactly those who were sent the wrong one, whoever they are by then but
     * for those who have left.
     */
    @Transactional
    public UUID correct(UUID wrongOne, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        Bulletin wrong = known(wrongOne);
        InvalidBulletin.unless(
                wrong.state().isOut(), "bulletin", "Only what has been sent is corrected. Change it instead");
        BulletinPlan plan = wrong.plan();
        Bulletin correction = new Bulletin(
                UUID.randomUUID(),
                plan.titled(shortened("Correction: " + plan.title()), shortened("Correction: " + plan.subject())),
                by.personId(),
                clock.instant());
        correction.correcting(wrongOne);
        return begin(correction, Map.of("from", wrongOne.toString()), by);
    }

    private static String shortened(String words) {
        return words.length() <= BulletinPlan.LONGEST_TITLE
                ? words
                : words.substring(0, BulletinPlan.LONGEST_TITLE - 1) + "…";
    }

    private UUID begin(Bulletin bulletin, Map<String, String> details, Reader by) {
        bulletins.saveAndFlush(bulletin);
        editions.keep(bulletin);
        saved(bulletin, by);
        tell(bulletin, "begun", details, by);
        return bulletin.id();
    }

    /**
     * Saves what the bulletin says now. One that was in review or approved is a draft again.
     *
     * @param edition the one that the editor changed
     * @return the edition that it is now; the same when nothing has changed
     * @throws ChangedMeanwhile when somebody else has saved since
     */
    @Transactional
    public int save(UUID id, int edition, BulletinPlan plan, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        Bulletin bulletin = held(id);
        if (bulletin.edition() != edition) {
            throw new ChangedMeanwhile(bulletin.edition(), bulletin.lastEditor(), bulletin.changedAt());
        }
        if (plan.equals(bulletin.plan())) {
            return edition;
        }
        InvalidBulletin.unless(
                bulletin.state().isWritten(),
                "bulletin",
                bulletin.state() == BulletinState.SCHEDULED
                        ? "Call the bulletin back first, then change it"
                        : "What has been sent is not changed. Send a correction instead");
        boolean lookedAt = bulletin.state() != BulletinState.DRAFT;
        boolean anotherEditor = !bulletin.lastEditor().equals(by.personId());
        bulletin.writeAgain(plan, by.personId(), clock.instant());
        bulletins.saveAndFlush(bulletin);
        editions.keep(bulletin);
        saved(bulletin, by);
        if (lookedAt) {
            tell(bulletin, "taken-back", Map.of(), by);
        } else if (anotherEditor || edition == 1) {
            // Not each time that a sentence was saved
            tell(bulletin, "changed", Map.of(), by);
        }
        return bulletin.edition();
    }

    /** What it said before, newest first. */
    @Transactional(readOnly = true)
    public List<BulletinEdition> history(UUID id, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return editions.all(known(id).id());
    }

    /** Says again what an earlier edition said; what it says now stays in the history. */
    @Transactional
    public int restore(UUID id, int edition, int earlier, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        BulletinEdition old = editions.find(id, earlier).orElseThrow(() -> new UnknownBulletin(id));
        BulletinPlan plan = known(id).plan();
        return save(id, edition, plan.titled(old.title(), old.subject()).saying(old.blocks()), by);
    }

    /** A draft to duplicate from, which is never sent itself. */
    @Transactional
    public void useAsTemplate(UUID id, boolean asTemplate, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        Bulletin bulletin = held(id);
        InvalidBulletin.unless(
                bulletin.state() == BulletinState.DRAFT,
                "bulletin",
                "Only a draft can be a template. Duplicate the bulletin first");
        bulletin.useAsTemplate(asTemplate);
        bulletins.saveAndFlush(bulletin);
        tell(bulletin, asTemplate ? "made-template" : "made-draft", Map.of(), by);
    }

    /** Throws a draft away, with its history. */
    @Transactional
    public void discard(UUID id, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        Bulletin bulletin = held(id);
        InvalidBulletin.unless(
                bulletin.state() == BulletinState.DRAFT, "bulletin", "Only a draft is thrown away. Take it back first");
        editions.forget(id);
        bulletins.delete(bulletin);
        tell(bulletin, "discarded", Map.of(), by);
    }

    private Bulletin known(UUID id) {
        return bulletins.findById(id).orElseThrow(() -> new UnknownBulletin(id));
    }

    private Bulletin held(UUID id) {
        return bulletins.hold(id).orElseThrow(() -> new UnknownBulletin(id));
    }

    private void saved(Bulletin bulletin, Reader by) {
        messages.publishEvent(new BulletinSaved(bulletin.id(), bulletin.blocks(), bulletin.isTemplate(), by));
    }

    private void tell(Bulletin bulletin, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new BulletinMessage(bulletin.id(), what, details, by.actor()));
    }
}
