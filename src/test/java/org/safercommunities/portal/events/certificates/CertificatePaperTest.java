package org.safercommunities.portal.events.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.events.Certificate;
import org.safercommunities.portal.events.CertificateCode;
import org.safercommunities.portal.events.EventKind;

/** The paper, read back by PDFBox: its tree, its marks, its fonts, and the order in which it is read out. */
class CertificatePaperTest {

    private static final CertificateCode CODE =
            CertificateCode.typed("ABCDE-FGHJK-MNPQR-STUVW").orElseThrow();
    private static final String ADDRESS = "https://portal.example/certificates/" + CODE;
    /** In summer: 9.30am in Kent. */
    private static final Instant START = Instant.parse("2026-06-11T08:30:00Z");

    private static Certificate certificate(String name, String title, int sessions) {
        List<Certificate.Attended> attended = new ArrayList<>();
        for (int number = 0; number < sessions; number++) {
            Instant start = START.plus(Duration.ofDays(number));
            attended.add(new Certificate.Attended(
                    sessions == 1 ? "" : "Session %d of many".formatted(number + 1),
                    start,
                    start.plus(Duration.ofMinutes(150))));
        }
        return new Certificate(
                CODE,
                Instant.parse("2026-06-30T23:30:00Z"),
                name,
                "Invicta Borough Council",
                title,
                EventKind.SEMINAR,
                "Kent Community Safety Team",
                attended);
    }

