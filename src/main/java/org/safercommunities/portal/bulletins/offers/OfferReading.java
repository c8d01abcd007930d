package org.safercommunities.portal.bulletins.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads offered items, each time through {@link WhoSeesOffer}. */
@Service
public class OfferReading {

    private static final String SELECT = """
            SELECT o.*, a.name AS agency_name, w.title AS wished_title, c.until_at, b.title AS bulletin_title,
                   b.state AS bulletin_state, b.sent_at, b.blocks
              FROM bulletin_offer o JOIN agency a ON a.slug = o.agency
              LEFT JOIN bulletin w ON w.id = o.wished LEFT JOIN bulletin_call c ON c.bulletin_id = o.wished
              LEFT JOIN bulletin b ON b.id = o.bulletin_id
             WHERE\s""" + WhoSeesOffer.CONDITION;

    /** Soonest wished first, those for the next one last, in the order in which they came. */
    private static final String WAITING = SELECT
            + " AND o.state = 'OFFERED' ORDER BY c.until_at IS NULL, c.until_at, w.title, o.offered_at, o.id LIMIT 500";

    private final JdbcClient jdbc;

    OfferReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step that was taken with an item.
     *
     * @param what {@code offered}, {@code withdrawn}, {@code edited}, {@code taken-in}, {@code taken-out}, {@code declined} or
     *     {@code published}
     * @param person null when the portal did it
     * @param words the reason
     */
    public record Step(
            String what,
            @Nullable UUID person,
            Instant at,
            @Nullable String words) {}

    /** Empty when there is no such item, and when there is but not for this person. */
    @Transactional(readOnly = true)
    public Optional<OfferDetails> find(UUID id, Reader reader) {
        return jdbc.sql(SELECT + " AND o.id = :id")
                .params(WhoSeesOffer.parameters(reader))
                .param("id", id.toString())
                .query(OfferReading::details)
                .optional();
    }

    /** Those of this person’s agency, the last changed first. */
    @Transactional(readOnly = true)
    public List<OfferDetails> own(Reader reader) {
        return jdbc.sql(SELECT + " AND o.agency IN (:agencies) ORDER BY o.changed_at DESC, o.id LIMIT 300")
                .params(WhoSeesOffer.parameters(reader))
                .query(OfferReading::details)
                .list();
    }

    /** Those that wait for the team. For editors; nothing for others. */
    @Transactional(readOnly = true)
    public List<OfferDetails> waiting(Reader reader) {
        return reader.is(Role.EDITOR)
                ? jdbc.sql(WAITING)
                        .params(WhoSeesOffer.parameters(reader))
                        .query(OfferReading::details)
                        .list()
                : List.of();
    }

    /** Those that the team has decided on, the last first. For editors; nothing for others. */
    @Transactional(readOnly = true)
    public List<OfferDetails> decided(Reader reader) {
        return reader.is(Role.EDITOR)
                ? jdbc.sql(SELECT + " AND o.state IN ('TAKEN_IN', 'PUBLISHED', 'DECLINED')"
                                + " ORDER BY o.decided_at DESC, o.id LIMIT 50")
                        .params(WhoSeesOffer.parameters(reader))
                        .query(OfferReading::details)
                        .list()
                : List.of();
    }

    /** How many wait for this person; 0 unless they are an editor. */
    @Transactional(readOnly = true)
    public int countWaiting(Reader reader) {
        return reader.is(Role.EDITOR)
                ? jdbc.sql("SELECT COUNT(*) FROM bulletin_offer o WHERE o.state = 'OFFERED' AND "
                                + WhoSeesOffer.CONDITION)
                        .params(WhoSeesOffer.parameters(reader))
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** What was done with it, the last first; nothing when it is not this person’s to see. */
    @Transactional(readOnly = true)
    public List<Step> steps(UUID id, Reader reader) {
        return jdbc.sql("SELECT s.what, s.person, s.at, s.words FROM bulletin_offer_step s"
                        + " JOIN bulletin_offer o ON o.id = s.offer_id WHERE o.id = :id AND "
                        + WhoSeesOffer.CONDITION + " ORDER BY s.id DESC LIMIT 200")
                .params(WhoSeesOffer.parameters(reader))
                .param("id", id.toString())
                .query((row, number) -> new Step(
                        row.getString("what"),
                        Sql.idOrNull(row, "person"),
                        Sql.moment(row, "at"),
                        row.getString("words")))
                .list();
    }

    private static OfferDetails details(ResultSet row, int number) throws SQLException {
        UUID id = Sql.id(row, "id");
        OfferContent content = OfferContent.ofJson(row.getString("content"));
        String json = row.getString("edited");
        OfferContent edited = json == null ? null : OfferContent.ofJson(json);
        OfferContent latest = edited == null ? content : edited;
        UUID wished = Sql.idOrNull(row, "wished");
        UUID bulletin = Sql.idOrNull(row, "bulletin_id");
        return new OfferDetails(
                id,
                row.getString("agency"),
                row.getString("agency_name"),
                OfferState.valueOf(row.getString("state")),
                content,
                edited,
                bulletin == null
                        ? latest.wording()
                        : OfferBlocks.wording(Blocks.ofJson(row.getString("blocks")), id)
                                .orElseGet(latest::wording),
                wished == null
                        ? null
                        : new OfferDetails.Wish(wished, row.getString("wished_title"), Sql.instant(row, "until_at")),
                bulletin == null
                        ? null
                        : new OfferDetails.Place(
                                bulletin,
                                row.getString("bulletin_title"),
                                BulletinState.valueOf(row.getString("bulletin_state")),
                                Sql.instant(row, "sent_at")),
                row.getInt("version"),
                Sql.id(row, "created_by"),
                Sql.moment(row, "changed_at"),
                Sql.idOrNull(row, "offered_by"),
                Sql.instant(row, "offered_at"),
                Sql.instant(row, "decided_at"),
                row.getString("reason"));
    }
}
