package org.safercommunities.portal.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a mail stands after an attempt, ready to be written down.
 *
 * @param dueAt when it is tried again, or sent again if it stays in doubt; without meaning otherwise
 * @param deferred whether the server has said "not now" once more
 */
record Settlement(UUID id, int attempt, MailState state, String answer, Instant dueAt, boolean deferred) {

    private static final int LONGEST_ANSWER = 1000;

    static Settlement of(ClaimedMail mail, Outcome outcome, Duration pause, Instant now) {
        return switch (outcome) {
            case Outcome.Taken taken -> make(mail, MailState.SENT, taken, now, false);
            case Outcome.Refused refused -> make(mail, MailState.FAILED, refused, now, false);
            case Outcome.Unknown unknown -> make(mail, MailState.UNCERTAIN, unknown, now.plus(Outcome.GRACE), false);
            case Outcome.Unreachable away -> make(mail, MailState.PENDING, away, now.plus(pause), false);
            case Outcome.Deferred deferred -> deferred(mail, deferred, now);
            case Outcome.NotTo refused ->
                refused.forGood() ? make(mail, MailState.FAILED, refused, now, false) : deferred(mail, refused, now);
        };
    }

    private static Settlement deferred(ClaimedMail mail, Outcome outcome, Instant now) {
        Optional<Duration> wait = RetryPlan.after(mail.deferrals() + 1);
        return make(
                mail,
                wait.isPresent() ? MailState.PENDING : MailState.FAILED,
                outcome,
                now.plus(wait.orElse(Duration.ZERO)),
                true);
    }

    private static Settlement make(ClaimedMail mail, MailState state, Outcome outcome, Instant due, boolean deferred) {
        return new Settlement(mail.id(), mail.attempt(), state, words(outcome), due, deferred);
    }

    /** The answer as it is kept. */
    static String words(Outcome outcome) {
        String answer = outcome.answer().replaceAll("\\p{Cc}+", " ").strip();
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    }
}
