package org.safercommunities.portal.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a mail of a batch stands after its turn, ready to be written down.
 *
 * @param answer null: as it was
 * @param due when it is tried again; without meaning when it is not
 * @param deferred whether the server has said "not now" once more
 * @param domainSays what the answer says of the recipient's whole domain
 */
record BatchSettlement(
        UUID id,
        int attempt,
        MailState state,
        @Nullable String answer,
        Instant due,
        boolean deferred,
        String address,
        String domain,
        DomainSays domainSays) {

    /** What an answer means for other mail to the same domain. */
    enum DomainSays {
        NOTHING,
        FINE,
        NOT_THIS_ONE,
        NOT_NOW
    }

    private static final int CLOSING = 421;

    /** @param pause how long the server is left alone when it cannot be reached */
    static BatchSettlement of(BatchMail mail, Outcome outcome, Duration pause, Instant now) {
        return switch (outcome) {
            case Outcome.Taken taken -> make(mail, MailState.SENT, taken, now, false, DomainSays.FINE);
            case Outcome.Refused refused -> make(mail, MailState.FAILED, refused, now, false, DomainSays.FINE);
            case Outcome.Unknown unknown -> make(mail, MailState.UNCERTAIN, unknown, now, false, DomainSays.NOTHING);
            case Outcome.Unreachable away ->
                make(mail, MailState.PENDING, away, now.plus(pause), false, DomainSays.NOTHING);
            case Outcome.Deferred deferred -> deferred(mail, deferred, now, DomainSays.NOTHING);
            case Outcome.NotTo refused -> {
                if (!refused.forGood()) {
                    yield deferred(
                            mail,
                            refused,
                            now,
                            refused.code() == CLOSING ? DomainSays.NOT_NOW : DomainSays.NOT_THIS_ONE);
                }
                MailState state = refused.noMailbox() ? MailState.BOUNCED : MailState.FAILED;
                yield make(mail, state, refused, now, false, DomainSays.FINE);
            }
        };
    }

    /** A mail that was taken up and is not sent now after all. */
    static BatchSettlement untouched(BatchMail mail, Instant now) {
        return new BatchSettlement(
                mail.id(),
                mail.attempt(),
                MailState.PENDING,
                null,
                now,
                false,
                mail.address(),
                mail.domain(),
                DomainSays.NOTHING);
    }

    private static BatchSettlement deferred(BatchMail mail, Outcome outcome, Instant now, DomainSays domainSays) {
        Optional<Duration> wait = RetryPlan.after(mail.deferrals() + 1);
        return make(
                mail,
                wait.isPresent() ? MailState.PENDING : MailState.FAILED,
                outcome,
                now.plus(wait.orElse(Duration.ZERO)),
                true,
                domainSays);
    }

    private static BatchSettlement make(
            BatchMail mail, MailState state, Outcome outcome, Instant due, boolean deferred, DomainSays domainSays) {
        return new BatchSettlement(
                mail.id(),
                mail.attempt(),
                state,
                Settlement.words(outcome),
                due,
                deferred,
                mail.address(),
                mail.domain(),
                domainSays);
    }
}
