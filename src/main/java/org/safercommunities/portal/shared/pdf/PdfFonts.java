package org.safercommunities.portal.shared.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Public Sans, embedded, and how much room words take in it. Letters that it lacks, such as Greek and Cyrillic, come from the
 * Liberation Sans that PDFBox brings; what neither has, and what is written from right to left, stands as a box.
 */
public final class PdfFonts {

    private static final int BOX = 0x25A1;

    private final PDDocument pdf;
    private final PDFont regular;
    private final PDFont bold;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private @Nullable PDFont spare;

    /** A letter as it is drawn, in either weight. */
    private record Glyph(int shown, PDFont regular, PDFont bold) {}

    /** Words of one font. */
    private record Piece(String text, PDFont font) {}

    public PdfFonts(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        this.regular = load(pdf, "/pdf/fonts/PublicSans-Regular.ttf");
        this.bold = load(pdf, "/pdf/fonts/PublicSans-Bold.ttf");
    }

    private static PDFont load(PDDocument pdf, String name) throws IOException {
        try (InputStream font = PdfFonts.class.getResourceAsStream(name)) {
            return PDType0Font.load(pdf, Objects.requireNonNull(font), true);
        }
    }

    /** Whether every letter of these words can be drawn. */
    public boolean canDraw(String text) throws IOException {
        for (int letter : letters(text)) {
            if (glyph(letter).shown() != letter) {
                return false;
            }
        }
        return true;
    }

    public float width(String text, boolean isBold, float size) throws IOException {
        float width = 0;
        for (Piece piece : pieces(text, isBold)) {
            width += piece.font().getStringWidth(piece.text());
        }
        return width / 1000 * size;
    }

    public void draw(PDPageContentStream on, List<Span> line, float x, float baseline, float size, Color colour)
            throws IOException {
        on.beginText();
        on.setNonStrokingColor(colour);
        on.newLineAtOffset(x, baseline);
        for (Span span : line) {
            for (Piece piece : pieces(span.text(), span.bold())) {
                on.setFont(piece.font(), size);
                on.showText(piece.text());
            }
        }
        on.endText();
    }

    /** Breaks a text with {@code **bold**} words into lines no wider than {@code room}, in points. */
    public List<List<Span>> lines(String inline, boolean allBold, float size, float room) throws IOException {
        List<Span> spans = Span.of(inline);
        return lines(
                allBold
                        ? spans.stream()
                                .map(span -> new Span(span.text(), true))
                                .toList()
                        : spans,
                size,
                room);
    }

    /** The same for words as they are, whatever signs somebody has put into them. */
    public List<List<Span>> lines(List<Span> spans, float size, float room) throws IOException {
        List<List<Span>> lines = new ArrayList<>();
        List<Span> line = new ArrayList<>();
        float used = 0;
        for (Span span : spans) {
            for (String word : words(span, size, room)) {
                float wide = width(word, span.bold(), size);
                if (used + wide > room && !word.isBlank() && !line.isEmpty()) {
                    lines.add(joined(line));
                    line = new ArrayList<>();
                    used = 0;
                }
                if (!word.isEmpty() && !(word.isBlank() && line.isEmpty())) {
                    line.add(new Span(word, span.bold()));
                    used += wide;
                }
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(joined(line));
        }
        return lines;
    }

    /** Words and the spaces between them; a word wider than a line in parts. */
    private List<String> words(Span span, float size, float room) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : span.text().splitWithDelimiters(" ", 0)) {
            if (width(word, span.bold(), size) <= room) {
                words.add(word);
                continue;
            }
            StringBuilder part = new StringBuilder();
            for (int letter : letters(word)) {
                String longer = part + Character.toString(letter);
                if (!part.isEmpty() && width(longer, span.bold(), size) > room) {
                    words.add(part.toString());
                    part.setLength(0);
                }
                part.appendCodePoint(letter);
            }
            words.add(part.toString());
        }
        return words;
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

    private List<Piece> pieces(String text, boolean isBold) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        PDFont current = isBold ? bold : regular;
        for (int letter : letters(text)) {
            Glyph glyph = glyph(letter);
            PDFont font = isBold ? glyph.bold() : glyph.regular();
            if (font != current && !same.isEmpty()) {
                pieces.add(new Piece(same.toString(), current));
                same.setLength(0);
            }
            current = font;
            same.appendCodePoint(glyph.shown());
        }
        if (!same.isEmpty()) {
            pieces.add(new Piece(same.toString(), current));
        }
        return pieces;
    }

    private Glyph glyph(int letter) throws IOException {
        Glyph known = glyphs.get(letter);
        if (known != null) {
            return known;
        }
        Glyph glyph;
        if (has(regular, letter) && has(bold, letter)) {
            glyph = new Glyph(letter, regular, bold);
        } else {
            boolean drawn = !isFromTheRight(letter) && has(spare(), letter);
            glyph = new Glyph(drawn ? letter : BOX, spare(), spare());
        }
        glyphs.put(letter, glyph);
        return glyph;
    }

    private PDFont spare() throws IOException {
        if (spare == null) {
            spare = load(pdf, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        }
        return spare;
    }

    private static boolean isFromTheRight(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean has(PDFont font, int letter) throws IOException {
        try {
            font.encode(Character.toString(letter));
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    /** Letters with their accents put together, and no signs that only steer. */
    private static int[] letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .map(letter -> Character.isWhitespace(letter) || Character.isISOControl(letter) ? ' ' : letter)
                .toArray();
    }
}
