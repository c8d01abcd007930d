package org.safercommunities.portal.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes up one mail after the other, hands it to the server and writes down what came of it. Several run side by side. */
final class MailLane implements Lanes.Lane {

    private static final Logger LOG = LoggerFactory.getLogger(MailLane.class);
    /** Mail of other nodes, and mail to be tried again, is noticed this late at most. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final MailRows rows;
    private final SmtpLine line;
    private final MailBell bell;
    private final Clock clock;
    private volatile boolean stopping;
    private @Nullable Settlement unsettled;
    private int failuresInARow;
    private int inARow;

    MailLane(MailRows rows, SmtpLine line, MailBell bell, Clock clock) {
        this.rows = rows;
        this.line = line;
        this.bell = bell;
        this.clock = clock;
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

    /** Sends one mail, or waits for one. */
    private void step() throws InterruptedException {
        long heard = bell.rings();
        Optional<ClaimedMail> mail;
        try {
            mail = rows.settleAndClaim(unsettled);
        } catch (DataAccessException | TransactionException databaseAway) {
            // What came of the last mail stays in hand until it can be written down
            LOG.warn("The outbox cannot be read; trying again: {}", databaseAway.getMessage());
            bell.rest(LOOK_EVERY, () -> stopping);
            return;
        }
        unsettled = null;
        if (mail.isPresent()) {
            inARow++;
            if (inARow == 2) {
                // More than one ring had told of: another lane may help
                bell.ring();
            }
            deliver(mail.get());
            return;
        }
        inARow = 0;
        bell.foundNothing(heard);
        while (!stopping && !bell.await(LOOK_EVERY)) {
            line.close();
        }
    }

    private void deliver(ClaimedMail mail) throws InterruptedException {
        Outcome outcome = line.hand(mail);
        failuresInARow = outcome instanceof Outcome.Unreachable ? failuresInARow + 1 : 0;
        Duration pause = RetryPlan.pause(failuresInARow);
        unsettled = Settlement.of(mail, outcome, pause, clock.instant());
        if (!(outcome instanceof Outcome.Taken)) {
            LOG.warn("Mail {} ({}): {}", mail.id(), mail.mail().kind(), unsettled.answer());
        }
        if (outcome instanceof Outcome.Unreachable) {
            settleLast();
            // Mail that comes in meanwhile waits too
            bell.rest(pause, () -> stopping);
        }
    }

    private void settleLast() {
        try {
            rows.settle(unsettled);
            unsettled = null;
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("What came of a mail is not written down yet: {}", databaseAway.getMessage());
        }
    }
}
