package org.safercommunities.portal.notifications.notices;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.notifications.Mail;
import org.safercommunities.portal.notifications.Outbox;
import org.safercommunities.portal.notifications.notices.NoticeTable.Due;
import org.safercommunities.portal.notifications.notices.SeenThings.Seen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends each person one mail with whatever is due for them, unread, and theirs to see at that moment. The mail and the mark that it
 * was sent are one commit: whatever stops the portal in between, nothing is lost and nothing is sent twice.
 */
@Component
class NoticeDigests {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDigests.class);

    private final NoticeTable rows;
    private final NoticeChoices choices;
    private final NoticeLetters letters;
    private final SeenThings things;
    private final Readers readers;
    private final PersonList people;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeDigests(
            NoticeTable rows,
            NoticeChoices choices,
            NoticeLetters letters,
            SeenThings things,
            Readers readers,
            PersonList people,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.letters = letters;
        this.things = things;
        this.readers = readers;
        this.people = people;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends everything that is due. */
    void catchUp() {
        catchUp(clock.instant());
    }

    void catchUp(Instant now) {
        rows.leaveThoseForThePortal();
        List<UUID> some = rows.peopleWithDue(now, new UUID(0, 0));
        while (!some.isEmpty()) {
            some.forEach(person -> tryTo(person, now));
            some = rows.peopleWithDue(now, some.getLast());
        }
    }

    private void tryTo(UUID person, Instant now) {
        try {
            transaction.executeWithoutResult(status -> send(person, now));
        } catch (RuntimeException failure) {
            LOG.warn("Notices of person {} could not be mailed and are tried again", person, failure);
        }
    }

    /** In a transaction. */
    void send(UUID person, Instant now) {
        List<Due> due = rows.hold(person, choices.of(person), now);
        Optional<Reader> reader = readers.of(person);
        Optional<PersonSummary> to = people.find(person).filter(found -> Mail.isAddress(found.email()));
        List<NoticeLetters.Told> told = reader.isEmpty() || to.isEmpty() ? List.of() : told(due, reader.get());
        List<UUID> left = new ArrayList<>(due.stream().map(Due::id).toList());
        left.removeAll(told.stream().map(NoticeLetters.Told::id).toList());
        rows.settle(left, false);
        if (!told.isEmpty()) {
            outbox.send(letters.digest(told, to.orElseThrow()));
            rows.settle(told.stream().map(NoticeLetters.Told::id).toList(), true);
        }
    }

    private List<NoticeLetters.Told> told(List<Due> due, Reader reader) {
        List<Due> unread = due.stream().filter(each -> !each.read()).toList();
        Seen seen = things.of(unread.stream().map(Due::thing).toList(), reader);
        return unread.stream()
                .flatMap(each -> seen.subject(each.thing()).stream()
                        .map(subject -> new NoticeLetters.Told(each.id(), each.occasion(), subject, each.path())))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> mailNotices(NoticeDigests digests) {
            return Tasks.recurring("mail-notices", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> digests.catchUp());
        }
    }
}
