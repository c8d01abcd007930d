package org.safercommunities.portal.events.certificates;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfShapes;
import org.safercommunities.portal.shared.pdf.PdfTags;
import org.safercommunities.portal.shared.pdf.Span;

/** The portal's band with its shield, across the top of the first page. */
final class CertificateBand {

    private static final float HIGH = 128;
    private static final float BOTTOM = PdfPages.HIGH - HIGH;
    private static final float SHIELD_HIGH = 50;
    private static final float SHIELD_TOP = PdfPages.HIGH - 38;
    /** Of the shield's own drawing, {@code icons/shield.svg}. */
    private static final float UNIT = SHIELD_HIGH / 36;

    private static final Color PALE = new Color(0xCBAEF4);

    private CertificateBand() {}

    static void draw(PdfPages pages, PdfTags tags, PdfFonts fonts) throws IOException {
        pages.decorate(on -> {
            on.saveGraphicsState();
            on.addRect(0, BOTTOM, PdfPages.WIDE, HIGH);
            on.clip();
            on.setNonStrokingColor(Palette.PURPLE_STRONG);
            on.addRect(0, BOTTOM, PdfPages.WIDE, HIGH);
            on.fill();
            PdfShapes.circle(on, 520, PdfPages.HIGH + 6, 118, Palette.PURPLE);
            PdfShapes.circle(on, 446, PdfPages.HIGH - 108, 40, Palette.LILAC);
            PdfShapes.circle(on, 506, PdfPages.HIGH - 100, 13, Palette.GOLD);
            on.restoreGraphicsState();
        });
        pages.box(0, BOTTOM - 4, PdfPages.WIDE, 4, Palette.GOLD);
        PDStructureElement shield = tags.add(tags.document(), "Figure");
        shield.setAlternateDescription("Shield of the Safer Communities Portal");
        PDLayoutAttributeObject place = new PDLayoutAttributeObject();
        place.setBBox(new PDRectangle(PdfPages.MARGIN, SHIELD_TOP - SHIELD_HIGH, 32 * UNIT, SHIELD_HIGH));
        place.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
        shield.addAttribute(place);
        pages.draw(shield, CertificateBand::shield);
        float x = PdfPages.MARGIN + 32 * UNIT + 14;
        PDStructureElement brand = tags.add(tags.document(), "P");
        // The space keeps what is read out of both lines apart
        pages.draw(
                brand,
                on -> fonts.draw(
                        on, List.of(new Span("Safer Communities ", true)), x, SHIELD_TOP - 23, 19, Color.WHITE));
        pages.draw(
                brand,
                on -> fonts.draw(
                        on, List.of(new Span("Kent partner portal", false)), x, SHIELD_TOP - 41, 11.5f, Palette.TINT));
        pages.to(BOTTOM - 42);
    }

    private static void shield(PDPageContentStream on) throws IOException {
        on.saveGraphicsState();
        on.transform(new org.apache.pdfbox.util.Matrix(UNIT, 0, 0, -UNIT, PdfPages.MARGIN, SHIELD_TOP));
        quarter(on, Color.WHITE, 14.8f, 1, 3);
        quarter(on, PALE, 17.2f, 31, 29);
        foot(on, PALE, 14.8f, 7.2f, 2, 1.2f);
        foot(on, Color.WHITE, 17.2f, 24.8f, 30, 30.8f);
        on.restoreGraphicsState();
    }

    private static void quarter(PDPageContentStream on, Color colour, float inner, float outer, float corner)
            throws IOException {
        on.setNonStrokingColor(colour);
        on.moveTo(inner, 1.2f);
        on.lineTo(inner, 17);
        on.lineTo(outer, 17);
        on.lineTo(outer, 7.2f);
        float bend = outer + (corner - outer) * 0.4f;
        on.curveTo(outer, 6, bend, 4.9f, corner, 4.5f);
        on.closePath();
        on.fill();
    }

    private static void foot(PDPageContentStream on, Color colour, float inner, float first, float second, float outer)
            throws IOException {
        on.setNonStrokingColor(colour);
        on.moveTo(inner, 19.2f);
        on.lineTo(inner, 34.6f);
        on.curveTo(first, 31.8f, second, 26.6f, outer, 19.2f);
        on.closePath();
        on.fill();
    }
}
