package org.safercommunities.portal.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * “This is wrong” and “Erase me”: asked by whoever it is about, answered by an administrator, told by mail. Erasing is done by the daily
 * run, so that the answer has left before the address is gone.
 */
@Service
public class DataRequests {

    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    DataRequests(JdbcClient jdbc, People people, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Asks, or asks again in other words while nobody has answered.
     *
     * @throws InvalidEntry at {@code words}
     */
    @Transactional
    public UUID ask(DataRequest.Kind kind, String words, Reader by) {
        String typed = Typed.text(words);
        if (typed.length() > LONGEST || typed.isEmpty() && kind == DataRequest.Kind.CORRECTION) {
            throw new InvalidEntry("words", "Say what is wrong and how it should be, in at most 2,000 characters");
        }
        UUID me = by.personId();
        Optional<UUID> open = jdbc.sql(
                        "SELECT id FROM privacy_request WHERE person_id = ? AND kind = ? AND state = 'OPEN' FOR UPDATE")
                .params(me.toString(), kind.name())
                .query((row, number) -> Sql.id(row, "id"))
                .optional();
        if (open.isPresent()) {
            jdbc.sql("UPDATE privacy_request SET words = ? WHERE id = ?")
                    .params(typed, open.get().toString())
                    .update();
            return open.get();
        }
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO privacy_request (id, person_id, kind, words, asked_at, state) VALUES (?, ?, ?, ?, ?, 'OPEN')")
                .params(id.toString(), me.toString(), kind.name(), typed, Sql.utc(clock.instant()))
                .update();
        messages.publishEvent(new PersonChanged(
                me, kind == DataRequest.Kind.ERASURE ? "asked-erasure" : "asked-correction", Map.of(), by.actor()));
        return id;
    }

    /** One’s own, the newest first. */
    @Transactional(readOnly = true)
    public List<DataRequest> mine(Reader by) {
        return jdbc.sql("SELECT * FROM privacy_request WHERE person_id = ? ORDER BY asked_at DESC, id LIMIT 100")
                .param(by.personId().toString())
                .query(DataRequests::request)
                .list();
    }

    /** Those that wait for an answer, the oldest first. */
    @Transactional(readOnly = true)
    public List<DataRequest> open(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return jdbc.sql("SELECT * FROM privacy_request WHERE state = 'OPEN' ORDER BY asked_at, id LIMIT 200")
                .query(DataRequests::request)
                .list();
    }

    @Transactional(readOnly = true)
    public int countOpen() {
        return jdbc.sql("SELECT COUNT(*) FROM privacy_request WHERE state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    /**
     * Says what was done, or why not. A yes to somebody who wants to be erased ends their membership; their data goes with the next
     * run, unless it is held.
     *
     * @throws InvalidEntry at {@code answer}, or at {@code request} when it is answered already
     */
    @Transactional
    public void answer(UUID id, boolean done, String answer, Reader by) {
        NotAllowed.unlessAdministrator(by);
        String words = Typed.text(answer);
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new InvalidEntry(
                    "answer", "Say what was done or why not, in at most 2,000 characters: the person gets it by mail");
        }
        DataRequest.State state = done ? DataRequest.State.DONE : DataRequest.State.DECLINED;
        int changed = jdbc.sql("UPDATE privacy_request SET state = ?, answer = ?, answered_at = ?, answered_by = ?"
                        + " WHERE id = ? AND state = 'OPEN'")
                .params(
                        state.name(),
                        words,
                        Sql.utc(clock.instant()),
                        by.personId().toString(),
                        id.toString())
                .update();
        if (changed == 0) {
            throw new InvalidEntry("request", "There is no such request, or it is answered already");
        }
        DataRequest request = jdbc.sql("SELECT * FROM privacy_request WHERE id = ?")
                .param(id.toString())
                .query(DataRequests::request)
                .single();
        if (done && request.kind() == DataRequest.Kind.ERASURE && isMember(request.person())) {
            people.endMembership(request.person(), "They asked for their data to be erased", by);
        }
        messages.publishEvent(new DataRequestAnswered(request, by.actor()));
    }

    private boolean isMember(UUID person) {
        return jdbc.sql("SELECT COUNT(*) FROM membership WHERE person_id = ? AND ended_at IS NULL")
                        .param(person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static DataRequest request(ResultSet row, int number) throws SQLException {
        return new DataRequest(
                Sql.id(row, "id"),
                Sql.id(row, "person_id"),
                DataRequest.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                Sql.moment(row, "asked_at"),
                DataRequest.State.valueOf(row.getString("state")),
                row.getString("answer"),
                Sql.instant(row, "answered_at"));
    }
}
