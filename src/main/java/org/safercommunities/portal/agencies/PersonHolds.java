package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose data an administrator has had held, for a court or an inquiry: nothing of theirs is erased meanwhile. The reason is for
 * administrators alone and stays out of the trail, for it may be about others.
 */
@Service
public class PersonHolds {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    PersonHolds(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param until its last day; null until it is lifted */
    public record Hold(String reason, @Nullable LocalDate until) {}

    /** The hold that counts now. */
    @Transactional(readOnly = true)
    public Optional<Hold> of(UUID person, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return jdbc.sql("SELECT reason, until_on FROM person_hold WHERE person_id = ? AND lifted_at IS NULL"
                        + " AND (until_on IS NULL OR until_on >= CURRENT_DATE)")
                .param(person.toString())
                .query((row, number) -> new Hold(row.getString("reason"), row.getObject("until_on", LocalDate.class)))
                .optional();
    }

    /**
     * Holds somebody’s data, in place of a hold there may be.
     *
     * @throws InvalidEntry at {@code reason}, {@code until} or {@code person}
     */
    @Transactional
    public void hold(UUID person, Hold hold, Reader by) {
        NotAllowed.unlessAdministrator(by);
        String reason = Typed.text(hold.reason());
        if (reason.isEmpty() || reason.length() > 500) {
            throw new InvalidEntry("reason", "Enter a reason, at most 500 characters");
        }
        LocalDate until = hold.until();
        if (until != null && until.isBefore(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))) {
            throw new InvalidEntry("until", "Choose a day that is still to come");
        }
        // With the row held, so that they are not being forgotten just now
        if (jdbc.sql("SELECT COUNT(*) FROM person p WHERE p.id = ? AND NOT EXISTS (SELECT 1 FROM person_erasure e"
                                + " WHERE e.person_id = p.id) FOR UPDATE")
                        .param(person.toString())
                        .query(Integer.class)
                        .single()
                == 0) {
            throw new InvalidEntry("person", "There is no such person, or their data has been erased");
        }
        end(person);
        jdbc.sql(
                        "INSERT INTO person_hold (id, person_id, reason, until_on, held_at, held_by) VALUES (?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID().toString())
                .param(person.toString())
                .param(reason)
                .param(until)
                .param(Sql.utc(clock.instant()))
                .param(by.personId().toString())
                .update();
        Map<String, String> details = new HashMap<>();
        if (until != null) {
            details.put("until", Objects.requireNonNull(until).toString());
        }
        messages.publishEvent(new PersonChanged(person, "data-held", details, by.actor()));
    }

    /** From now on the rules count again. */
    @Transactional
    public void lift(UUID person, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (end(person) > 0) {
            messages.publishEvent(new PersonChanged(person, "data-let-go", Map.of(), by.actor()));
        }
    }

    private int end(UUID person) {
        return jdbc.sql("UPDATE person_hold SET lifted_at = ? WHERE person_id = ? AND lifted_at IS NULL")
                .params(Sql.utc(clock.instant()), person.toString())
                .update();
    }
}
