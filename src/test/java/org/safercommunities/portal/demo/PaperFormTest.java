package org.safercommunities.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safercommunities.portal.demo.papers.Paper;
import org.safercommunities.portal.demo.papers.PaperForm;
import org.xml.sax.SAXException;

class PaperFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DemoWorld WORLD = DemoWorld.read();
    private static final Set<PaperForm> WITHOUT_TEXT =
            Set.of(PaperForm.SCAN, PaperForm.LOCKED, PaperForm.PNG, PaperForm.WAV);

    static List<DemoDocument> all() {
        return DemoDocuments.all(TODAY);
    }

    static Stream<DemoDocument> withText() {
        return all().stream().filter(document -> !WITHOUT_TEXT.contains(document.form()));
    }

    private static DemoDocument first(PaperForm form) {
        return all().stream().filter(each -> each.form() == form).findFirst().orElseThrow();
    }

    private static byte[] made(DemoDocument document) throws IOException {
        int version = document.dates().size();
        byte[] bytes = document.form().make(document.paper(version, WORLD.nameOf(document.agency())));
        String folder = System.getProperty("demo.folder");
        if (folder != null) {
            Files.write(Path.of(folder, document.key() + "--" + document.fileName()), bytes);
        }
        return bytes;
    }

    private static String read(byte[] bytes, Metadata metadata) throws IOException, TikaException, SAXException {
        BodyContentHandler text = new BodyContentHandler(-1);
        new AutoDetectParser().parse(new ByteArrayInputStream(bytes), text, metadata, new ParseContext());
        return text.toString();
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ");
    }

    @ParameterizedTest
    @MethodSource("withText")
    void whatIsWrittenIsReadBack(DemoDocument document) throws IOException, TikaException, SAXException {
        Paper paper = document.paper(document.dates().size(), WORLD.nameOf(document.agency()));
        String read = words(read(made(document), new Metadata()));

        Set<String> last = Stream.of(
                        paper.text().replaceAll("\\*\\*|!bars.*|[|#>-]", " ").split("\\s+"))
                .filter(word -> word.matches("\\p{L}{5,}"))
                .collect(Collectors.toSet());
        assertThat(last).allSatisfy(word -> assertThat(read).contains(word));
    }

    @Test
    void pdfsAreTaggedAndSayTheirLanguageAndTitle() throws IOException {
        DemoDocument document = first(PaperForm.PDF);
        try (PDDocument pdf = Loader.loadPDF(made(document))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo(document.said().text("title"));
        }
    }

    @Test
    void aScanHoldsPagesAndNoText() throws IOException, TikaException, SAXException {
        byte[] scan = made(first(PaperForm.SCAN));
        Metadata metadata = new Metadata();
        assertThat(read(scan, metadata)).isBlank();
        assertThat(metadata.get("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void aLockedFileDoesNotOpenWithoutItsPassword() throws IOException {
        byte[] locked = made(first(PaperForm.LOCKED));
        assertThatThrownBy(() -> read(locked, new Metadata())).isInstanceOf(EncryptedDocumentException.class);
    }

    @Test
    void picturesAndRecordingsAreWhatTheirNamesSay() throws IOException, TikaException, SAXException {
        for (PaperForm form : List.of(PaperForm.PNG, PaperForm.WAV)) {
            Metadata metadata = new Metadata();
            read(made(first(form)), metadata);
            assertThat(metadata.get("Content-Type")).isIn("image/png", "audio/vnd.wave");
        }
    }

    @Test
    void makingTheSameTwiceMayDifferInBytesButNotInWords() throws IOException, TikaException, SAXException {
        DemoDocument document = first(PaperForm.DOCX);
        assertThat(read(made(document), new Metadata())).isEqualTo(read(made(document), new Metadata()));
    }
}
