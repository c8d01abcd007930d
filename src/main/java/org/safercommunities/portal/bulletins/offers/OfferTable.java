package org.safercommunities.portal.bulletins.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of items, each held before it changes, and the steps beside them. */
@Component
class OfferTable {

    private static final String SEEN =
            "SELECT o.* FROM bulletin_offer o WHERE o.id = :id AND " + WhoSeesOffer.CONDITION;

    private final JdbcClient jdbc;
    private final Clock clock;

    OfferTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The item as it stands; empty when it is not this person’s to see. */
    Optional<OfferRow> see(UUID id, Reader by) {
        return one(SEEN, id, by);
    }

    /** The same, held until the transaction ends. */
    Optional<OfferRow> hold(UUID id, Reader by) {
        return one(SEEN + " FOR UPDATE", id, by);
    }

    private Optional<OfferRow> one(String statement, UUID id, Reader by) {
        return jdbc.sql(statement)
                .params(WhoSeesOffer.parameters(by))
                .param("id", id.toString())
                .query(OfferTable::row)
                .optional();
    }

    /** Those of these ids that wait for the team, held. */
    List<OfferRow> holdWaiting(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT * FROM bulletin_offer WHERE id IN (:ids) AND state = 'OFFERED' ORDER BY id FOR UPDATE")
                        .param("ids", ids.stream().map(UUID::toString).toList())
                        .query(OfferTable::row)
                        .list();
    }

    /** Those that stand in a bulletin being written, held. */
    List<OfferRow> holdTakenInto(UUID bulletin) {
        return jdbc.sql(
                        "SELECT * FROM bulletin_offer WHERE bulletin_id = ? AND state = 'TAKEN_IN' ORDER BY id FOR UPDATE")
                .param(bulletin.toString())
                .query(OfferTable::row)
                .list();
    }

    int countOpen(String agency) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin_offer WHERE agency = ? AND state IN ('DRAFT', 'OFFERED')")
                .param(agency)
                .query(Integer.class)
                .single();
    }

    void add(UUID id, OfferContent content, @Nullable UUID wished, Reader by) {
        jdbc.sql("""
                INSERT INTO bulletin_offer (id, agency, state, content, picture, wished, version, created_by, changed_by, changed_at)
                VALUES (:id, :agency, 'DRAFT', :content, :picture, :wished, 1, :by, :by, :now)
                """)
                .param("id", id.toString())
                .param("agency", by.agencyId())
                .param("content", content.json())
                .param("picture", Sql.textOrNull(content.picture()))
                .param("wished", Sql.textOrNull(wished))
                .param("by", by.personId().toString())
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    /** What the agency says now; what the team made of its words before is no answer to these. */
    void write(UUID id, OfferContent content, @Nullable UUID wished, Reader by) {
        jdbc.sql("""
                UPDATE bulletin_offer SET content = :content, edited = NULL, picture = :picture, wished = :wished,
                       version = version + 1, changed_by = :by, changed_at = :now WHERE id = :id
                """)
                .param("id", id.toString())
                .param("content", content.json())
                .param("picture", Sql.textOrNull(content.picture()))
                .param("wished", Sql.textOrNull(wished))
                .param("by", by.personId().toString())
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    void edit(UUID id, OfferContent edited) {
        jdbc.sql("UPDATE bulletin_offer SET edited = ?, version = version + 1, changed_at = ? WHERE id = ?")
                .param(edited.json())
                .param(Sql.utc(clock.instant()))
                .param(id.toString())
                .update();
    }

    void offer(UUID id, Reader by) {
        jdbc.sql("""
                UPDATE bulletin_offer SET state = 'OFFERED', offered_by = :by, offered_at = :now, decided_by = NULL,
                       decided_at = NULL, reason = NULL WHERE id = :id
                """)
                .param("id", id.toString())
                .param("by", by.personId().toString())
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    /** @param by null for the portal itself */
    void become(UUID id, OfferState state, @Nullable UUID bulletin, @Nullable String reason, @Nullable UUID by) {
        jdbc.sql("""
                UPDATE bulletin_offer SET state = :state, bulletin_id = :bulletin, reason = :reason, decided_by = :by,
                       decided_at = :now, version = version + 1 WHERE id = :id
                """)
                .param("id", id.toString())
                .param("state", state.name())
                .param("bulletin", Sql.textOrNull(bulletin))
                .param("reason", reason)
                .param("by", Sql.textOrNull(by))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    /** Whether nobody was told yet that it is taken in; editors may take it out and in again as often as they like. */
    boolean tellOnce(UUID id) {
        return jdbc.sql("UPDATE bulletin_offer SET told_at = ? WHERE id = ? AND told_at IS NULL")
                        .param(Sql.utc(clock.instant()))
                        .param(id.toString())
                        .update()
                > 0;
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM bulletin_offer WHERE id = ?").param(id.toString()).update();
    }

    void step(UUID offer, String what, @Nullable UUID person, @Nullable String words, @Nullable OfferContent content) {
        jdbc.sql("""
                INSERT INTO bulletin_offer_step (offer_id, what, person, at, words, content) VALUES (?, ?, ?, ?, ?, ?)
                """)
                .param(offer.toString())
                .param(what)
                .param(Sql.textOrNull(person))
                .param(Sql.utc(clock.instant()))
                .param(words)
                .param(content == null ? null : content.json())
                .update();
    }

    private static OfferRow row(ResultSet row, int number) throws SQLException {
        String edited = row.getString("edited");
        return new OfferRow(
                Sql.id(row, "id"),
                row.getString("agency"),
                OfferState.valueOf(row.getString("state")),
                OfferContent.ofJson(row.getString("content")),
                edited == null ? null : OfferContent.ofJson(edited),
                Sql.idOrNull(row, "wished"),
                Sql.idOrNull(row, "bulletin_id"),
                row.getInt("version"));
    }
}
