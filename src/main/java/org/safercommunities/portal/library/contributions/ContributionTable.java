package org.safercommunities.portal.library.contributions;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of offered documents, each held before it changes, and the steps beside them. */
@Component
class ContributionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContributionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As it stands, held until the transaction ends; empty when it is not this person’s to see. */
    Optional<ContributionDetails> hold(UUID id, Reader by) {
        return jdbc.sql(ContributionRows.SELECT + WhoSeesContribution.CONDITION + " AND o.id = :id FOR UPDATE")
                .params(WhoSeesContribution.parameters(by))
                .param("id", id.toString())
                .query(ContributionRows::details)
                .optional();
    }

    /** As it stands, whoever asks: for the portal’s own letters. */
    Optional<ContributionDetails> read(UUID id) {
        return jdbc.sql(ContributionRows.SELECT + "o.id = :id")
                .param("id", id.toString())
                .query(ContributionRows::details)
                .optional();
    }

    int count(UUID author, ContributionState state) {
        return jdbc.sql("SELECT COUNT(*) FROM document_offer WHERE author = ? AND state = ?")
                .param(author.toString())
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    void add(UUID id, ContributionContent content, @Nullable UUID versionOf, String agency, Reader by) {
        jdbc.sql("""
                INSERT INTO document_offer (id, author, agency, state, title, description, kind, topics, marking, handling,
                       audience_wish, note, named, may_share, no_personal_data, version_of, version, changed_at)
                VALUES (:id, :author, :agency, 'DRAFT', :title, :description, :kind, :topics, :marking, :handling, :wish, :note,
                       :named, :mayShare, :noPersonalData, :versionOf, 1, :now)
                """)
                .params(said(content))
                .param("id", id.toString())
                .param("author", by.personId().toString())
                .param("agency", agency)
                .param("versionOf", Sql.textOrNull(versionOf))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    void write(UUID id, ContributionContent content) {
        jdbc.sql("""
                UPDATE document_offer SET title = :title, description = :description, kind = :kind, topics = :topics,
                       marking = :marking, handling = :handling, audience_wish = :wish, note = :note, named = :named,
                       may_share = :mayShare, no_personal_data = :noPersonalData, version = version + 1, changed_at = :now
                 WHERE id = :id
                """)
                .params(said(content))
                .param("id", id.toString())
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    private static Map<String, Object> said(ContributionContent content) {
        Map<String, Object> said = new HashMap<>();
        said.put("title", content.title());
        said.put("description", content.description());
        said.put("kind", content.kind());
        said.put("topics", String.join(" ", new TreeSet<>(content.topics())));
        said.put("marking", content.marking().name());
        said.put("handling", content.handling());
        said.put("wish", content.audienceWish());
        said.put("note", content.note());
        said.put("named", content.named());
        said.put("mayShare", content.mayShare());
        said.put("noPersonalData", content.noPersonalData());
        return said;
    }

    /** Its words are to be read anew. */
    void file(UUID id, StoredFile file) {
        jdbc.sql("""
                UPDATE document_offer SET sha256 = :sha, size = :size, file_name = :name, media_type = :type,
                       file_added_at = :now, file_gone_at = NULL, reading = 'PENDING', reading_reason = NULL,
                       reading_began_at = NULL, reading_attempts = 0, pages = NULL, higher_markings = '',
                       version = version + 1, changed_at = :now
                 WHERE id = :id
                """)
                .param("id", id.toString())
                .param("sha", file.sha256())
                .param("size", file.size())
                .param("name", file.fileName())
                .param("type", file.mediaType())
                .param("now", Sql.utc(clock.instant()))
                .update();
        jdbc.sql("DELETE FROM document_offer_text WHERE offer_id = ?")
                .param(id.toString())
                .update();
    }

    void send(UUID id) {
        jdbc.sql("""
                UPDATE document_offer SET state = 'WAITING', sent_at = :now, decided_by = NULL, decided_at = NULL,
                       reason = NULL, version = version + 1, changed_at = :now WHERE id = :id
                """)
                .param("id", id.toString())
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    void takeBack(UUID id) {
        jdbc.sql("UPDATE document_offer SET state = 'DRAFT', sent_at = NULL, version = version + 1, changed_at = ?"
                        + " WHERE id = ?")
                .param(Sql.utc(clock.instant()))
                .param(id.toString())
                .update();
    }

    /** @param document null when it is declined, with a reason then */
    void decide(UUID id, ContributionState state, @Nullable UUID document, @Nullable String reason, Reader by) {
        jdbc.sql("""
                UPDATE document_offer SET state = :state, document_id = :document, reason = :reason, decided_by = :by,
                       decided_at = :now, version = version + 1, changed_at = :now WHERE id = :id
                """)
                .param("id", id.toString())
                .param("state", state.name())
                .param("document", Sql.textOrNull(document))
                .param("reason", reason)
                .param("by", Sql.textOrNull(by.actor()))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM document_offer WHERE id = ?").param(id.toString()).update();
    }

    void step(UUID offer, String what, Reader by, @Nullable String words) {
        jdbc.sql("INSERT INTO document_offer_step (offer_id, what, person, at, words) VALUES (?, ?, ?, ?, ?)")
                .param(offer.toString())
                .param(what)
                .param(Sql.textOrNull(by.actor()))
                .param(Sql.utc(clock.instant()))
                .param(words)
                .update();
    }
}
