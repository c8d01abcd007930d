package org.safercommunities.portal.demo.papers;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfShapes;
import org.safercommunities.portal.shared.pdf.Span;

/** A poster as a picture. Drawn by way of a PDF, so that it needs no fonts of the machine. */
final class PosterFile {

    private static final float DOTS_PER_INCH = 130;
    private static final float X = 64;

    private PosterFile() {}

    static byte[] of(Paper paper) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            draw(paper, pdf);
            pdf.save(page);
        }
        try (PDDocument pdf = Loader.loadPDF(page.toByteArray())) {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB), "png", picture);
            return picture.toByteArray();
        }
    }

    private static void draw(Paper paper, PDDocument pdf) throws IOException {
        PdfFonts fonts = new PdfFonts(pdf);
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (PDPageContentStream on = new PDPageContentStream(pdf, page)) {
            on.setNonStrokingColor(Palette.PURPLE_STRONG);
            on.addRect(0, 0, PdfPages.WIDE, PdfPages.HIGH);
            on.fill();
            PdfShapes.circle(on, 520, 760, 190, Palette.PURPLE);
            PdfShapes.circle(on, 470, 690, 86, Palette.LILAC);
            PdfShapes.circle(on, 555, 655, 38, Palette.GOLD);
            float y = 560;
            y = lines(on, fonts, paper.title(), true, 46, 54, y, Color.WHITE);
            y = lines(on, fonts, paper.subtitle(), false, 19, 28, y - 14, Palette.TINT);
            y -= 18;
            for (Block block : paper.blocks()) {
                if (block instanceof Block.Bullets bullets) {
                    for (String item : bullets.items()) {
                        PdfShapes.circle(on, X + 6, y - 15, 5, Palette.GOLD);
                        y = shifted(on, fonts, item, y);
                    }
                } else if (block instanceof Block.Callout callout) {
                    on.setNonStrokingColor(Palette.GOLD);
                    on.addRect(0, 74, PdfPages.WIDE, 84);
                    on.fill();
                    lines(on, fonts, callout.text(), true, 17, 25, 129, Palette.PURPLE_STRONG);
                }
            }
            lines(on, fonts, paper.from() + " · " + paper.edition(), false, 11, 14, 48, Palette.TINT);
        }
    }

    private static float shifted(PDPageContentStream on, PdfFonts fonts, String item, float top) throws IOException {
        float y = top;
        for (List<Span> line : fonts.lines(item, false, 17, PdfPages.WIDE - 2 * X - 26)) {
            y = line(on, fonts, line, X + 26, 17, 25, y, Color.WHITE);
        }
        return y - 8;
    }

    private static float lines(
            PDPageContentStream on,
            PdfFonts fonts,
            String text,
            boolean bold,
            float size,
            float leading,
            float top,
            Color colour)
            throws IOException {
        float y = top;
        for (List<Span> line : fonts.lines(text, bold, size, PdfPages.WIDE - 2 * X)) {
            y = line(on, fonts, line, X, size, leading, y, colour);
        }
        return y;
    }

    private static float line(
            PDPageContentStream on,
            PdfFonts fonts,
            List<Span> line,
            float x,
            float size,
            float leading,
            float top,
            Color colour)
            throws IOException {
        fonts.draw(on, line, x, top - leading * 0.8f, size, colour);
        return top - leading;
    }
}
