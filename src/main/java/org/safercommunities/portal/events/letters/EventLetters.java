package org.safercommunities.portal.events.letters;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.Mail;
import org.safercommunities.portal.notifications.MailTemplate;
import org.safercommunities.portal.notifications.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns notes into mail. The note goes and the mail comes in one transaction, so that whenever the power is cut no letter is lost
 * and none is written twice; what cannot be written now is put off, and the next is written.
 */
@Component
class EventLetters {

    private static final Logger LOG = LoggerFactory.getLogger(EventLetters.class);

    /** So few that nobody else waits long for what they hold, so many that a rush does not wait for the disk after each. */
    private static final int AT_ONCE = 20;

    private final NoticeRows notices;
    private final FactsOfNotices facts;
    private final Invitations invitations;
    private final MailTemplate template;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventLetters(
            NoticeRows notices,
            FactsOfNotices facts,
            Invitations invitations,
            MailTemplate template,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notices = notices;
        this.facts = facts;
        this.invitations = invitations;
        this.template = template;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Writes every letter that is due and that no other node is writing. */
    void catchUp() {
        boolean some = true;
        while (some) {
            some = writeSome();
        }
    }

    /** Writes a few of the letters that are due; returns whether there may be more. */
    boolean writeSome() {
        List<Long> due = notices.due();
        int together = 0;
        for (int from = 0; from < due.size() && together == 0; from += AT_ONCE) {
            together = attempt(due.subList(from, Math.min(from + AT_ONCE, due.size())));
        }
        return together > 0;
    }

    /** Returns how many notes are out of the way. One commit for all, unless one of them cannot be told: then each has its own. */
    private int attempt(List<Long> ids) {
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> Math.toIntExact(ids.stream().filter(this::write).count())));
        } catch (RuntimeException failure) {
            return Math.toIntExact(ids.stream().filter(this::attemptAlone).count());
        }
    }

    private boolean attemptAlone(long id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> write(id)));
        } catch (RuntimeException failure) {
            LOG.warn("The letter for note {} could not be written and is tried again", id, failure);
            notices.putOff(id);
            return true;
        }
    }

    private boolean write(long id) {
        List<Notice> together = notices.claim(id);
        if (together.isEmpty()) {
            return false;
        }
        Optional<LetterFacts> told = facts.of(together);
        told.ifPresent(letter -> send(letter, together.getFirst()));
        notices.delete(together);
        return true;
    }

    private void send(LetterFacts told, Notice first) {
        String address = told.person().email();
        if (!Mail.isAddress(address)) {
            LOG.warn(
                    "Person {} has an address that no mail can be sent to",
                    told.person().id());
            return;
        }
        Letter letter = EventWords.of(told, clock.instant());
        String kind = "event-" + told.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        outbox.send(template.fill(letter, address, told.person().name(), kind, "event:" + told.event())
                .with(invitations.with(told, Objects.requireNonNull(first.booking()))));
    }
}
