package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    private final MediaTypes types = new MediaTypes();

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, picture.png, application/pdf",
        "<html><script>alert(1)</script></html>, minutes.pdf, text/html",
        "<html><script>alert(1)</script></html>, minutes.txt, text/html",
        "just words, minutes.pdf, text/plain",
        "just words, minutes.exe, text/plain",
        "name;agency, people.csv, text/csv"
    })
    void theTypeComesFromTheBytesAndTheNameOnlyTellsKindsApart(String content, String name, String type)
            throws Exception {
        assertThat(guess(content.getBytes(StandardCharsets.UTF_8), name)).isEqualTo(type);
    }

    @Test
    void bytesThatSayNothingStayUnknownWhateverTheName() throws Exception {
        assertThat(guess(new byte[] {0, 1, 2, 3, 0, 5}, "report.docx")).isEqualTo(MediaTypes.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, PDF, .pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, Word, .docx",
        "application/vnd.ms-word.document.macroenabled.12, Word, .docm",
        "application/msword, Word, .doc",
        "application/vnd.ms-excel, Excel, .xls",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, Excel, .xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation, PowerPoint, .pptx",
        "image/png, Picture, .png",
        "video/mp4, Video, .mp4",
        "audio/mpeg, Sound, .mp3",
        "message/rfc822, Email, .eml",
        "application/octet-stream, File, .bin",
        "application/x-nobody-knows, File, ''"
    })
    void peopleReadNamesTheyKnow(String mediaType, String name, String extension) {
        assertThat(types.friendlyName(mediaType)).isEqualTo(name);
        assertThat(types.extension(mediaType)).isEqualTo(extension);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/svg+xml",
                "application/xhtml+xml",
                "text/xml",
                "application/xml",
                "application/javascript",
                "text/javascript",
                "application/rdf+xml"
            })
    void whatABrowserWouldRunIsNeverShownInThePage(String mediaType) {
        assertThat(types.activeContent(mediaType)).isTrue();
        assertThat(types.inlineSafe(mediaType)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "audio/mpeg"})
    void picturesAndRecordingsAreShownInThePage(String mediaType) {
        assertThat(types.inlineSafe(mediaType)).isTrue();
        assertThat(types.activeContent(mediaType)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/msword", "application/zip", "application/octet-stream"})
    void documentsAreNotShownByTheirOwnBytes(String mediaType) {
        assertThat(types.inlineSafe(mediaType)).isFalse();
    }

    private String guess(byte[] content, String name) throws Exception {
        return types.guess(new ByteArrayInputStream(content), name);
    }
}
