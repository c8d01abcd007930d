package org.safercommunities.portal.library.contributions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads offered documents, each time through {@link WhoSeesContribution}. */
@Service
public class ContributionReading {

    private final JdbcClient jdbc;

    ContributionReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose offers a list holds, and in which state. */
    public enum Which {
        /** One’s own, whatever became of them; the last touched first. */
        OWN("o.author = :me", "o.changed_at DESC"),
        /** For coordinators: those of others in their agency that were sent; the last first. */
        AGENCY("o.author <> :me AND o.state <> 'DRAFT' AND o.agency IN (:coordinated)", "o.sent_at DESC"),
        /** For editors: what waits for them; the newest first. */
        WAITING(":editor AND o.state = 'WAITING'", "o.sent_at DESC"),
        /** For editors: what they decided on; the last first. */
        DECIDED(":editor AND o.state IN ('PUBLISHED', 'DECLINED')", "o.decided_at DESC");

        private final String condition;
        private final String order;

        Which(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /**
     * A step that was taken with an offer.
     *
     * @param what {@code sent}, {@code taken-back}, {@code declined} or {@code published}
     * @param person null when the portal did it
     * @param words the reason
     */
    public record Step(
            String what,
            @Nullable UUID person,
            Instant at,
            @Nullable String words) {}

    /** Empty when there is no such offer, and when there is but not for this person. */
    @Transactional(readOnly = true)
    public Optional<ContributionDetails> find(UUID id, Reader reader) {
        return jdbc.sql(ContributionRows.SELECT + WhoSeesContribution.CONDITION + " AND o.id = :id")
                .params(WhoSeesContribution.parameters(reader))
                .param("id", id.toString())
                .query(ContributionRows::details)
                .optional();
    }

    /** The same, if its file is theirs to have. */
    @Transactional(readOnly = true)
    public Optional<ContributionDetails> withFile(UUID id, Reader reader) {
        return jdbc.sql(ContributionRows.SELECT + WhoSeesContribution.CONDITION_OF_FILE + " AND o.id = :id")
                .params(WhoSeesContribution.parameters(reader))
                .param("id", id.toString())
                .query(ContributionRows::details)
                .optional();
    }

    /** The words of its file, if that is theirs to have. */
    @Transactional(readOnly = true)
    public Optional<String> text(UUID id, Reader reader) {
        return jdbc.sql("SELECT t.text FROM document_offer o JOIN document_offer_text t ON t.offer_id = o.id"
                        + " WHERE o.id = :id AND " + WhoSeesContribution.CONTENTS)
                .params(WhoSeesContribution.parameters(reader))
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    /** One statement, however many there are. */
    @Transactional(readOnly = true)
    public List<ContributionDetails> list(Which which, int offset, int limit, Reader reader) {
        return jdbc.sql(ContributionRows.SELECT + WhoSeesContribution.CONDITION + " AND " + which.condition
                        + " ORDER BY " + which.order + ", o.id LIMIT :limit OFFSET :offset")
                .params(WhoSeesContribution.parameters(reader))
                .param("limit", limit)
                .param("offset", offset)
                .query(ContributionRows::details)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Which which, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM document_offer o WHERE " + WhoSeesContribution.CONDITION + " AND "
                        + which.condition)
                .params(WhoSeesContribution.parameters(reader))
                .query(Integer.class)
                .single();
    }

    /** How many wait for this person; 0 unless they are an editor. */
    public int countWaiting(Reader reader) {
        return reader.is(Role.EDITOR) ? count(Which.WAITING, reader) : 0;
    }

    /** What was done with it, the last first; nothing when it is not this person’s to see. */
    @Transactional(readOnly = true)
    public List<Step> steps(UUID id, Reader reader) {
        return jdbc.sql("SELECT s.what, s.person, s.at, s.words FROM document_offer_step s"
                        + " JOIN document_offer o ON o.id = s.offer_id WHERE o.id = :id AND "
                        + WhoSeesContribution.CONDITION + " ORDER BY s.id DESC LIMIT 200")
                .params(WhoSeesContribution.parameters(reader))
                .param("id", id.toString())
                .query((row, number) -> new Step(
                        row.getString("what"),
                        Sql.idOrNull(row, "person"),
                        Sql.moment(row, "at"),
                        row.getString("words")))
                .list();
    }
}
