package org.safercommunities.portal.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the places in groups. Days are days in Kent; the table has the moments at which they begin and end. */
@Component
class GroupPlaces {

    private static final String SELECT =
            "SELECT person_id, capacity, substitute_for, from_at, until_at FROM group_member WHERE group_slug = ?";

    private final JdbcClient jdbc;

    GroupPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<GroupPlace> of(String group) {
        return jdbc.sql(SELECT).param(group).query(GroupPlaces::place).list();
    }

    Optional<GroupPlace> find(String group, UUID person) {
        return jdbc.sql(SELECT + " AND person_id = ?")
                .params(group, person.toString())
                .query(GroupPlaces::place)
                .optional();
    }

    void put(String group, GroupPlace place) {
        UUID substituteFor = place.substituteFor();
        jdbc.sql("""
                        INSERT INTO group_member (group_slug, person_id, capacity, substitute_for, from_at, until_at)
                        VALUES (:group, :person, :capacity, :for, :from, :until)
                        ON DUPLICATE KEY UPDATE capacity = :capacity, substitute_for = :for, from_at = :from, until_at = :until
                        """)
                .param("group", group)
                .param("person", place.person().toString())
                .param("capacity", place.capacity().name())
                .param("for", substituteFor == null ? null : substituteFor.toString())
                .param("from", midnight(place.from()))
                .param(
                        "until",
                        place.until() == null ? null : midnight(place.until().plusDays(1)))
                .update();
    }

    boolean remove(String group, UUID person) {
        return jdbc.sql("DELETE FROM group_member WHERE group_slug = ? AND person_id = ?")
                        .params(group, person.toString())
                        .update()
                > 0;
    }

    /** Slugs of the groups in which somebody has a place, whether its time has come or not. */
    List<String> groupsOf(UUID person) {
        return jdbc.sql("SELECT group_slug FROM group_member WHERE person_id = ? ORDER BY group_slug")
                .param(person.toString())
                .query(String.class)
                .list();
    }

    /** How many are in each group now; groups without anybody are left out. One statement. */
    Map<String, Integer> counts() {
        return jdbc
                .sql("SELECT group_slug, COUNT(*) AS people FROM group_now GROUP BY group_slug")
                .query((row, number) -> Map.entry(row.getString("group_slug"), row.getInt("people")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable LocalDateTime midnight(@Nullable LocalDate day) {
        return day == null ? null : Sql.utc(day.atStartOfDay(Dates.KENT).toInstant());
    }

    private static GroupPlace place(ResultSet row, int number) throws SQLException {
        Instant from = Sql.instant(row, "from_at");
        Instant until = Sql.instant(row, "until_at");
        return new GroupPlace(
                Sql.id(row, "person_id"),
                Capacity.valueOf(row.getString("capacity")),
                Sql.idOrNull(row, "substitute_for"),
                from == null ? null : LocalDate.ofInstant(from, Dates.KENT),
                until == null ? null : LocalDate.ofInstant(until, Dates.KENT).minusDays(1));
    }
}
