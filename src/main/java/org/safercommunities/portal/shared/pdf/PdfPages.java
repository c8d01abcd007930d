package org.safercommunities.portal.shared.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** A4 pages that fill from top to bottom; sizes and places in points. */
public final class PdfPages {

    public static final float WIDE = PDRectangle.A4.getWidth();
    public static final float HIGH = PDRectangle.A4.getHeight();
    public static final float MARGIN = 60;
    public static final float ROOM = WIDE - 2 * MARGIN;
    private static final float TOP = HIGH - 96;
    private static final float BOTTOM = 76;

    private final PDDocument pdf;
    private final PdfFonts fonts;
    private final PdfTags tags;
    private PDPage page;
    private PDPageContentStream content;
    private float y;

    public PdfPages(PDDocument pdf, PdfFonts fonts, PdfTags tags) throws IOException {
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

    public void turn() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        content = open();
    }

    /** Begins a new page when less than {@code height} is left. Returns whether it did. */
    public boolean need(float height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        turn();
        return true;
    }

    public float y() {
        return y;
    }

    public void down(float distance) {
        y -= distance;
    }

    public void to(float height) {
        y = height;
    }

    public boolean isFresh() {
        return y == TOP;
    }

    /** Writes lines from here downwards, each {@code leading} high, over as many pages as it takes. */
    public void write(
            List<List<Span>> lines, float x, float size, float leading, Color colour, PDStructureElement element)
            throws IOException {
        for (List<Span> line : lines) {
            need(leading);
            y -= leading;
            line(line, x, y + leading * 0.28f, size, colour, element);
        }
    }

    public void line(List<Span> line, float x, float baseline, float size, Color colour, PDStructureElement element)
            throws IOException {
        draw(element, on -> fonts.draw(on, line, x, baseline, size, colour));
    }

    public void box(float x, float bottom, float width, float height, Color colour) throws IOException {
        decorate(on -> {
            on.setNonStrokingColor(colour);
            on.addRect(x, bottom, width, height);
            on.fill();
        });
    }

    /** Draws something of an element where the page stands now. */
    public void draw(PDStructureElement element, OnPage drawing) throws IOException {
        PDPageContentStream on = content;
        tags.mark(on, page, element, () -> drawing.draw(on));
    }

    /** Draws something that says nothing. */
    public void decorate(OnPage drawing) throws IOException {
        PDPageContentStream on = content;
        PdfTags.decorate(on, () -> drawing.draw(on));
    }

    /** Closes the last page and draws over each what says nothing: its head and foot. */
    public void finish(OverPage over) throws IOException {
        content.close();
        int pages = pdf.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            try (PDPageContentStream on =
                    new PDPageContentStream(pdf, pdf.getPage(number - 1), AppendMode.APPEND, true, true)) {
                int current = number;
                PdfTags.decorate(on, () -> over.draw(on, current, pages));
            }
        }
    }

    @FunctionalInterface
    public interface OnPage {
        void draw(PDPageContentStream on) throws IOException;
    }

    @FunctionalInterface
    public interface OverPage {
        void draw(PDPageContentStream on, int number, int pages) throws IOException;
    }
}
