package org.safercommunities.portal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.PortalApplication;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.LuceneAlone;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.Validity;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code ./portal bench search [documents]}: 20 people search generated documents, some of which are not to be found yet or any more:
 * the service's call against Lucene alone on the same index, with the same counts.
 */
final class SearchBench implements Benchmark {

    private static final long SEED = 20260314;
    private static final int ROWS_PER_STATEMENT = 200;
    private static final int QUERIES = 400;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 12;
    private static final int WARM_UP_SECONDS = 12;

    private static final int DOCUMENTS = 100_000;

    private final Results.Part part = new Results.Part();

    @Override
    public void run(List<String> arguments) throws Exception {
        int documents = arguments.isEmpty() ? DOCUMENTS : Integer.parseInt(arguments.getFirst());
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setDefaultProperties(Map.copyOf(PortalServices.variables()));
        try (ConfigurableApplicationContext portal = application.run();
                LoadAverage load = new LoadAverage()) {
            GeneratedThings things = new GeneratedThings(SEED);
            JdbcTemplate sql = portal.getBean(JdbcTemplate.class);
            say(
                    "`./portal bench search %d`, %s. %d processors, %d MB of heap, Java %s. Seed %d.",
                    documents,
                    LocalDate.now(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() / (1 << 20),
                    Runtime.version(),
                    SEED);
            long began = System.nanoTime();
            fill(sql, things, documents);
            double filled = seconds(began);
            began = System.nanoTime();
            awaitIndex(sql);
            say(
                    "%,d documents of 300 to 800 words: generated and written to MariaDB in %.0f s, indexed in the background"
                            + " within a further %.0f s.",
                    documents, filled, seconds(began));
            Path index = Path.of(portal.getEnvironment().getRequiredProperty("PORTAL_DATA"), "index", "things");
            try (LuceneAlone alone = new LuceneAlone(index, abbreviations(sql))) {
                say(
                        "The index has %,d documents in %d segments, %d MB.",
                        alone.documents(), alone.segments(), size(index) >> 20);
                say("");
                Search search = portal.getBean(Search.class);
                List<Asked> queries = IntStream.range(0, QUERIES)
                        .mapToObj(number -> asked(things, number))
                        .toList();
                say("%s", new SameCounts(search, alone, sql).of(queries, things.readers()));
                say("");
                measure(search, alone, queries, things, statistics(portal));
            }
            say("");
            say("Load of the machine: %s.", load);
            new Results("search", "Search benchmark", documents >= DOCUMENTS).keep("Against Lucene alone", part);
        }
    }

    private void measure(
            Search search, LuceneAlone alone, List<Asked> queries, GeneratedThings things, Statistics statistics)
            throws Exception {
        statements(search, queries, things.readers(), statistics);
        Contender service =
                (asked, reader) -> search.search(asked.query(), reader).total();
        Contender lucene = (asked, reader) ->
                alone.search(asked.query(), reader, asked.sort().equals("typo"));
        compete(service, queries, things.readers(), WARM_UP_SECONDS);
        compete(lucene, queries, things.readers(), WARM_UP_SECONDS / 2);
        List<Sample> ofService = new ArrayList<>();
        List<Sample> ofLucene = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofService.addAll(compete(service, queries, things.readers(), SECONDS));
            ofLucene.addAll(compete(lucene, queries, things.readers(), SECONDS));
        }
        say("20 readers of different agencies at once without a pause, in turns %d × %d s each:", ROUNDS, SECONDS);
        say("");
        say("| | calls | p50 ms | p95 ms |");
        say("|---|---|---|---|");
        row("Search.search", ofService);
        row("Lucene alone", ofLucene);
        say(
                "| **ratio** | | %.2f | **%.2f** (aim: at most 3) |",
                p(ofService, 50) / p(ofLucene, 50), p(ofService, 95) / p(ofLucene, 95));
        List<Sample> editors = ofService.stream().filter(Sample::editor).toList();
        List<Sample> others =
                ofService.stream().filter(sample -> !sample.editor()).toList();
        row("practitioners", others);
        row("editors", editors);
        say(
                "| **ratio** | | %.2f | **%.2f** (aim: at most 1.2) |",
                p(others, 50) / p(editors, 50), p(others, 95) / p(editors, 95));
        say("");
        say("| sort of query | share | Search p50 | Search p95 | Lucene p50 | Lucene p95 |");
        say("|---|---|---|---|---|---|");
        for (String sort : List.of("words", "one word", "abbreviation", "phrase", "filtered", "typo", "browse")) {
            List<Sample> a =
                    ofService.stream().filter(s -> s.sort().equals(sort)).toList();
            List<Sample> b =
                    ofLucene.stream().filter(s -> s.sort().equals(sort)).toList();
            say(
                    "| %s | %d %% | %.1f | %.1f | %.1f | %.1f |",
                    sort, 100 * a.size() / ofService.size(), p(a, 50), p(a, 95), p(b, 50), p(b, 95));
        }
        say("");
        List<Sample> single = compete(service, queries, things.readers().subList(0, 1), 5);
        List<Sample> singleAlone = compete(lucene, queries, things.readers().subList(0, 1), 5);
        say(
                "One reader alone: Search.search p50 %.1f ms, p95 %.1f ms; Lucene alone p50 %.1f ms, p95 %.1f ms.",
                p(single, 50), p(single, 95), p(singleAlone, 50), p(singleAlone, 95));
        List<Sample> suggestions = compete(
                (asked, reader) ->
                        search.suggest(asked.query().text(), reader, 8).size(),
                queries.stream().filter(q -> !q.query().text().isEmpty()).toList(),
                things.readers().subList(0, 1),
                5);
        say(
                "Suggestions, one reader: p50 %.1f ms, p95 %.1f ms (aim: below 20).",
                p(suggestions, 50), p(suggestions, 95));
        say("");
        say(
                "Search.search returns a page of 20 with exact total, five facets, snippets, and a check of the page in SQL;"
                        + " for typos, a second and a third look. Lucene alone: the same words and forms, the same filter of"
                        + " tokens and of the moment, the same preference for what is up to date, exact total, the same five facets counted, the page's stored fields; no snippets, no SQL,"
                        + " one query even where facets are chosen.");
    }

