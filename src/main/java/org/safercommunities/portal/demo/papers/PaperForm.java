package org.safercommunities.portal.demo.papers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a paper can be made into. Several are chosen by the ending of a file's name, the odd ones by name. */
public enum PaperForm {
    PDF(PdfFile::of),
    DOCX(WordFile::of),
    PPTX(SlidesFile::of),
    XLSX(SheetFile::of),
    /** A poster on A4. */
    PNG(PosterFile::of),
    WAV(paper -> SoundFile.chime()),
    CSV(PaperForm::asWritten),
    VTT(PaperForm::asWritten),
    TXT(PaperForm::asWritten),
    /** A PDF that holds pictures of pages and no text. */
    SCAN(ScanFile::of),
    /** A Word file that opens with a password only. */
    LOCKED(WordFile::locked);

    private final Maker maker;

    PaperForm(Maker maker) {
        this.maker = maker;
    }

    /** @throws IllegalArgumentException when no form has this ending */
    public static PaperForm byEnding(String fileName) {
        return valueOf(fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }

    public byte[] make(Paper paper) throws IOException {
        return maker.make(paper);
    }

    private static byte[] asWritten(Paper paper) {
        return (paper.text().strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Maker {
        byte[] make(Paper paper) throws IOException;
    }
}
