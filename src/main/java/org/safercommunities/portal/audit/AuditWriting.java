package org.safercommunities.portal.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit trail: one statement for a line, the agency of whoever did it looked up within. */
@Service
class AuditWriting {

    private static final int AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final ObjectProvider<AgencyOfActor> agencies;
    private final Clock clock;

    AuditWriting(JdbcClient jdbc, ObjectProvider<AgencyOfActor> agencies, Clock clock) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Writes a line for every domain message that asks for one, in the message's own transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Audited message) {
        write(List.of(message.auditNote()));
    }

    /** The same for a message about many things: one statement for every {@value #AT_ONCE} lines. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AuditedTogether message) {
        List<AuditNote> notes = message.auditNotes();
        for (int from = 0; from < notes.size(); from += AT_ONCE) {
            write(notes.subList(from, Math.min(notes.size(), from + AT_ONCE)));
        }
    }

    private void write(List<AuditNote> notes) {
        var at = Sql.utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
        AgencyOfActor known = agencies.getIfAvailable();
        List<@Nullable Object> values = new ArrayList<>();
        for (AuditNote note : notes) {
            String actor = Sql.textOrNull(note.actor());
            values.add(at);
            values.add(actor);
            if (known != null) {
                values.add(actor);
            }
            values.add(note.action());
            values.add(note.subject());
            values.add(note.result().word());
            values.add(JSON.writeValueAsString(new TreeMap<>(note.details())));
        }
        // Within the values the database holds a shared lock on the membership until the transaction ends: lines do not
        // wait for each
        // other, only somebody who ends that membership does, for a moment. Selected in place of values a line would
        // cost three times
        String line = "(?, ?, " + (known == null ? "NULL" : "(" + known.sql() + ")") + ", ?, ?, ?, ?)";
        jdbc.sql("INSERT INTO audit_row (at, actor, agency, action, subject, result, details) VALUES "
                        + String.join(", ", Collections.nCopies(notes.size(), line)))
                .params(values)
                .update();
    }
}
