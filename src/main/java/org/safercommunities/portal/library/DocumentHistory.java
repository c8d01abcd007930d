package org.safercommunities.portal.library;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what about a document, in its own words: for the editors who may see it. */
@Service
public class DocumentHistory {

    private final JdbcClient jdbc;
    private final PersonList people;
    private final WhoMaySeeDocument whoMaySee;
    private final Clock clock;

    DocumentHistory(JdbcClient jdbc, PersonList people, WhoMaySeeDocument whoMaySee, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.whoMaySee = whoMaySee;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @throws UnknownDocument when there is none for this person
     * @throws AccessDeniedException for those who may see it but not change it
     */
    @Transactional(readOnly = true)
    public List<DocumentChange> of(UUID document, int offset, int limit, Reader reader) {
        if (!whoMaySee.mayChange(reader, document).orElseThrow(() -> new UnknownDocument(document))) {
            throw new AccessDeniedException("The history is for the editors of a document");
        }
        List<Line> lines = jdbc.sql("""
                        SELECT at, actor, what, before_text, after_text FROM document_change
                         WHERE document_id = ? ORDER BY id DESC LIMIT ? OFFSET ?
                        """)
                .params(document.toString(), limit, offset)
                .query((row, number) -> new Line(
                        Sql.moment(row, "at"),
                        Sql.idOrNull(row, "actor"),
                        DocumentField.valueOf(row.getString("what")),
                        row.getString("before_text"),
                        row.getString("after_text")))
                .list();
        Map<UUID, String> names = people.names(lines.stream()
                .map(Line::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return lines.stream()
                .map(line -> new DocumentChange(
                        line.at(),
                        line.actor() == null ? null : names.get(line.actor()),
                        line.what(),
                        requireNonNullElse(line.before(), ""),
                        requireNonNullElse(line.after(), "")))
                .toList();
    }

    /** How many there are; the same conditions. */
    @Transactional(readOnly = true)
    public int count(UUID document, Reader reader) {
        if (!whoMaySee.admits(reader, document)) {
            throw new UnknownDocument(document);
        }
        EditableDocuments.unlessEditor(reader);
        return jdbc.sql("SELECT COUNT(*) FROM document_change WHERE document_id = ?")
                .param(document.toString())
                .query(Integer.class)
                .single();
    }

    /** What of the description and the term differs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(
            UUID document,
            DocumentDescription before,
            DocumentDescription after,
            DocumentTerm was,
            DocumentTerm is,
            Reader by) {
        var said = new Said(document, by);
        said.of(DocumentField.TITLE, before, after, DocumentDescription::title);
        said.of(DocumentField.DESCRIPTION, before, after, DocumentDescription::description);
        said.of(DocumentField.KIND, before, after, DocumentDescription::kind);
        said.of(DocumentField.TOPICS, before, after, one -> joined(one.topics()));
        said.of(DocumentField.MARKING, before, after, one -> one.marking().label());
        said.of(DocumentField.HANDLING, before, after, DocumentDescription::handling);
        said.of(
                DocumentField.AUDIENCE,
                before,
                after,
                one -> joined(one.audience().tokens()));
        said.of(DocumentField.REVIEW, before, after, DocumentDescription::reviewOn);
        said.of(DocumentField.OWNER, was, is, DocumentTerm::owner);
        said.of(DocumentField.VISIBLE_FROM, was, is, DocumentTerm::visibleFrom);
        said.of(DocumentField.VISIBLE_UNTIL, was, is, DocumentTerm::visibleUntil);
        said.of(DocumentField.DISPOSAL, was, is, DocumentTerm::disposeOn);
        said.of(DocumentField.BASIS, was, is, DocumentTerm::retentionBasis);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UUID document, DocumentField what, @Nullable String before, @Nullable String after, Reader by) {
        jdbc.sql("INSERT INTO document_change (document_id, at, actor, what, before_text, after_text)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(document.toString())
                .param(Sql.utc(clock.instant()))
                .param(Sql.textOrNull(by.actor()))
                .param(what.name())
                .param(before)
                .param(after)
                .update();
    }

    private static String joined(java.util.Collection<String> values) {
        return String.join(" ", values.stream().sorted().toList());
    }

    private record Line(
            Instant at,
            @Nullable UUID actor,
            DocumentField what,
            @Nullable String before,
            @Nullable String after) {}

    /** Notes what differs, one line for each. */
    private final class Said {
        private final UUID document;
        private final Reader by;

        Said(UUID document, Reader by) {
            this.document = document;
            this.by = by;
        }

        <T> void of(DocumentField what, T before, T after, Function<T, @Nullable Object> part) {
            Object was = part.apply(before);
            Object is = part.apply(after);
            if (!Objects.equals(was, is)) {
                note(document, what, was == null ? null : was.toString(), is == null ? null : is.toString(), by);
            }
        }
    }
}
