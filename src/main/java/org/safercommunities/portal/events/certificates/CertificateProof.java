package org.safercommunities.portal.events.certificates;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.safercommunities.portal.events.CertificateCode;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfTags;
import org.safercommunities.portal.shared.pdf.Span;

/** The box with the code, and where anybody can check it. */
final class CertificateProof {

    private static final float PAD = 18;
    private static final float ROOM = PdfPages.ROOM - 2 * PAD;

    private CertificateProof() {}

    static void draw(CertificateCode code, String address, PdfPages pages, PdfTags tags, PdfFonts fonts)
            throws IOException {
        List<List<Span>> where = fonts.lines(List.of(new Span(address, true)), 10.5f, ROOM);
        float high = 94 + 15 * where.size();
        pages.need(high + 12);
        float bottom = pages.y() - high;
        pages.box(PdfPages.MARGIN, bottom, PdfPages.ROOM, high, Palette.TINT);
        pages.box(PdfPages.MARGIN, bottom, 4, high, Palette.PURPLE);
        pages.down(14);
        float x = PdfPages.MARGIN + PAD;
        PDStructureElement label = tags.add(tags.document(), "H3");
        pages.write(List.of(List.of(new Span("Code of this certificate", true))), x, 10.5f, 15, Palette.INK_2, label);
        pages.write(
                List.of(List.of(new Span(code.toString(), true))),
                x,
                20,
                30,
                Palette.PURPLE_STRONG,
                tags.add(tags.document(), "P"));
        pages.down(3);
        PDStructureElement check = tags.add(tags.document(), "P");
        pages.write(
                List.of(List.of(new Span("Anybody can check that it is valid at ", false))),
                x,
                10.5f,
                15,
                Palette.INK,
                check);
        pages.write(where, x, 10.5f, 15, Palette.INK, check);
        pages.to(bottom - 12);
    }
}
