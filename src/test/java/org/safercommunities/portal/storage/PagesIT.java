package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private StorageFolders folders = StorageFolders.in(Path.of("target"));
    private Blobs blobs;
    private Pages pages;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        folders = StorageFolders.in(data);
        blobs = TestBlobs.in(folders);
        pages = new Pages(blobs, new MediaTypes(), folders, StorageProperties.standard());
    }

    @AfterAll
    void stop() {
        pages.close();
    }

    @Test
    void aPageIsDrawnInTheNextWidthAndOnlyOnceHoweverManyAsk() throws Exception {
        String pdf = TestBlobs.store(blobs, redThenBlue());
        Set<String> files = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Resource>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(threads.submit(() -> pages.page(pdf, MediaTypes.PDF, 2, 700)));
            }
            for (Future<Resource> answer : asked) {
                files.add(answer.get().getFile().getName());
            }
        }

        assertThat(files).containsExactly("page-2-800.png");
        BufferedImage image = image(pages.page(pdf, MediaTypes.PDF, 2, 800));
        assertThat(image.getWidth()).isBetween(798, 802);
        assertThat(new Color(image.getRGB(400, 400))).isEqualTo(Color.BLUE);
    }

    @Test
    void thumbnailsShowTheFirstPage() throws Exception {
        String pdf = TestBlobs.store(blobs, redThenBlue());

        BufferedImage image = image(pages.thumbnail(pdf, MediaTypes.PDF));
        assertThat(image.getWidth()).isBetween(414, 418);
        assertThat(new Color(image.getRGB(200, 200))).isEqualTo(Color.RED);
    }

    @Test
    void aPageBeyondTheLastHasNoPreview() throws Exception {
        String pdf = TestBlobs.store(blobs, redThenBlue());

        assertThatThrownBy(() -> pages.page(pdf, MediaTypes.PDF, 3, 800)).hasMessageContaining("no page 3");
        assertThatThrownBy(() -> pages.page(pdf, MediaTypes.PDF, 0, 800)).hasMessageContaining("no page 0");
    }

    @Test
    void aHugePageStaysWithinThePixelsWeDraw() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
            document.addPage(new PDPage(new PDRectangle(1, 14_400)));
            String pdf = TestBlobs.store(blobs, saved(document));

            assertThat(pixels(pages.page(pdf, MediaTypes.PDF, 1, 2400))).isLessThan(9_100_000);
            assertThat(pixels(pages.page(pdf, MediaTypes.PDF, 2, 2400))).isLessThan(9_100_000);
        }
    }

    @Test
    void aPictureIsTurnedUprightMadeSmallerAndLosesWhatTheCameraWrote() throws Exception {
        byte[] photo = photoHeldSideways();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "CAMERA");
        String sha256 = TestBlobs.store(blobs, photo);

        Resource small = pages.page(sha256, "image/jpeg", 1, 208);
        BufferedImage image = image(small);
        // 1,000 by 500 with its left half red, held sideways: 500 by 1,000 with red on top
        assertThat(image.getWidth()).isEqualTo(208);
        assertThat(image.getHeight()).isEqualTo(416);
        assertThat(new Color(image.getRGB(104, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(104, 370)).getRed()).isLessThan(50);
        assertThat(small.getContentAsString(StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "CAMERA");
    }

    @Test
    void aPictureIsNeverMadeLarger() throws Exception {
        String sha256 = TestBlobs.store(blobs, png(40, 30));

        assertThat(image(pages.page(sha256, "image/png", 1, 1600)).getWidth()).isEqualTo(40);
    }

    @Test
    void aPdfThatIsNoneHasNoPreviewAndSaysSo() throws Exception {
        String sha256 = TestBlobs.store(blobs, "not a PDF".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> pages.page(sha256, MediaTypes.PDF, 1, 800))
                .isInstanceOf(NoPreview.class)
                .hasMessageContaining("cannot be drawn");
    }

    @Test
    void ofATextOrWebPageTheWordsAreSetOnPagesAndNothingElse() throws Exception {
        String text = TestBlobs.store(blobs, "A word on each line\n".repeat(120).getBytes(StandardCharsets.UTF_8));
        assertThat(pages.count(text, "text/plain")).isEqualTo(3);
        BufferedImage page = image(pages.page(text, "text/plain", 3, 800));
        assertThat(page.getHeight() / (double) page.getWidth()).isBetween(1.41, 1.42);
        assertThat(pages.page(text, "text/plain", 3, 800).contentLength())
                .as("the last page has fewer words than the first")
                .isLessThan(pages.page(text, "text/plain", 1, 800).contentLength());
        assertThatThrownBy(() -> pages.page(text, "text/plain", 4, 800)).hasMessageContaining("no page 4");

        String web = TestBlobs.store(
                blobs,
                "<html><head><script>document.write('no')</script></head><body><img src=x onerror=alert(1)></body></html>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> pages.count(web, "text/html")).hasMessageContaining("no words");
        String pdf = TestBlobs.store(blobs, redThenBlue());
        assertThat(pages.count(pdf, MediaTypes.PDF)).isEqualTo(2);
    }

    @Test
    void otherKindsHaveNoPages() {
        assertThat(pages.available("application/zip")).isFalse();
        assertThat(pages.available("image/svg+xml")).isFalse();
        assertThatThrownBy(() -> pages.page("0".repeat(64), "image/svg+xml", 1, 800))
                .isInstanceOf(NoPreview.class);
    }

    @Test
    void whatWasDrawnIsForgottenWithItsFile() throws Exception {
        String sha256 = TestBlobs.store(blobs, png(50, 50));
        Resource drawn = pages.page(sha256, "image/png", 1, 208);
        assertThat(drawn.exists()).isTrue();

        pages.forget(sha256);

        assertThat(drawn.exists()).isFalse();
    }

    @Test
    void officeFilesBecomePagesWithTheProgramThatConvertsThem() throws Exception {
        Path made = folders.work().resolve("made.pdf");
        Files.write(made, HostileFiles.pdf(1));
        Path program = script("""
                while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
                mkdir -p "$out" && cp %s "$out/file.pdf"
                """.formatted(made));
        OfficeConversion office = new OfficeConversion(
                program,
                folders.work().resolve("office"),
                StorageProperties.standard().worker());
        Path target = folders.derived().resolve("converted.pdf");
        Files.createDirectories(folders.derived());

        assertThat(office.toPdf(made, ".docx", target)).isEmpty();
        assertThat(target).hasSameBinaryContentAs(made);
    }

    @Test
    void whereLibreOfficeIsInstalledAWordFileHasPages() throws Exception {
        assumeTrue(pages.available("application/msword"), "LibreOffice is not installed here");
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String sha256 = TestBlobs.store(blobs, HostileFiles.wordSaying("Minutes"));

        assertThat(image(pages.page(sha256, word, 1, 800)).getWidth()).isBetween(798, 802);
        assertThatThrownBy(() -> pages.page(sha256, word, 2, 800)).hasMessageContaining("no page 2");
    }

    @Test
    void aConversionThatHangsIsKilledWithAllItStarted() throws Exception {
        Path pid = folders.work().resolve("pid");
        Path program = script("sleep 600 & echo $! > " + pid + "; wait");
        OfficeConversion office = new OfficeConversion(
                program,
                folders.work().resolve("office"),
                TestBlobs.properties(Duration.ofSeconds(1)).worker());

        assertThat(office.toPdf(program, ".docx", folders.derived().resolve("never.pdf")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("too long"));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    private Path script(String commands) throws IOException {
        Path script = Files.createTempFile(folders.work(), "soffice", ".sh");
        Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static long pixels(Resource png) throws IOException {
        BufferedImage image = image(png);
        return (long) image.getWidth() * image.getHeight();
    }

    private static BufferedImage image(Resource png) throws IOException {
        BufferedImage image = ImageIO.read(png.getFile());
        assertThat(image).isNotNull();
        return image;
    }

    private static byte[] redThenBlue() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Color color : Stream.of(Color.RED, Color.BLUE).toList()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(color);
                    content.addRect(0, 0, 600, 900);
                    content.fill();
                }
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A JPEG whose EXIF says "turn me to the right" and names the camera. */
    private static byte[] photoHeldSideways() throws IOException {
        BufferedImage image = new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 500, 500);
        graphics.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", plain);
        byte[] jpeg = plain.toByteArray();

        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(exif);
        out.writeBytes("Exif\0\0MM\0*");
        out.writeInt(8);
        out.writeShort(2);
        // Make, as 7 letters behind this table
        out.writeShort(0x010F);
        out.writeShort(2);
        out.writeInt(7);
        out.writeInt(8 + 2 + 2 * 12 + 4);
        // Orientation: 6
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(6);
        out.writeShort(0);
        out.writeInt(0);
        out.writeBytes("CAMERA\0");

        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(photo);
        all.write(jpeg, 0, 2);
        all.writeShort(0xFFE1);
        all.writeShort(exif.size() + 2);
        all.write(exif.toByteArray());
        all.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }
}
