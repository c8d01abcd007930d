package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is told of files of each state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectorIT {

    private Blobs blobs;
    private Inspector inspector;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        StorageFolders folders = StorageFolders.in(data);
        blobs = TestBlobs.in(folders);
        inspector = new Inspector(blobs, folders, StorageProperties.standard());
    }

    @AfterAll
    void stop() {
        inspector.close();
    }

    @Test
    void aDocumentIsReadWhateverItIsCalled() throws Exception {
        Inspection inspection = inspect(HostileFiles.wordSaying("Cafe\u0301 for Thanet"), "holiday.png");

        assertThat(inspection.state()).isEqualTo(Inspection.State.TEXT);
        assertThat(inspection.text()).isEqualTo("Caf\u00E9 for Thanet");
        assertThat(inspection.mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(inspection.reason()).isEqualTo("The text of this file can be searched.");
    }

    @Test
    void aHigherMarkingIsNoticed() throws Exception {
        assertThat(inspect(HostileFiles.wordSaying("OFFICIAL-SENSITIVE"), "paper.docx")
                        .markings())
                .containsExactly("OFFICIAL-SENSITIVE");
    }

    @Test
    void aPdfOfPagesWithoutTextSaysSo() throws Exception {
        Inspection inspection = inspect(HostileFiles.pdf(3), "scan.pdf");

        assertThat(inspection.state()).isEqualTo(Inspection.State.NO_TEXT);
        assertThat(inspection.pages()).isEqualTo(3);
        assertThat(inspection.reason()).contains("scanned");
    }

    @Test
    void aPasswordIsNotGuessed() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);

            Inspection inspection = inspect(bytes.toByteArray(), "locked.pdf");

            assertThat(inspection.state()).isEqualTo(Inspection.State.LOCKED);
            assertThat(inspection.reason()).contains("password");
        }
    }

    @Test
    void aBrokenFileIsCalledDamaged() throws Exception {
        byte[] whole = HostileFiles.wordSaying("Lost");
        Inspection inspection = inspect(java.util.Arrays.copyOf(whole, whole.length / 2), "half.docx");

        assertThat(inspection.state()).isEqualTo(Inspection.State.DAMAGED);
        assertThat(inspection.reason()).contains("damaged");
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws Exception {
        assertThat(inspect(new byte[0], "nothing.pdf").reason()).contains("empty");
    }

    @Test
    void aKindThatNobodyReadsIsKept() throws Exception {
        Inspection inspection = inspect(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "data.bin");

        assertThat(inspection.state()).isEqualTo(Inspection.State.UNSUPPORTED);
        assertThat(inspection.mediaType()).isEqualTo(MediaTypes.UNKNOWN);
    }

    @Test
    void aProgramIsCalledAProgram() throws Exception {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';

        assertThat(inspect(program, "minutes.pdf").state()).isEqualTo(Inspection.State.UNSUPPORTED);
        assertThat(inspect(program, "minutes.pdf").mediaType()).isNotEqualTo(MediaTypes.PDF);
    }

    @Test
    void macrosAreNoted() throws Exception {
        byte[] withMacros = HostileFiles.zip(zip -> {
            HostileFiles.entry(
                    zip,
                    "mimetype",
                    out -> out.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII)));
            HostileFiles.entry(zip, "content.xml", out -> out.write("""
                    <?xml version="1.0"?><office:document-content
                    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                    <text:p>Press the button</text:p></office:text></office:body></office:document-content>
                    """.strip().getBytes(StandardCharsets.UTF_8)));
            zip.putNextEntry(new ZipEntry("Basic/Standard/Module1.xml"));
            zip.write("""
                    <?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script"
                    script:name="Module1" script:language="StarBasic">Sub Main
                    End Sub</script:module>
                    """.strip().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        });
        Inspection inspection = inspect(withMacros, "button.odt");

        assertThat(inspection.text()).contains("Press the button").doesNotContain("Sub Main");
        assertThat(inspection.notes()).containsExactly(Inspection.Note.MACROS);
    }

    @Test
    void aZipFileTellsTheNamesInIt() throws Exception {
        byte[] zip = HostileFiles.zip(out -> {
            HostileFiles.entry(out, "Domestic abuse/Leaflet for GPs.pdf", content -> content.write('x'));
            HostileFiles.entry(out, "../../etc/passwd", content -> content.write('x'));
        });
        Inspection inspection = inspect(zip, "pack.zip");

        assertThat(inspection.state()).isEqualTo(Inspection.State.TEXT);
        assertThat(inspection.text().lines().filter(line -> !line.isEmpty()))
                .containsExactly("Domestic abuse/Leaflet for GPs.pdf", "../../etc/passwd");
    }

    @Test
    void anEmptyZipFileHasNothingToFind() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ZipOutputStream(bytes).close();

        assertThat(inspect(bytes.toByteArray(), "empty.zip").state()).isEqualTo(Inspection.State.NO_TEXT);
    }

    @Test
    void aFileThatIsNotThereIsNoInspection() {
        assertThatThrownBy(() -> inspector.inspect("0".repeat(64), "none.pdf")).isInstanceOf(BlobMissing.class);
    }

    private Inspection inspect(byte[] content, String name) throws IOException {
        return inspector.inspect(TestBlobs.store(blobs, content), name);
    }
}
