package org.safercommunities.portal.demo.papers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.safercommunities.portal.demo.papers.Paper.Span;

/** Public Sans, embedded, and how much room words take in it. */
final class PdfFonts {

    private final PDFont regular;
    private final PDFont bold;

    PdfFonts(PDDocument pdf) throws IOException {
        regular = load(pdf, "PublicSans-Regular.ttf");
        bold = load(pdf, "PublicSans-Bold.ttf");
    }

    private static PDFont load(PDDocument pdf, String name) throws IOException {
        try (InputStream font = PdfFonts.class.getResourceAsStream("/demo/fonts/" + name)) {
            return PDType0Font.load(pdf, java.util.Objects.requireNonNull(font), true);
        }
    }

    PDFont font(boolean isBold) {
        return isBold ? bold : regular;
    }

    float width(String text, boolean isBold, float size) throws IOException {
        return font(isBold).getStringWidth(text) / 1000 * size;
    }

    /** Breaks a text into lines no wider than {@code room}, in points. */
    List<List<Span>> lines(String inline, boolean allBold, float size, float room) throws IOException {
        List<List<Span>> lines = new ArrayList<>();
        List<Span> line = new ArrayList<>();
        float used = 0;
        for (Span span : Span.of(inline)) {
            boolean isBold = allBold || span.bold();
            for (String word : span.text().splitWithDelimiters(" ", 0)) {
                float wide = width(word, isBold, size);
                if (used + wide > room && !word.isBlank() && !line.isEmpty()) {
                    lines.add(joined(line));
                    line = new ArrayList<>();
                    used = 0;
                }
                if (!word.isEmpty() && !(word.isBlank() && line.isEmpty())) {
                    line.add(new Span(word, isBold));
                    used += wide;
                }
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(joined(line));
        }
        return lines;
    }

    private static List<Span> joined(List<Span> words) {
        List<Span> joined = new ArrayList<>();
        for (Span word : words) {
            if (!joined.isEmpty() && joined.getLast().bold() == word.bold()) {
                joined.add(new Span(joined.removeLast().text() + word.text(), word.bold()));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }
}