    private void statements(Search search, List<Asked> queries, List<Reader> readers, Statistics statistics) {
        statistics.setStatisticsEnabled(true);
        Map<String, long[]> bySort = new HashMap<>();
        for (int i = 0; i < queries.size(); i++) {
            Asked asked = queries.get(i);
            long before = statistics.getPrepareStatementCount();
            boolean empty =
                    search.search(asked.query(), readers.get(i % 20)).hits().isEmpty();
            long count = statistics.getPrepareStatementCount() - before;
            if (!empty) {
                long[] range = bySort.computeIfAbsent(asked.sort(), any -> new long[] {Long.MAX_VALUE, 0});
                range[0] = Math.min(range[0], count);
                range[1] = Math.max(range[1], count);
            }
        }
        statistics.setStatisticsEnabled(false);
        StringBuilder line = new StringBuilder("SQL statements of a page with results, least and most:");
        bySort.forEach((sort, range) -> line.append(" %s %d–%d;".formatted(sort, range[0], range[1])));
        say("%s", line);
        say("");
    }

    private static Asked asked(GeneratedThings things, int number) {
        SearchQuery query;
        String sort;
        switch (number % 20) {
            case 0, 1, 2, 3, 4, 5, 6 -> {
                sort = "words";
                query = SearchQuery.of(things.word(10, 300) + " " + things.word(100, 3_000));
            }
            case 7, 8, 9 -> {
                sort = "one word";
                query = SearchQuery.of(things.word(10, 2_000));
            }
            case 10, 11, 12 -> {
                sort = "abbreviation";
                query = SearchQuery.of(
                        things.one(List.of("ASB", "DHR", "VAWG", "PSPO", "MARAC")) + " " + things.word(10, 200));
            }
            case 13, 14 -> {
                sort = "phrase";
                query = SearchQuery.of("\"" + things.word(10, 60) + " " + things.word(10, 60) + "\"");
            }
            case 15, 16 -> {
                sort = "filtered";
                query = SearchQuery.of(things.word(10, 300))
                        .with(Facet.TOPIC, things.one(GeneratedThings.TOPICS))
                        .with(Facet.KIND, new TreeSet<>(List.of(things.one(GeneratedThings.KINDS), "other")));
            }
            case 17, 18 -> {
                sort = "typo";
                StringBuilder word = new StringBuilder(things.word(2_000, 20_000));
                word.setCharAt(word.length() / 2, 'q');
                query = SearchQuery.of(word.toString());
            }
            default -> {
                sort = "browse";
                query = SearchQuery.of("");
            }
        }
        return new Asked(sort, query);
    }

