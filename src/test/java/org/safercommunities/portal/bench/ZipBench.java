package org.safercommunities.portal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safercommunities.portal.PortalApplication;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code ./portal bench zip [entries [gigabytes]]}: a pack of 70,000 documents and 20 GB, taken out over HTTP as one zip: when the first byte
 * comes, how the heap of the portal grows, and whether other programs open it. The files are sparse; the answer is kept whole, for a sparse file
 * of so many pieces takes minutes to delete.
 */
final class ZipBench implements Benchmark {

    private static final String EMAIL = "editor@kcst.example";
    private static final int ALL_ENTRIES = 70_000;
    private static final long MB = 1024 * 1024;
    private static final long GB = 1_000_000_000;
    private static final int GIGABYTES = 20;

    /** What of every GB is in one large file and in four others: at full size the first of them is one that needs Zip64. */
    private static final long[] LARGE = {262 * MB, 100 * MB, 100 * MB, 100 * MB, 100 * MB};

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** What unzip says when there is no entry of this name. */
    private static final int NO_SUCH_ENTRY = 11;

    private static final String PYTHON = """
            import sys, zipfile
            opened = zipfile.ZipFile(sys.argv[1])
            sys.exit(len(opened.infolist()) != int(sys.argv[2]) or opened.testzip() is not None)
            """;
    private static final int ROWS = 500;

    private final Results.Part part = new Results.Part();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private int entries = ALL_ENTRIES;
    private long total = GIGABYTES * GB;

    /** What came over the wire. */
    private record Taken(double firstByte, double seconds, long bytes, long growth) {}

