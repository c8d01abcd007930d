package org.safercommunities.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Things of a source of its own, so that tests that share one index do not meet; taken away at the end. */
final class Shelf implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String source = "shelf-" + UUID.randomUUID().toString().substring(0, 8);
    private final Set<UUID> things = new LinkedHashSet<>();
    private final SearchIndex index;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;

    Shelf(SearchIndex index, TransactionTemplate transaction, JdbcClient sql) {
        this.index = index;
        this.transaction = transaction;
        this.sql = sql;
    }

    static Reader reader(String agency, String... groups) {
        return new Reader(UUID.randomUUID(), agency, Set.of(agency), Set.of(groups), Set.of());
    }

    String source() {
        return source;
    }

    SearchQuery query(String words) {
        return SearchQuery.of(words).with(Facet.SOURCE, source);
    }

    /** Puts a thing for everyone on the shelf. */
    UUID add(String title, String body) {
        return add(new Draft(title, body));
    }

    UUID add(Draft draft) {
        UUID id = UUID.randomUUID();
        put(id, draft);
        return id;
    }

    void put(UUID id, Draft draft) {
        things.add(id);
        transaction.executeWithoutResult(status -> index.put(draft.entry(source, id)));
    }

    void remove(UUID id) {
        things.remove(id);
        transaction.executeWithoutResult(status -> index.remove(source, id));
    }

    /** Waits until the index holds all that is in the database. */
    Shelf settle() {
        await(() -> pending() == 0);
        return this;
    }

    long pending() {
        return sql.sql("SELECT COUNT(*) FROM search_entry WHERE pending AND source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(condition.getAsBoolean()).as("within " + PATIENCE).isTrue();
    }

    @Override
    public void close() {
        Set.copyOf(things).forEach(this::remove);
        settle();
    }

    /** A thing to be, for everyone unless said otherwise. */
    record Draft(
            String title,
            String description,
            String body,
            String kind,
            Set<String> topics,
            @Nullable String agency,
            LocalDate date,
            Audience audience,
            Map<String, String> facts) {

        static final LocalDate DAY = LocalDate.of(2026, 3, 14);

        Draft(String title, String body) {
            this(title, "", body, "report", Set.of("road-safety"), "kent-police", DAY, Audience.ofEveryone(), Map.of());
        }

        Draft describedAs(String text) {
            return new Draft(title, text, body, kind, topics, agency, date, audience, facts);
        }

        Draft ofKind(String slug) {
            return new Draft(title, description, body, slug, topics, agency, date, audience, facts);
        }

        Draft about(String... slugs) {
            return new Draft(title, description, body, kind, Set.of(slugs), agency, date, audience, facts);
        }

        Draft from(@Nullable String slug) {
            return new Draft(title, description, body, kind, topics, slug, date, audience, facts);
        }

        Draft on(LocalDate day) {
            return new Draft(title, description, body, kind, topics, agency, day, audience, facts);
        }

        Draft forOnly(Audience readers) {
            return new Draft(title, description, body, kind, topics, agency, date, readers, facts);
        }

        Draft with(String fact, String value) {
            Map<String, String> all = new LinkedHashMap<>(facts);
            all.put(fact, value);
            return new Draft(title, description, body, kind, topics, agency, date, audience, all);
        }

        Draft changed(UnaryOperator<Draft> change) {
            return change.apply(this);
        }

        SearchEntry entry(String source, UUID id) {
            return new SearchEntry(
                    source,
                    id,
                    title,
                    description,
                    body,
                    kind,
                    topics,
                    agency,
                    date,
                    "things/" + id,
                    audience.tokens(),
                    facts);
        }
    }
}
