package org.safercommunities.portal.agencies;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The person, where they belonged and belong, their sessions and their requests for access, for their own copy. */
@Component
@Order(1)
class OwnAccount implements PersonalData {

    private final JdbcClient jdbc;

    OwnAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public String inWords() {
        return "Your name, email address, agency, roles and groups, and when you signed in. It decides what you may see "
                + "and do here.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put(
                "person",
                rows(
                        "SELECT id, name, email, provider, subject, created_at, last_sign_in_at FROM person WHERE id = ?",
                        personId));
        account.put("roles", rows("SELECT role FROM person_role WHERE person_id = ? ORDER BY role", personId));
        account.put("memberships", rows("""
                SELECT agency, since, confirmed_at, ended_at, end_reason FROM membership WHERE person_id = ? ORDER BY since
                """, personId));
        account.put("groups", rows("""
                SELECT g.slug, g.name, m.capacity, m.substitute_for, m.from_at, m.until_at FROM group_member m JOIN portal_group g ON g.slug = m.group_slug
                 WHERE m.person_id = ? ORDER BY g.name
                """, personId));
        account.put("sessions", rows("""
                SELECT device, opened_at, ended_at, end_reason FROM portal_session WHERE person_id = ? ORDER BY opened_at
                """, personId));
        account.put("accessRequests", rows("""
                SELECT email, name, organisation, reason, asked_at, state, answer, answered_at FROM access_request
                 WHERE person_id = ? ORDER BY asked_at
                """, personId));
        return account;
    }

    private List<Map<String, Object>> rows(String sql, UUID personId) {
        return jdbc.sql(sql).param(personId.toString()).query().listOfRows().stream()
                .map(OwnAccount::readable)
                .toList();
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                readable.put(camelCase(column), written(value));
            }
        });
        return readable;
    }

    private static Object written(Object value) {
        return switch (value) {
            case LocalDateTime time -> time + "Z";
            case java.sql.Timestamp time -> time.toLocalDateTime() + "Z";
            default -> value.toString();
        };
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(
                    name.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
