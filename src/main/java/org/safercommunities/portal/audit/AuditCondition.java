package org.safercommunities.portal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;

/** A filter as a condition over {@code audit_row r}, with its values in order. */
record AuditCondition(String sql, List<Object> values) {

    /** Ids rise with time, but for clocks that differ and transactions that overlap. */
    private static final Duration OUT_OF_ORDER = Duration.ofMinutes(10);

    static AuditCondition of(AuditFilter filter) {
        AuditCondition condition = new AuditCondition("TRUE", List.of());
        String subject = filter.subject();
        if (subject != null) {
            condition = subject.endsWith(":")
                    ? condition.and("r.subject LIKE ?", subject + "%")
                    : condition.and("r.subject = ?", subject);
        }
        Instant from = filter.from();
        if (from != null) {
            // The list is read by id: without a first one, a narrow span would be looked for through all that is older
            condition = condition
                    .and("r.at >= ?", Sql.utc(from))
                    .and(
                            "r.id >= COALESCE((SELECT f.id FROM audit_row f WHERE f.at >= ? ORDER BY f.at LIMIT 1), 0)",
                            Sql.utc(from.minus(OUT_OF_ORDER)));
        }
        Instant until = filter.until();
        if (until != null) {
            condition = condition
                    .and("r.at < ?", Sql.utc(until))
                    .and(
                            "r.id <= COALESCE((SELECT u.id FROM audit_row u WHERE u.at >= ? ORDER BY u.at LIMIT 1), 9223372036854775807)",
                            Sql.utc(until.plus(OUT_OF_ORDER)));
        }
        AuditResult result = filter.result();
        return condition
                .and("r.action = ?", filter.action())
                .and("r.actor = ?", Sql.textOrNull(filter.actor()))
                .and("r.agency = ?", filter.agency())
                .and("r.result = ?", result == null ? null : result.word());
    }

    AuditCondition before(@Nullable Long line) {
        return and("r.id < ?", line);
    }

    private AuditCondition and(String more, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        List<Object> all = new ArrayList<>(values);
        all.add(value);
        return new AuditCondition(sql + " AND " + more, all);
    }
}