    @Override
    public void run(List<String> arguments) throws Exception {
        entries = arguments.isEmpty() ? ALL_ENTRIES : Integer.parseInt(arguments.getFirst());
        total = (arguments.size() < 2 ? GIGABYTES : Long.parseLong(arguments.get(1))) * GB;
        boolean whole = entries >= ALL_ENTRIES && total >= GIGABYTES * GB;
        Path zip = Files.createTempFile("pack-", ".zip");
        long room = Files.getFileStore(zip).getUsableSpace();
        System.out.printf(
                "The zip takes %d GB in %s, where %d GB are free, and is deleted at the end. At full size all of it takes half an hour"
                        + " to an hour on two processors; unzip and Python get %d minutes each.%n",
                total / GB, zip.getParent(), room / GB, PATIENCE.toMinutes());
        if (room < total + total / 10) {
            Files.delete(zip);
            throw new IOException(
                    "There is not enough room for it; another folder: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
        }
        PortalServices.keycloak();
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setDefaultProperties(Map.copyOf(PortalServices.variables()));
        try (ConfigurableApplicationContext portal = application.run();
                LoadAverage load = new LoadAverage()) {
            part.say(
                    "`./portal bench zip %d %d`, %s. %d processors, %d MB of heap at most, Java %s. Portal, database and the program"
                            + " that takes the zip on the same machine; the zip over HTTP by `GET /api/v1/collections/{id}.zip`.",
                    entries,
                    total / GB,
                    LocalDate.now(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() / MB,
                    Runtime.version());
            part.say("");
            Reader editor = editor(portal);
            UUID pack = fill(portal, editor);
            page(portal, pack, editor);
            UUID small = small(portal, editor);
            take(small, null);
            List<Double> first = new ArrayList<>();
            for (int time = 0; time < 5; time++) {
                first.add(firstByte(pack));
            }
            part.say(
                    "First byte of it, five times one after the other, each broken off then: %s.",
                    first.stream().map("%.3f s"::formatted).collect(Collectors.joining(", ")));
            part.say("");
            Taken taken = take(pack, zip);
            part.say("| | aim | measured |");
            part.say("|---|---|---|");
            part.say("| entries, bytes of the zip | | %,d, %,d |", entries, taken.bytes());
            part.say("| first byte | within 1 s | **%.3f s** |", taken.firstByte());
            part.say(
                    "| heap after a full collection, at its highest above what it was before | under 64 MB | **%.1f MB** |",
                    taken.growth() / (double) MB);
            part.say(
                    "| the whole, with a statement for each entry | | %.0f s, %.0f MB/s |",
                    taken.seconds(), taken.bytes() / taken.seconds() / 1e6);
            long noted = count(portal, "SELECT COUNT(*) FROM pack_taker WHERE pack_id = ?", pack);
            part.say("| documents noted as taken | %,d | %,d |", entries, noted);
            Optional<Opened> unzipped = opened("unzip", "-tqq", zip.toString());
            part.say("| `unzip -t`: every entry, with its checksum | no errors | %s |", words(unzipped));
            Optional<Opened> listed = opened("python3", "-c", PYTHON, zip.toString(), Integer.toString(entries + 2));
            part.say(
                    "| Python’s `zipfile`: every entry, with its checksum | no errors in %,d entries, contents included | %s |",
                    entries + 2, words(listed));
            long gathered = gathered(pack);
            part.say(
                    "| control: the same gathered in memory before it is handed on, broken off after 256 MB | over 64 MB | %.1f MB |",
                    gathered / (double) MB);
            damage(zip);
            String firstName = "0".repeat(Integer.toString(entries).length() - 1) + "1*";
            Optional<Opened> damaged = opened("unzip", "-tqq", zip.toString(), firstName);
            part.say(
                    "| control: `unzip -t` of one entry after a byte of it was changed | errors | %s |",
                    words(damaged));
            part.say("");
            part.say("Each program has %d minutes. Load of the machine: %s.", PATIENCE.toMinutes(), load);
            new Results("zip", "Packs as one zip", whole).keep("What was measured", part);
            if (unzipped.filter(seen -> !seen.whole()).isPresent()
                    || listed.filter(seen -> !seen.whole()).isPresent()
                    || damaged.filter(seen -> seen.whole() || seen.status() == NO_SUCH_ENTRY)
                            .isPresent()
                    || taken.firstByte() > 1
                    || taken.growth() > 64 * MB
                    || gathered < 64 * MB
                    || noted != entries) {
                throw new IllegalStateException("a promise was not kept; the lines above say which");
            }
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private static Reader editor(ConfigurableApplicationContext portal) {
        String agency = portal.getBean(Agencies.class)
                .create(
                        new AgencyDescription("Kent Community Safety Team", null, Set.of("kcst.example")),
                        Reader.portal())
                .slug();
        People people = portal.getBean(People.class);
        UUID id = people.name(EMAIL, "Hazel Cobnut", agency, "5afe0000-0000-4000-8000-000000000001", Reader.portal());
        people.giveRoles(id, Set.of(Role.EDITOR), Reader.portal());
        return portal.getBean(Readers.class).of(id).orElseThrow().proven();
    }

    /** Straight into the tables and the store: putting 70,000 files in is another benchmark’s affair. */
    private UUID fill(ConfigurableApplicationContext portal, Reader editor) throws IOException {
        PackDesk desk = portal.getBean(PackDesk.class);
        UUID pack = desk.draft(new PackDescription("Everything", "All of it.", Audience.ofEveryone()), editor);
        Path files = Path.of(portal.getEnvironment().getRequiredProperty("PORTAL_DATA"), "files");
        long left = total;
        List<Object[]> rows = new ArrayList<>();
        for (long ofEach : LARGE) {
            long size = ofEach * (total / GB);
            rows.add(new Object[] {UUID.randomUUID(), blob(files, size), size});
            left -= size;
        }
        long each = left / (entries - LARGE.length);
        String shared = blob(files, each);
        while (rows.size() < entries) {
            rows.add(new Object[] {UUID.randomUUID(), shared, each});
        }
        JdbcTemplate sql = portal.getBean(JdbcTemplate.class);
        for (int from = 0; from < entries; from += ROWS) {
            insert(sql, pack, editor, from, rows.subList(from, Math.min(entries, from + ROWS)));
        }
        desk.publish(pack, editor);
        return pack;
    }

    private static void insert(JdbcTemplate sql, UUID pack, Reader editor, int from, List<Object[]> rows) {
        StringBuilder documents = new StringBuilder();
        StringBuilder versions = new StringBuilder();
        StringBuilder locks = new StringBuilder();
        StringBuilder members = new StringBuilder();
        int number = from;
        for (Object[] row : rows) {
            String comma = number == from ? "" : ",";
            number++;
            documents.append(
                    "%s('%s', 'Document %d of many', '', 'data', 'OFFICIAL', '%s', '%s', 'PUBLISHED', NOW(6), NOW(6), 1, 0)"
                            .formatted(comma, row[0], number, editor.agencyId(), editor.personId()));
            versions.append(
                    "%s(UUID(), '%s', 1, '%s', %d, 'data.bin', 'application/octet-stream', '', '%s', NOW(6), 'NO_TEXT', 1, '')"
                            .formatted(comma, row[0], row[1], row[2], editor.personId()));
            locks.append("%s('%s', 'everyone'), ('%s', 'editors')".formatted(comma, row[0], row[0]));
            members.append(
                    "%s(UUID(), '%s', %d, 'DOCUMENT', '%s', '', '', '', '')".formatted(comma, pack, number, row[0]));
        }
        sql.execute(
                "INSERT INTO document (id, title, description, kind, marking, agency, owner, state, published_at, created_at,"
                        + " current_number, version) VALUES " + documents);
        sql.execute(
                "INSERT INTO document_version (id, document_id, number, sha256, size, file_name, media_type, note, added_by,"
                        + " added_at, reading, reading_attempts, higher_markings) VALUES " + versions);
        sql.execute("INSERT INTO document_audience (document_id, token) VALUES " + locks);
        sql.execute(
                "INSERT INTO pack_member (id, pack_id, position, kind, document_id, title, address, note, section) VALUES "
                        + members);
    }

    /** A file of zeros that takes no room, under a name that is not that of its bytes: nobody checks it on the way out. */
    private static String blob(Path files, long size) throws IOException {
        String sha256 = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        Path place = files.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.createDirectories(place.getParent());
        try (RandomAccessFile file = new RandomAccessFile(place.toFile(), "rw")) {
            file.setLength(size);
        }
        return sha256;
    }

    private static UUID small(ConfigurableApplicationContext portal, Reader editor) {
        PackDesk desk = portal.getBean(PackDesk.class);
        UUID pack = desk.draft(new PackDescription("Nothing", "", Audience.ofEveryone()), editor);
        desk.publish(pack, editor);
        return pack;
    }

    private void page(ConfigurableApplicationContext portal, UUID pack, Reader editor) {
        PackMembers members = portal.getBean(PackMembers.class);
        members.of(pack, 0, 50, editor);
        long began = System.nanoTime();
        members.of(pack, 0, 50, editor);
        double first = (System.nanoTime() - began) / 1e6;
        began = System.nanoTime();
        members.contents(List.of(pack), editor);
        double counted = (System.nanoTime() - began) / 1e6;
        began = System.nanoTime();
        members.of(pack, entries - 50, 50, editor);
        double last = (System.nanoTime() - began) / 1e6;
        part.say(
                "The page of this pack: its first 50 members in %.0f ms, their count and size in %.0f ms, its last 50 in %.0f ms.",
                first, counted, last);
        part.say("");
    }

    private Taken take(UUID pack, @org.jspecify.annotations.Nullable Path keep) throws Exception {
        HttpURLConnection call = call(pack);
        long before = used();
        AtomicLong highest = new AtomicLong(before);
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                highest.accumulateAndGet(used(), Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
            }
        });
        long began = System.nanoTime();
        double first = 0;
        long bytes = 0;
        byte[] buffer = new byte[256 * 1024];
        try (InputStream in = call.getInputStream();
                OutputStream out = keep == null ? OutputStream.nullOutputStream() : Files.newOutputStream(keep)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (bytes == 0) {
                    first = (System.nanoTime() - began) / 1e9;
                }
                bytes += read;
                out.write(buffer, 0, read);
            }
        }
        watch.interrupt();
        return new Taken(first, (System.nanoTime() - began) / 1e9, bytes, highest.get() - before);
    }

    private static double firstByte(UUID pack) throws Exception {
        HttpURLConnection call = call(pack);
        long began = System.nanoTime();
        try (InputStream in = call.getInputStream()) {
            in.read();
            return (System.nanoTime() - began) / 1e9;
        } finally {
            call.disconnect();
        }
    }

    /** What a portal would need that gathers what it hands on. */
    private long gathered(UUID pack) throws Exception {
        long before = used();
        List<byte[]> kept = new ArrayList<>();
        try (InputStream in = call(pack).getInputStream()) {
            for (long bytes = 0; bytes < 256 * MB; ) {
                byte[] some = in.readNBytes((int) MB);
                if (some.length == 0) {
                    break;
                }
                kept.add(some);
                bytes += some.length;
            }
        }
        long growth = used() - before;
        return kept.isEmpty() ? 0 : growth;
    }

    private long used() {
        System.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static HttpURLConnection call(UUID pack) throws Exception {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(PortalServices.portalUrl() + "/api/v1/collections/" + pack + ".zip")
                        .toURL()
                        .openConnection();
        call.setRequestProperty("Authorization", "Bearer " + token());
        return call;
    }

    private static String token() throws Exception {
        String form = "grant_type=password&client_id=portal-cli&scope=openid&username=%s&password=%s"
                .formatted(
                        URLEncoder.encode(EMAIL, StandardCharsets.UTF_8),
                        URLEncoder.encode("Demo-2026!", StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(URI.create(PortalServices.keycloakUrl() + "/realms/"
                                            + PortalServices.REALM + "/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException("no token: " + answer);
            }
            return token.group(1);
        }
    }

    private static long count(ConfigurableApplicationContext portal, String sql, UUID pack) {
        Long count = portal.getBean(JdbcTemplate.class).queryForObject(sql, Long.class, pack.toString());
        return count == null ? 0 : count;
    }

    /** What a program made of the zip. */
    private record Opened(boolean inTime, int status, double seconds) {

        boolean whole() {
            return inTime && status == 0;
        }
    }

    /** @return empty when the program is not on this machine */
    private static Optional<Opened> opened(String program, String... arguments)
            throws IOException, InterruptedException {
        Optional<String> there = Programs.find(program);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(there.get()));
        command.addAll(List.of(arguments));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean inTime = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime) {
            process.destroyForcibly().waitFor();
        }
        return Optional.of(new Opened(inTime, process.exitValue(), (System.nanoTime() - began) / 1e9));
    }

    private static String words(Optional<Opened> opened) {
        return opened.map(seen -> !seen.inTime()
                        ? "**not done in time**"
                        : "%s, after %.0f s".formatted(seen.status() == 0 ? "no errors" : "errors", seen.seconds()))
                .orElse("not looked at: the program is not here");
    }

    /** Within the first file, which is large. */
    private void damage(Path zip) throws IOException {
        long place = LARGE[0] * (total / GB) / 2;
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            file.seek(place);
            int there = file.read();
            file.seek(place);
            file.write(there ^ 1);
        }
    }
}
