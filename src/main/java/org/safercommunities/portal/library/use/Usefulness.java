package org.safercommunities.portal.library.use;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.following.DocumentSubjects;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.NoticeUrgency;
import org.safercommunities.portal.notifications.notices.PersonalNotices;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * “Was this useful?” Whoever may see a document answers for themselves. How many said what, and what they wrote, is for its owner and
 * for the editors who may see it.
 */
@Service
public class Usefulness {

    public static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final PersonalNotices notices;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Usefulness(
            JdbcClient jdbc,
            Documents documents,
            PersonalNotices notices,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param comment may be empty */
    public record Answer(boolean useful, String comment) {}

    /** @param number of the version it was about */
    public record Comment(String name, boolean useful, String comment, int number, Instant at) {}

    /** @param comments the newest first */
    public record Opinion(int useful, int notUseful, List<Comment> comments) {}

    /** In place of what they said before. A comment that is new is told to the document's owner. */
    @Transactional
    public void answer(UUID document, boolean useful, String comment, Reader reader) {
        DocumentDetails details = seen(document, reader);
        String said = comment.strip();
        if (said.length() > LONGEST) {
            throw new InvalidUse("comment", "Shorten what you write to at most %,d characters".formatted(LONGEST));
        }
        jdbc.sql("""
                INSERT INTO document_usefulness (document_id, person_id, useful, comment, number, answered_at)
                VALUES (:document, :person, :useful, :comment, :number, :now)
                ON DUPLICATE KEY UPDATE useful = :useful, comment = :comment, number = :number, answered_at = :now
                """)
                .param("document", document.toString())
                .param("person", reader.personId().toString())
                .param("useful", useful)
                .param("comment", said)
                .param("number", details.current().number())
                .param("now", Sql.utc(clock.instant()))
                .update();
        if (!said.isEmpty() && !details.owner().equals(reader.personId()) && tell(details, said, reader) > 0) {
            messages.publishEvent(new CommentSent(document, reader.personId()));
        }
    }

    /** The same words sent again tell nobody again. */
    private int tell(DocumentDetails document, String said, Reader reader) {
        return notices.tell(
                List.of(document.owner()),
                NoticeOccasion.COMMENTED,
                "comment:%s:%s:%s"
                        .formatted(
                                document.id(),
                                reader.personId(),
                                UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))),
                DocumentSubjects.SOURCE,
                document.id(),
                "library/" + document.id(),
                NoticeUrgency.USUAL);
    }

    @Transactional
    public void takeBack(UUID document, Reader reader) {
        seen(document, reader);
        jdbc.sql("DELETE FROM document_usefulness WHERE document_id = ? AND person_id = ?")
                .params(document.toString(), reader.personId().toString())
                .update();
    }

    /** What they have said themselves. */
    @Transactional(readOnly = true)
    public Optional<Answer> own(UUID document, Reader reader) {
        return jdbc.sql("SELECT useful, comment FROM document_usefulness WHERE document_id = ? AND person_id = ?")
                .params(document.toString(), reader.personId().toString())
                .query((row, number) -> new Answer(row.getBoolean("useful"), row.getString("comment")))
                .optional();
    }

    /** Whether what all readers say is for this person to read. */
    public static boolean isFor(DocumentDetails document, Reader reader) {
        return reader.is(Role.EDITOR) || document.owner().equals(reader.personId());
    }

    /** What all readers say. Two statements. */
    @Transactional(readOnly = true)
    public Opinion opinion(UUID document, Reader reader) {
        if (!isFor(seen(document, reader), reader)) {
            throw new AccessDeniedException("What readers say is for the document’s owner and for editors");
        }
        record Counts(int useful, int all) {}
        Counts counts = jdbc.sql(
                        "SELECT COUNT(*) AS answers, COALESCE(SUM(useful), 0) AS good FROM document_usefulness WHERE document_id = ?")
                .param(document.toString())
                .query((row, number) -> new Counts(row.getInt("good"), row.getInt("answers")))
                .single();
        List<Comment> comments = jdbc.sql("""
                SELECT p.name, u.useful, u.comment, u.number, u.answered_at FROM document_usefulness u
                  JOIN person p ON p.id = u.person_id WHERE u.document_id = ? AND u.comment <> ''
                 ORDER BY u.answered_at DESC LIMIT 200
                """)
                .param(document.toString())
                .query(Usefulness::comment)
                .list();
        return new Opinion(counts.useful(), counts.all() - counts.useful(), comments);
    }

    private DocumentDetails seen(UUID document, Reader reader) {
        return documents
                .find(document, reader)
                .filter(found -> found.state() == DocumentState.PUBLISHED)
                .orElseThrow(() -> new UnknownDocument(document));
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        return new Comment(
                row.getString("name"),
                row.getBoolean("useful"),
                row.getString("comment"),
                row.getInt("number"),
                Sql.moment(row, "answered_at"));
    }
}