    private static PDDocument paper(String picture, Certificate certificate) throws IOException {
        byte[] bytes = CertificatePaper.of(certificate, ADDRESS);
        PDDocument pdf = Loader.loadPDF(bytes);
        Path folder = Files.createDirectories(Path.of("target", "certificates"));
        Files.write(folder.resolve(picture + ".pdf"), bytes);
        for (int page = 0; page < pdf.getNumberOfPages(); page++) {
            File file = folder.resolve("%s-%d.png".formatted(picture, page + 1)).toFile();
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(page, 80), "png", file);
        }
        return pdf;
    }

    @Test
    void saysWhatItIsAndInWhichLanguage() throws IOException {
        try (PDDocument pdf = paper("usual", certificate("Hazel Cobnut", "Doorstep crime & “safe” homes", 1))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Certificate of attendance: Hazel Cobnut, Doorstep crime & “safe” homes");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Kent Community Safety Team");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>", "Doorstep crime &amp; “safe” homes");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getCOSObject().getNameAsString("Tabs")).isEqualTo("S");
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void isReadOutInTheOrderOfTheTree() throws IOException {
        try (PDDocument pdf = paper("usual", certificate("Hazel Cobnut", "Doorstep crime", 1))) {
            List<String> read = readOut(pdf);
            assertThat(read)
                    .containsExactly(
                            "Figure: Shield of the Safer Communities Portal",
                            "P: Safer Communities Kent partner portal",
                            "H1: Certificate of attendance",
                            "P: This is to certify that",
                            "P: Hazel Cobnut",
                            "P: Invicta Borough Council",
                            "P: came to",
                            "H2: Doorstep crime",
                            "P: Seminar",
                            "H3: Session attended",
                            "LBody: Thursday 11 June 2026, 9.30am to 12 noon",
                            "P: Time attended: 2 hours 30 minutes",
                            "P: Issued by Kent Community Safety Team on Wednesday 1 July 2026.",
                            "H3: Code of this certificate",
                            "P: " + CODE,
                            "P: Anybody can check that it is valid at " + ADDRESS);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text.indexOf("Hazel Cobnut"))
                    .isGreaterThan(text.indexOf("Certificate of attendance"))
                    .isLessThan(text.indexOf("Doorstep crime"));
        }
    }

    @Test
    void everyMarkIsInTheTreeAndNothingIsUnmarked() throws IOException {
        try (PDDocument pdf = paper("many", certificate("Hazel Cobnut", "Doorstep crime", 30))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (PDPage page : pdf.getPages()) {
                PDFMarkedContentExtractor marks = new PDFMarkedContentExtractor();
                marks.processPage(page);
                Set<Integer> inTree = new HashSet<>();
                references(pdf.getDocumentCatalog().getStructureTreeRoot(), page, inTree);
                Set<Integer> drawn = new HashSet<>();
                StringBuilder marked = new StringBuilder();
                for (PDMarkedContent mark : marks.getMarkedContents()) {
                    if (mark.getMCID() >= 0) {
                        assertThat(drawn.add(mark.getMCID())).isTrue();
                    } else {
                        assertThat(mark.getTag()).isEqualTo("Artifact");
                    }
                    marked.append(text(mark));
                }
                assertThat(drawn).isNotEmpty().isEqualTo(inTree);
                PDFTextStripper all = new PDFTextStripper();
                all.setStartPage(pdf.getPages().indexOf(page) + 1);
                all.setEndPage(pdf.getPages().indexOf(page) + 1);
                assertThat(letters(marked.toString()))
                        .as("letters that are drawn inside of marks, of all there are")
                        .hasSameSizeAs(letters(all.getText(pdf)));
            }
        }
    }

    @Test
    void longNamesAndTitlesAreWholeAndStayOnThePaper() throws IOException {
        String name = "Hazelwood-Cobnut ".repeat(12).strip();
        String title = "W".repeat(100) + " " + "Neighbourhoods ".repeat(10).strip();
        try (PDDocument pdf = paper("long", certificate(name, title, 3))) {
            String read = String.join("\n", readOut(pdf));
            assertThat(read).contains("P: " + name);
            assertThat(read.replace(" ", "")).contains("H2:" + title.replace(" ", ""));
            for (PDPage page : pdf.getPages()) {
                PDFMarkedContentExtractor marks = new PDFMarkedContentExtractor();
                marks.processPage(page);
                assertThat(marks.getMarkedContents().stream().flatMap(mark -> positions(mark).stream()))
                        .isNotEmpty()
                        .allSatisfy(at -> {
                            assertThat(at.getX() + at.getWidth())
                                    .isLessThan(page.getMediaBox().getWidth() - 50);
                            assertThat(at.getY())
                                    .isBetween(20f, page.getMediaBox().getHeight() - 20);
                        });
            }
        }
    }

    @Test
    void namesOfOtherAlphabetsAreNotLost() throws IOException {
        for (String name : List.of("Łucja Őszi-Żak", "Ελένη Παπαδάκη", "Оксана Ткаченко", "Zoe\u0308 Nu\u0303ez")) {
            try (PDDocument pdf = paper("letters", certificate(name, "Doorstep crime", 1))) {
                String whole = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC);
                assertThat(readOut(pdf)).contains("P: " + whole);
                assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("stand as boxes");
            }
        }
        for (String name : List.of("李小龍", "נעמי כהן", "😀 **Hazel**", "\u0000\u200F\u202E")) {
            try (PDDocument pdf = paper("boxes", certificate(name, "Doorstep crime", 1))) {
                boolean boxes = !name.startsWith("\u0000");
                assertThat(readOut(pdf).stream().anyMatch(line -> line.startsWith("P: Some letters of this name")))
                        .as(name)
                        .isEqualTo(boxes);
                assertThat(actualTexts(pdf)).isEqualTo(boxes ? List.of(name) : List.of());
            }
        }
    }

    /** What a screen reader makes of it: the elements with content in the order of the tree. */
    private static List<String> readOut(PDDocument pdf) throws IOException {
        List<String> lines = new ArrayList<>();
        walk(pdf.getDocumentCatalog().getStructureTreeRoot(), pdf, lines);
        return lines;
    }

    private static void walk(PDStructureNode node, PDDocument pdf, List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                walk(element, pdf, lines);
            } else if (kid instanceof PDMarkedContentReference reference) {
                PDFMarkedContentExtractor marks = new PDFMarkedContentExtractor();
                marks.processPage(reference.getPage());
                marks.getMarkedContents().stream()
                        .filter(mark -> mark.getMCID() == reference.getMCID())
                        .forEach(mark -> text.append(text(mark)));
            }
        }
        if (node instanceof PDStructureElement element) {
            String said =
                    element.getAlternateDescription() == null ? text.toString() : element.getAlternateDescription();
            if (!said.isEmpty()) {
                lines.add(element.getStructureType() + ": " + said.strip());
            }
        }
    }

    private static List<String> actualTexts(PDDocument pdf) {
        List<String> texts = new ArrayList<>();
        actualTexts(pdf.getDocumentCatalog().getStructureTreeRoot(), texts);
        return texts;
    }

    private static void actualTexts(PDStructureNode node, List<String> texts) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getActualText() != null) {
                    texts.add(element.getActualText());
                }
                actualTexts(element, texts);
            }
        }
    }

    private static void references(PDStructureNode node, PDPage page, Set<Integer> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                references(element, page, found);
            } else if (kid instanceof PDMarkedContentReference reference
                    && reference.getPage().equals(page)) {
                found.add(reference.getMCID());
            }
        }
    }

    private static String text(PDMarkedContent mark) {
        StringBuilder text = new StringBuilder();
        positions(mark).forEach(at -> text.append(at.getUnicode()));
        return text.toString();
    }

    private static List<TextPosition> positions(PDMarkedContent mark) {
        return mark.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(TextPosition.class::cast)
                .toList();
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }
}
