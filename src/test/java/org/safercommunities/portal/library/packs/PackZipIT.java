package org.safercommunities.portal.library.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A pack taken out as a zip: whole, readable everywhere, in the trail; and what becomes of it when things change on the way. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class PackZipIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Intake intake;

    @Autowired
    private PackDesk desk;

    @Autowired
    private PackFilling filling;

    @Autowired
    private Packs packs;

    @Autowired
    private Takers takers;

    @Autowired
    private AuditTrail trail;

    @TempDir
    private Path folder;

    private final List<UUID> documents = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private Reader editor;
    private Reader reader;
    private UUID pack;
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void aPackOfFour() throws IOException {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Zips");
        editor = somebody.of(agency, Role.EDITOR);
        reader = somebody.of(agency);
        pack = desk.draft(new PackDescription("Winter & kit", "For everybody.", Audience.ofEveryone()), editor);
        Random random = new Random(7);
        for (int number = 1; number <= 4; number++) {
            byte[] content = new byte[100_000 * number];
            random.nextBytes(content);
            bytes.add(content);
            UUID document =
                    document("Same <title>", content, number == 2 ? Marking.OFFICIAL_SENSITIVE : Marking.OFFICIAL);
            documents.add(document);
            filling.add(pack, NewMember.document(document).with("A word", "Part"), editor);
        }
        filling.add(pack, NewMember.link("A law", "https://law.example/a?b=c&d=e"), editor);
        desk.publish(pack, editor);
    }

    private UUID document(String title, byte[] content, Marking marking) throws IOException {
        UUID document = library.draft(
                intake.take(new ByteArrayInputStream(content), "data.bin"),
                new DocumentDescription(title, "", "data", Set.of(), marking, null, Audience.ofEveryone(), null),
                editor);
        library.publish(document, editor);
        return document;
    }

    private void write(OutputStream out) throws IOException {
        PackZip.Parts parts = new PackZip.Parts(
                portal.getBean(PackMembers.class),
                portal.getBean(PackZipFiles.class),
                takers,
                portal.getBean(Readers.class),
                portal.getBean(Blobs.class),
                portal.getBean(MediaTypes.class),
                "https://portal.example/",
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return Instant.now().plus(passed);
                    }
                });
        new PackZip(parts, packs.find(pack, reader).orElseThrow(), reader, "zip", out).write();
    }

    private int taken(UUID document) {
        return trail.count("document:" + document, "library.document-downloaded");
    }

    @Test
    void itHoldsAllInOrderUnderNamesOfTheirOwnAndLeavesALineForEach() throws Exception {
        Path file = folder.resolve("pack.zip");
        DataSource database = portal.getBean(DataSource.class);
        try (OutputStream out = new FilterOutputStream(Files.newOutputStream(file)) {
            @Override
            public void write(byte[] some, int offset, int length) throws IOException {
                // While bytes go out, nothing of the database is held
                assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse();
                assertThat(TransactionSynchronizationManager.hasResource(database))
                        .isFalse();
                out.write(some, offset, length);
            }
        }) {
            write(out);
        }
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<String> names = new ArrayList<>();
            zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
            assertThat(names)
                    .containsExactly(
                            "Contents.txt",
                            "Contents.html",
                            "01 Same -title-.bin",
                            "02 OFFICIAL-SENSITIVE Same -title-.bin",
                            "03 Same -title-.bin",
                            "04 Same -title-.bin");
            for (int number = 1; number <= 4; number++) {
                try (InputStream content = zip.getInputStream(zip.getEntry(names.get(number + 1)))) {
                    assertThat(content.readAllBytes()).isEqualTo(bytes.get(number - 1));
                }
            }
            try (InputStream content = zip.getInputStream(zip.getEntry("Contents.html"))) {
                assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("Winter &amp; kit", "Same &lt;title&gt;", "OFFICIAL-SENSITIVE")
                        .contains(ContentsFile.HANDLE, "./02%20OFFICIAL-SENSITIVE%20Same%20-title-.bin")
                        .contains("https://law.example/a?b=c&amp;d=e");
            }
        }
        documents.forEach(document -> assertThat(taken(document)).isEqualTo(1));
        assertThat(opens("unzip", "-tq", file.toString())).isTrue();
        assertThat(opens(
                        "python3",
                        "-c",
                        "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]);"
                                + " sys.exit(z.testzip() is not None or len(z.namelist()) != 6)",
                        file.toString()))
                .isTrue();
    }

    private static boolean opens(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notHere) {
            Assumptions.abort(command[0] + " is not installed");
            return false;
        }
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void whatIsWithdrawnOnTheWayIsLeftOutAndSaid() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(after("02 OFF", out, () -> library.remove(documents.get(2), editor)));
        assertThat(names(out))
                .endsWith("02 OFFICIAL-SENSITIVE Same -title-.bin", "04 Same -title-.bin", "_Left out.txt")
                .doesNotContain("03 Same -title-.bin");
        assertThat(taken(documents.get(2))).isZero();
        assertThat(taken(documents.get(3))).isEqualTo(1);
    }

    @Test
    void whenThePackIsTakenDownOnTheWayNothingMoreGoesOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(after("02 OFF", out, () -> desk.takeDown(pack, editor)));
        assertThat(taken(documents.get(1))).isEqualTo(1);
        assertThat(taken(documents.get(2))).isZero();
        assertThat(taken(documents.get(3))).isZero();
        assertThat(names(out)).endsWith("02 OFFICIAL-SENSITIVE Same -title-.bin", "_Left out.txt");
    }

    @Test
    void whoeverGoesAwayEndsTheWorkAndWhatTheyHaveGotIsNoted() {
        assertThatThrownBy(() -> write(after("02 OFF", OutputStream.nullOutputStream(), () -> {
                    throw new java.io.UncheckedIOException(new IOException("gone away"));
                })))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(taken(documents.get(0))).isEqualTo(1);
        assertThat(taken(documents.get(2))).isZero();
    }

    @Test
    void whoeverTookAnOlderVersionCanBeToldOfTheNewer() throws IOException {
        write(OutputStream.nullOutputStream());
        UUID document = documents.get(0);
        assertThat(takers.of(document)).isEmpty();
        library.addVersion(
                document, intake.take(new ByteArrayInputStream(new byte[] {1, 2, 3}), "data.bin"), "Newer", editor);
        assertThat(takers.of(document)).containsExactly(new Takers.Taker(reader.personId(), 1, pack));
        PackMember member =
                portal.getBean(PackMembers.class).of(pack, 0, 1, reader).getFirst();
        PackMember.Document shown = java.util.Objects.requireNonNull(member.document());
        assertThat(shown.newer()).isTrue();
        assertThat(shown.taken()).isEqualTo(1);
        assertThat(takers.taken(document, editor)).isEmpty();
        write(OutputStream.nullOutputStream());
        assertThat(takers.of(document)).isEmpty();
    }

    @Test
    void somebodyWhoseAccessEndsOnTheWayGetsNothingMore() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(after("02 OFF", out, () -> {
            portal.getBean(People.class).endMembership(reader.personId(), "Left", Reader.portal());
            // What is known of the reader may be a second old
            passed = Duration.ofSeconds(2);
        }));
        assertThat(taken(documents.get(1))).isEqualTo(1);
        assertThat(taken(documents.get(2))).isZero();
    }

    private static List<String> names(ByteArrayOutputStream out) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** Does something as soon as the head of a file has gone out. */
    private static OutputStream after(String name, OutputStream to, Runnable what) {
        return new FilterOutputStream(to) {
            private boolean done;

            @Override
            public void write(byte[] some, int offset, int length) throws IOException {
                out.write(some, offset, length);
                String head = new String(some, offset, length, StandardCharsets.ISO_8859_1);
                if (!done && head.startsWith("PK\003\004") && head.contains(name)) {
                    done = true;
                    what.run();
                }
            }
        };
    }
}
