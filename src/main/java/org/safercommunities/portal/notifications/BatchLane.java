package org.safercommunities.portal.notifications;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.BatchSettlement.DomainSays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes up a handful of a batch's mails at a time, hands them to the server and writes down what came of them. */
final class BatchLane implements Lanes.Lane {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLane.class);
    /** What other nodes release, and what is to be tried again, is noticed this late at most. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration LINE_KEPT = Duration.ofSeconds(10);
    /** A batch that is paused sends nothing more within a second. */
    private static final Duration ASK_EVERY = Duration.ofMillis(250);
    /** With a slow server, mails that were taken up are put back after so long, for others to take up. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

    private final BatchRows rows;
    private final BatchForms forms;
    private final SmtpLine line;
    private final MailBell bell;
    private final Clock clock;
    private final int most;
    private final String domain;
    private volatile boolean stopping;
    private @Nullable UUID batch;
    private List<BatchSettlement> unsettled = new ArrayList<>();
    private int failuresInARow;
    private long lastSent = System.nanoTime();

    BatchLane(BatchRows rows, BatchForms forms, SmtpLine line, MailBell bell, Clock clock, MailProperties settings) {
        this.rows = rows;
        this.forms = forms;
        this.line = line;
        this.bell = bell;
        this.clock = clock;
        this.most = settings.many().claim();
        this.domain = settings.domain();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            settleLast();
            line.close();
        }
    }

    @Override
    public void stop() {
        stopping = true;
    }

    private void step() throws InterruptedException {
        long heard = bell.rings();
        List<BatchMail> mails;
        try {
            mails = claim();
        } catch (DataAccessException | TransactionException databaseAway) {
            // What came of the last mails stays in hand until it can be written down
            LOG.warn("The outbox cannot be read; trying again: {}", databaseAway.getMessage());
            bell.rest(LOOK_EVERY, () -> stopping);
            return;
        }
        if (mails.isEmpty()) {
            bell.foundNothing(heard);
            while (!stopping && !bell.await(LOOK_EVERY)) {
                if (System.nanoTime() - lastSent > LINE_KEPT.toNanos()) {
                    line.close();
                }
            }
            return;
        }
        // Where there is work for one lane there may be for another
        bell.ring();
        deliver(mails);
    }

    private List<BatchMail> claim() {
        UUID current = batch;
        if (current != null) {
            List<BatchMail> mails = claim(current);
            if (!mails.isEmpty()) {
                return mails;
            }
            batch = null;
        }
        for (UUID next : rows.active()) {
            List<BatchMail> mails = claim(next);
            if (!mails.isEmpty()) {
                batch = next;
                return mails;
            }
        }
        return List.of();
    }

    private List<BatchMail> claim(UUID from) {
        BatchRows.Claim claim;
        do {
            claim = rows.settleAndClaim(from, unsettled, most);
            unsettled = new ArrayList<>();
        } while (claim.lookAgain() && !stopping);
        if (claim.mails().isEmpty()) {
            rows.finish(from);
        }
        return claim.mails();
    }

    private void deliver(List<BatchMail> mails) throws InterruptedException {
        long began = System.nanoTime();
        long asked = began;
        boolean goesOn = true;
        Set<String> resting = new HashSet<>();
        Duration pause = Duration.ZERO;
        String trouble = "";
        for (BatchMail mail : mails) {
            long now = System.nanoTime();
            goesOn = goesOn && !stopping && now - began < LONGEST_TURN.toNanos();
            if (goesOn && now - asked > ASK_EVERY.toNanos()) {
                goesOn = isReleased();
                asked = now;
            }
            if (!goesOn || resting.contains(mail.domain())) {
                unsettled.add(BatchSettlement.untouched(mail, clock.instant()));
                continue;
            }
            Outcome outcome = hand(mail);
            boolean away = outcome instanceof Outcome.Unreachable;
            trouble = away ? outcome.answer() : trouble;
            failuresInARow = away ? failuresInARow + 1 : 0;
            pause = RetryPlan.pause(failuresInARow);
            BatchSettlement settled = BatchSettlement.of(mail, outcome, pause, clock.instant());
            unsettled.add(settled);
            if (settled.domainSays() == DomainSays.NOT_NOW) {
                resting.add(mail.domain());
            }
            goesOn = !away;
        }
        lastSent = System.nanoTime();
        if (failuresInARow > 0) {
            LOG.warn("Mail to many waits {} s: {}", pause.toSeconds(), trouble);
            settleLast();
            bell.rest(pause, () -> stopping);
        }
    }

    private Outcome hand(BatchMail mail) {
        Instant now = clock.instant();
        try {
            return line.hand(forms.get(mail.form()).fill(mail, now, domain));
        } catch (MessagingException e) {
            return new Outcome.Refused("The portal could not put this mail together. " + e.getMessage());
        } catch (DataAccessException databaseAway) {
            return new Outcome.Unreachable("The portal could not read what to send.");
        }
    }

    private boolean isReleased() {
        UUID current = batch;
        try {
            return current != null && rows.isReleased(current);
        } catch (DataAccessException | TransactionException databaseAway) {
            // Nobody could tell it to stop, and what it does could not be written down
            return false;
        }
    }

    private void settleLast() {
        UUID current = batch;
        if (current == null || unsettled.isEmpty()) {
            return;
        }
        try {
            rows.settle(current, unsettled);
            unsettled = new ArrayList<>();
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("What came of mails to many is not written down yet: {}", databaseAway.getMessage());
        }
    }
}
