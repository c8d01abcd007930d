package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has been published since the last issue of the same kind, and events to come that no issue has told of yet. */
@Service
public class NewSince {

    private static final int MOST = 30;
    private static final Duration WITHOUT_ANY = Duration.ofDays(31);

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Events events;
    private final Clock clock;

    NewSince(JdbcClient jdbc, Documents documents, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** @param at when it was published, or when it begins */
    public record Item(UUID id, String title, boolean isEvent, Instant at) {}

    /** What this editor may see of it and what is not in the bulletin yet; events first, by date, then the newest documents. */
    @Transactional(readOnly = true)
    public List<Item> of(BulletinPlan plan, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        Instant since = lastIssue(plan.kind());
        Set<UUID> toldOf = toldOf(plan.kind());
        Stream<Item> coming = events.list(EventFilter.upcoming(clock.instant()), 0, MOST, by).stream()
                .filter(event -> event.state() == EventState.PUBLISHED)
                .filter(event -> !plan.blocks().events().contains(event.id()) && !toldOf.contains(event.id()))
                .map(event -> new Item(event.id(), event.title(), true, event.start()))
                .sorted(Comparator.comparing(Item::at));
        Stream<Item> fresh = documents.publishedSince(since, MOST, by).stream()
                .filter(document -> !plan.blocks().documents().contains(document.id()))
                .map(document -> new Item(document.id(), document.title(), false, document.when()));
        return Stream.concat(coming, fresh).toList();
    }

    private Instant lastIssue(BulletinKind kind) {
        return jdbc.sql("SELECT MAX(sent_at) AS last FROM bulletin WHERE kind = ? AND state <> 'STOPPED'")
                .param(kind.name())
                .query((row, number) -> java.util.Optional.ofNullable(Sql.instant(row, "last")))
                .single()
                .orElseGet(() -> clock.instant().minus(WITHOUT_ANY));
    }

    /** Events in the last issues that went out. */
    private Set<UUID> toldOf(BulletinKind kind) {
        return Set.copyOf(jdbc
                .sql("SELECT blocks FROM bulletin WHERE kind = ? AND sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 3")
                .param(kind.name())
                .query((row, number) -> Blocks.ofJson(row.getString("blocks")).events())
                .list()
                .stream()
                .flatMap(Set::stream)
                .distinct()
                .toList());
    }
}
