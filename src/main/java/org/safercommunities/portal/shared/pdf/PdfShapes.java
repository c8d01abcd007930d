package org.safercommunities.portal.shared.pdf;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Round shapes, of which PDF knows only the curves. */
public final class PdfShapes {

    private PdfShapes() {}

    public static void circle(PDPageContentStream on, float x, float y, float radius, Color colour) throws IOException {
        float bend = radius * 0.5523f;
        on.setNonStrokingColor(colour);
        on.moveTo(x - radius, y);
        on.curveTo(x - radius, y + bend, x - bend, y + radius, x, y + radius);
        on.curveTo(x + bend, y + radius, x + radius, y + bend, x + radius, y);
        on.curveTo(x + radius, y - bend, x + bend, y - radius, x, y - radius);
        on.curveTo(x - bend, y - radius, x - radius, y - bend, x - radius, y);
        on.fill();
    }
}