    private static List<Sample> compete(Contender contender, List<Asked> queries, List<Reader> readers, int seconds)
            throws Exception {
        List<Sample> all = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService crowd = Executors.newFixedThreadPool(readers.size())) {
            List<Future<List<Sample>>> each = new ArrayList<>();
            for (Reader reader : readers) {
                Random random = new Random(reader.personId().getLeastSignificantBits());
                each.add(crowd.submit(() -> {
                    List<Sample> own = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        Asked asked = queries.get(random.nextInt(queries.size()));
                        long start = System.nanoTime();
                        contender.ask(asked, reader);
                        own.add(new Sample(asked.sort(), reader.is(Role.EDITOR), System.nanoTime() - start));
                    }
                    return own;
                }));
            }
            for (Future<List<Sample>> own : each) {
                all.addAll(own.get());
            }
        }
        return all;
    }

    private static void fill(JdbcTemplate sql, GeneratedThings things, int documents) {
        Instant now = Instant.now();
        for (int from = 0; from < documents; from += ROWS_PER_STATEMENT) {
            int rows = Math.min(ROWS_PER_STATEMENT, documents - from);
            List<Object> entries = new ArrayList<>();
            List<Object> tokens = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                UUID thing = new UUID(SEED, from + i);
                UUID id = UUID.nameUUIDFromBytes(("documents:" + thing).getBytes(StandardCharsets.UTF_8));
                entries.addAll(Arrays.asList(
                        id.toString(),
                        thing.toString(),
                        things.text(4 + things.number(6)),
                        things.number(3) == 0 ? "" : things.text(20),
                        things.text(300 + things.number(500)),
                        things.one(GeneratedThings.KINDS),
                        things.one(GeneratedThings.TOPICS) + " " + things.one(GeneratedThings.TOPICS),
                        things.one(GeneratedThings.AGENCIES),
                        things.day(),
                        "library/" + thing,
                        ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE)));
                Validity validity = things.validity(now);
                entries.addAll(Arrays.asList(utc(validity.from()), utc(validity.until()), validity.staleFrom()));
                Audience audience = things.audience();
                audience.tokens().forEach(token -> tokens.addAll(List.of(id.toString(), token)));
            }
            sql.update(
                    """
                    INSERT INTO search_entry (id, source, thing_id, title, description, body, kind, topics, agency, dated,
                                              path, facts, stamp, visible_from, visible_until, stale_from, pending,
                                              removed) VALUES\s"""
                            + String.join(
                                    ",",
                                    java.util.Collections.nCopies(
                                            rows,
                                            "(?, 'documents', ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, TRUE, FALSE)")),
                    entries.toArray());
            sql.update(
                    "INSERT INTO search_entry_token (entry_id, token) VALUES "
                            + String.join(",", java.util.Collections.nCopies(tokens.size() / 2, "(?, ?)")),
                    tokens.toArray());
        }
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static void awaitIndex(JdbcTemplate sql) {
        while (Boolean.TRUE.equals(
                sql.queryForObject("SELECT EXISTS (SELECT 1 FROM search_entry WHERE pending)", Boolean.class))) {
            LockSupport.parkNanos(500_000_000);
        }
    }

    private static Map<String, String> abbreviations(JdbcTemplate sql) {
        Map<String, String> all = new HashMap<>();
        sql.query("SELECT abbreviation, expansion FROM search_abbreviation", row -> {
            all.put(row.getString(1), row.getString(2));
        });
        return all;
    }

    private static Statistics statistics(ConfigurableApplicationContext portal) {
        return portal.getBean(SessionFactory.class).getStatistics();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void row(String name, List<Sample> samples) {
        say("| %s | %,d | %.1f | %.1f |", name, samples.size(), p(samples, 50), p(samples, 95));
    }

    /** A percentile in milliseconds. */
    private static double p(List<Sample> samples, int percent) {
        long[] sorted = samples.stream().mapToLong(Sample::nanos).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void say(String line, Object... values) {
        part.say(line, values);
    }

    /** Somebody who can be asked. */
    private interface Contender {
        long ask(Asked asked, Reader reader);
    }

    record Asked(String sort, SearchQuery query) {}

    private record Sample(String sort, boolean editor, long nanos) {}
}
