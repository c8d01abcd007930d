package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.safercommunities.portal.notifications.MailLine;
import org.safercommunities.portal.notifications.MailState;
import org.safercommunities.portal.notifications.ServerAnswer;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** One mail in the list: to whom, what, and how it stands in words. */
final class MailRow {

    private MailRow() {}

    static Row of(MailLine mail, Component... actions) {
        Row row = Row.titled(mail.why())
                .facts(mail.toAddress(), Dates.moment(mail.created()))
                .chips(chip(mail))
                .detail(new Paragraph(state(mail)));
        String answer = mail.answer();
        if (answer != null && !answer.isBlank() && mail.state() != MailState.SENT) {
            String words = ServerAnswer.inWords(answer);
            row.detail(new Paragraph(words.isEmpty() ? answer : words + " It said: “" + answer + "”"));
        }
        if (actions.length > 0) {
            row.wideAction(actions);
        }
        return mail.state() == MailState.FAILED || mail.state() == MailState.BOUNCED
                ? row.bad()
                : mail.state() == MailState.UNCERTAIN ? row.warn() : row;
    }

    /** The word of a state, as in “3 waiting”. */
    static String word(MailState state) {
        return switch (state) {
            case PENDING -> "Waiting";
            case SENDING -> "Being sent";
            case SENT -> "Sent";
            case FAILED -> "Failed";
            case UNCERTAIN -> "Uncertain";
            case BOUNCED -> "No such mailbox";
            case SUPPRESSED -> "Left out";
            case STOPPED -> "Stopped";
        };
    }

    private static StateChip chip(MailLine mail) {
        String word = word(mail.state());
        return switch (mail.state()) {
            case PENDING -> StateChip.info(Icon.CLOCK, word);
            case SENDING -> StateChip.info(Icon.SEND, word);
            case SENT -> StateChip.good(word);
            case FAILED, BOUNCED -> StateChip.bad(word);
            case UNCERTAIN -> StateChip.warn(Icon.CIRCLE_QUESTION_MARK, word);
            case SUPPRESSED, STOPPED -> StateChip.info(Icon.X, word);
        };
    }

    private static String state(MailLine mail) {
        String again = mail.doubtful() ? " It was sent a second time, because the first may have been lost." : "";
        return switch (mail.state()) {
            case PENDING ->
                mail.attempts() == 0
                        ? "Waits for its turn."
                        : "Tried %s; next try %s.".formatted(times(mail.attempts()), Dates.moment(mail.due()));
            case SENDING -> "Is being handed to the mail server.";
            case SENT -> "The mail server took it on %s.%s".formatted(when(mail), again);
            case FAILED, BOUNCED -> "Tried %s, last on %s.%s".formatted(times(mail.attempts()), when(mail), again);
            case SUPPRESSED -> "Not sent: mail to this address came back before.";
            case STOPPED -> "Not sent: the sending was stopped.";
            case UNCERTAIN ->
                mail.bulk() || mail.doubtful()
                        ? "It may have arrived. It stays as it is until you decide."
                        : "It may have arrived. It is sent again, marked as the same mail, on %s."
                                .formatted(Dates.moment(mail.due()));
        };
    }

    private static String when(MailLine mail) {
        Instant settled = mail.settled();
        return Dates.moment(settled == null ? mail.created() : settled);
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "not yet";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
