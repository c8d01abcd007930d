package org.safercommunities.portal.library.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents that somebody ought to look at: whose review date is past, and that nobody has downloaded for a year. For editors. */
@Service
public class NeglectedDocuments {

    private static final Duration UNREAD = Duration.ofDays(365);
    private static final String DOWNLOADED = "library.document-downloaded";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    NeglectedDocuments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param owner name of whoever put it in, if that is still known */
    public record Line(
            UUID id, String title, String marking, @Nullable LocalDate reviewOn, Instant published, String owner) {}

    /** Whose review was due, the longest ago first. */
    @Transactional(readOnly = true)
    public List<Line> stale(Reader by) {
        LibraryFigures.unlessEditor(by);
        return lines("d.review_on < :today ORDER BY d.review_on, d.title", by);
    }

    /** Published a year ago and more, and not downloaded since; by the audit trail, which knows each download. */
    @Transactional(readOnly = true)
    public List<Line> unread(Reader by) {
        LibraryFigures.unlessEditor(by);
        List<Line> old = lines("d.published_at < :yearAgo ORDER BY d.published_at, d.title", by);
        Set<String> read = audit.subjectsSince(
                DOWNLOADED, old.stream().map(NeglectedDocuments::subject).collect(Collectors.toSet()), yearAgo());
        return old.stream().filter(line -> !read.contains(subject(line))).toList();
    }

    private List<Line> lines(String which, Reader by) {
        return jdbc.sql("SELECT d.id, d.title, d.marking, d.review_on, d.published_at, COALESCE(p.name, '') AS owner"
                        + " FROM document d LEFT JOIN person p ON p.id = d.owner WHERE d.state = 'PUBLISHED' AND "
                        + WhoMaySeeDocument.CONDITION + " AND " + which)
                .params(by.parameters())
                .param("today", LocalDate.ofInstant(clock.instant(), Dates.KENT))
                .param("yearAgo", Sql.utc(yearAgo()))
                .query((row, number) -> new Line(
                        Sql.id(row, "id"),
                        row.getString("title"),
                        row.getString("marking").replace('_', '-'),
                        row.getObject("review_on", LocalDate.class),
                        Sql.moment(row, "published_at"),
                        row.getString("owner")))
                .list();
    }

    private Instant yearAgo() {
        return clock.instant().minus(UNREAD);
    }

    private static String subject(Line line) {
        return "document:" + line.id();
    }
}
