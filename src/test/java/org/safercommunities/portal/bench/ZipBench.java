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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * A pack of 70,000 documents and 20 GB, taken out over HTTP as one zip: when the first byte comes, how the heap of the portal
 * grows, and whether other programs open it. The files are sparse; the answer is kept whole, for a sparse file of so many pieces takes minutes to delete.
 */
final class ZipBench implements Benchmark {

    private static final String EMAIL = "editor@kcst.example";
    private static final int ENTRIES = 70_000;
    private static final long MB = 1024 * 1024;
    private static final long TOTAL = 20L * 1000 * 1000 * 1000;
    private static final long[] LARGE = {5_000L * MB, 2_000 * MB, 2_000 * MB, 2_000 * MB, 2_000 * MB};
    private static final int ROWS = 500;

    private final Results.Part part = new Results.Part();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    /** What came over the wire. */
    private record Taken(double firstByte, double seconds, long bytes, long growth) {}

    @Override
    public void run(List<String> arguments) throws Exception {
        String unzip = Programs.need("unzip", "unzip");
        PortalServices.keycloak();
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setDefaultProperties(Map.copyOf(PortalServices.variables()));
        Path zip = Files.createTempFile("pack-", ".zip");
        try (ConfigurableApplicationContext portal = application.run()) {
            part.say(
                    "%d processors, %d MB of heap at most, Java %s, load average before: %.1f. Portal, database and the program"
                            + " that takes the zip on the same machine; the zip over HTTP by `GET /api/v1/collections/{id}.zip`.",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() / MB,
                    Runtime.version(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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
            part.say("| entries, bytes of the zip | 70,000, 20 GB | %,d, %,d |", ENTRIES, taken.bytes());
            part.say("| first byte | within 1 s | **%.3f s** |", taken.firstByte());
            part.say(
                    "| heap after a full collection, at its highest above what it was before | under 64 MB | **%.1f MB** |",
                    taken.growth() / (double) MB);
            part.say(
                    "| the whole, with a statement for each entry | | %.0f s, %.0f MB/s |",
                    taken.seconds(), taken.bytes() / taken.seconds() / 1e6);
            long noted = count(portal, "SELECT COUNT(*) FROM pack_taker WHERE pack_id = ?", pack);
            part.say("| documents noted as taken | 70,000 | %,d |", noted);
            boolean opened = opens(unzip, "-tqq", zip.toString());
            part.say("| `unzip -t` | no errors | %s |", opened ? "no errors" : "**errors**");
            boolean listed = opens(
                    "python3",
                    "-c",
                    "import sys, zipfile; sys.exit(len(zipfile.ZipFile(sys.argv[1]).infolist()) != int(sys.argv[2]))",
                    zip.toString(),
                    Integer.toString(ENTRIES + 2));
            part.say("| Python’s zipfile lists | 70,002 with the contents | %s |", listed ? "70,002" : "**not so**");
            long gathered = gathered(pack);
            part.say(
                    "| control: the same gathered in memory before it is handed on, broken off after 256 MB | over 64 MB | %.1f MB |",
                    gathered / (double) MB);
            damage(zip);
            boolean damagedOpens = opens(unzip, "-tqq", zip.toString(), "00001*");
            part.say(
                    "| control: `unzip -t` after one byte was changed | errors | %s |",
                    damagedOpens ? "**none**" : "errors");
            new Results("zip", "Packs as one zip").keep("What was measured", part);
            if (!opened
                    || !listed
                    || damagedOpens
                    || taken.firstByte() > 1
                    || taken.growth() > 64 * MB
                    || gathered < 64 * MB
                    || noted != ENTRIES) {
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
        return portal.getBean(Readers.class).of(id).orElseThrow();
    }

    /** Straight into the tables and the store: putting 70,000 files in is another benchmark’s affair. */
    private UUID fill(ConfigurableApplicationContext portal, Reader editor) throws IOException {
        PackDesk desk = portal.getBean(PackDesk.class);
        UUID pack = desk.draft(new PackDescription("Everything", "All of it.", Audience.ofEveryone()), editor);
        Path files = Path.of(portal.getEnvironment().getRequiredProperty("PORTAL_DATA"), "files");
        long left = TOTAL;
        List<Object[]> rows = new ArrayList<>();
        for (long size : LARGE) {
            rows.add(new Object[] {UUID.randomUUID(), blob(files, size), size});
            left -= size;
        }
        long each = left / (ENTRIES - LARGE.length);
        String shared = blob(files, each);
        while (rows.size() < ENTRIES) {
            rows.add(new Object[] {UUID.randomUUID(), shared, each});
        }
        JdbcTemplate sql = portal.getBean(JdbcTemplate.class);
        for (int from = 0; from < ENTRIES; from += ROWS) {
            insert(sql, pack, editor, from, rows.subList(from, Math.min(ENTRIES, from + ROWS)));
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
        members.of(pack, ENTRIES - 50, 50, editor);
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

    private static boolean opens(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return process.waitFor(30, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    /** Within the first file, which is large. */
    private static void damage(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            file.seek(1_000_000_000L);
            int there = file.read();
            file.seek(1_000_000_000L);
            file.write(there ^ 1);
        }
    }
}
