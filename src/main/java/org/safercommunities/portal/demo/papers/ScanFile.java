package org.safercommunities.portal.demo.papers;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.safercommunities.portal.shared.pdf.PdfPages;

/** Pages as a scanner in a hurry would see them: a little askew, a little grey, and without a letter of text. */
final class ScanFile {

    private static final float DOTS_PER_INCH = 110;

    private ScanFile() {}

    static byte[] of(Paper paper) throws IOException {
        try (PDDocument printed = PdfFile.document(paper);
                PDDocument scan = new PDDocument()) {
            // The pages are drawn from what would be saved: fonts are cut to size only then
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            printed.save(saved);
            try (PDDocument paperCopy = org.apache.pdfbox.Loader.loadPDF(saved.toByteArray())) {
                PDFRenderer renderer = new PDFRenderer(paperCopy);
                for (int number = 0; number < paperCopy.getNumberOfPages(); number++) {
                    add(askew(renderer.renderImageWithDPI(number, DOTS_PER_INCH, ImageType.GRAY), number), scan);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void add(BufferedImage picture, PDDocument scan) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(JPEGFactory.createFromImage(scan, picture, 0.6f), 0, 0, PdfPages.WIDE, PdfPages.HIGH);
        }
    }

    private static BufferedImage askew(BufferedImage page, int seed) {
        BufferedImage scanned = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = scanned.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.rotate(Math.toRadians(seed % 2 == 0 ? 0.7 : -0.5), page.getWidth() / 2.0, page.getHeight() / 2.0);
        drawing.drawImage(page, 0, 0, null);
        drawing.dispose();
        Random dust = new Random(seed);
        var raster = scanned.getRaster();
        for (int y = 0; y < scanned.getHeight(); y++) {
            for (int x = 0; x < scanned.getWidth(); x++) {
                int grey = raster.getSample(x, y, 0) - 10 - dust.nextInt(14);
                raster.setSample(x, y, 0, Math.clamp(grey, 30, 255));
            }
        }
        return scanned;
    }
}
