package org.safercommunities.portal.demo.papers;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.safercommunities.portal.demo.papers.Paper.Span;

/** A4 pages that fill from top to bottom; sizes and places in points. */
final class PdfPages {

    static final float WIDE = PDRectangle.A4.getWidth();
    static final float HIGH = PDRectangle.A4.getHeight();
    static final float MARGIN = 60;
    static final float ROOM = WIDE - 2 * MARGIN;
    private static final float TOP = HIGH - 96;
    private static final float BOTTOM = 76;

    private final PDDocument pdf;
    private final PdfFonts fonts;
    private final PdfTags tags;
    private PDPage page;
    private PDPageContentStream content;
    private float y;

    PdfPages(PDDocument pdf, PdfFonts fonts, PdfTags tags) throws IOException {
        this.pdf = pdf;
        this.fonts = fonts;
        this.tags = tags;
        this.page = new PDPage(PDRectangle.A4);
        this.content = open();
    }

    private PDPageContentStream open() throws IOException {
        pdf.addPage(page);
        tags.begin(page);
        y = TOP;
        return new PDPageContentStream(pdf, page, AppendMode.OVERWRITE, true);
    }

    void turn() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        content = open();
    }

    /** Begins a new page when less than {@code height} is left. Returns whether it did. */
    boolean need(float height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        turn();
        return true;
    }

    float y() {
        return y;
    }

    void down(float distance) {
        y -= distance;
    }

    void to(float height) {
        y = height;
    }

    boolean isFresh() {
        return y == TOP;
    }

    /** Writes lines from here downwards, each {@code leading} high, over as many pages as it takes. */
    void write(List<List<Span>> lines, float x, float size, float leading, Color colour, PDStructureElement element)
            throws IOException {
        for (List<Span> line : lines) {
            need(leading);
            y -= leading;
            line(line, x, y + leading * 0.28f, size, colour, element);
        }
    }

    void line(List<Span> line, float x, float baseline, float size, Color colour, PDStructureElement element)
            throws IOException {
        tags.mark(content, page, element, () -> draw(content, line, x, baseline, size, colour));
    }

    void box(float x, float bottom, float width, float height, Color colour) throws IOException {
        PdfTags.decorate(content, () -> {
            content.setNonStrokingColor(colour);
            content.addRect(x, bottom, width, height);
            content.fill();
        });
    }

    /** Closes the last page and puts the same head and foot on each. */
    void finish(String from, String edition, String marking, Color markingColour) throws IOException {
        content.close();
        int pages = pdf.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            try (PDPageContentStream over =
                    new PDPageContentStream(pdf, pdf.getPage(number - 1), AppendMode.APPEND, true, true)) {
                String place = "Page %d of %d".formatted(number, pages);
                PdfTags.decorate(over, () -> {
                    centred(over, marking, HIGH - 34, markingColour);
                    centred(over, marking, 30, markingColour);
                    draw(over, List.of(new Span(from, true)), MARGIN, HIGH - 62, 9, Palette.INK_2);
                    draw(over, List.of(new Span(edition, true)), right(edition, true), HIGH - 62, 9, Palette.INK_2);
                    draw(over, List.of(new Span(place, false)), right(place, false), 48, 9, Palette.INK_2);
                });
            }
        }
    }

    private float right(String text, boolean bold) throws IOException {
        return WIDE - MARGIN - fonts.width(text, bold, 9);
    }

    private void centred(PDPageContentStream on, String text, float baseline, Color colour) throws IOException {
        draw(on, List.of(new Span(text, true)), (WIDE - fonts.width(text, true, 9)) / 2, baseline, 9, colour);
    }

    private void draw(PDPageContentStream on, List<Span> line, float x, float baseline, float size, Color colour)
            throws IOException {
        on.beginText();
        on.setNonStrokingColor(colour);
        on.newLineAtOffset(x, baseline);
        for (Span span : line) {
            on.setFont(fonts.font(span.bold()), size);
            on.showText(span.text());
        }
        on.endText();
    }
}
