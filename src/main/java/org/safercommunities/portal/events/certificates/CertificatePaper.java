package org.safercommunities.portal.events.certificates;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.safercommunities.portal.events.Certificate;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFacts;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfTags;
import org.safercommunities.portal.shared.pdf.Span;

/** A certificate on A4, as many pages as its sessions take. */
final class CertificatePaper {

    private static final String HEADING = "Certificate of attendance";
    private static final float LABEL = 11.5f;

    private final Certificate certificate;
    private final PDDocument pdf;
    private final PdfFonts fonts;
    private final PdfTags tags;
    private final PdfPages pages;

    private CertificatePaper(Certificate certificate, PDDocument pdf) throws IOException {
        this.certificate = certificate;
        this.pdf = pdf;
        this.fonts = new PdfFonts(pdf);
        this.tags = new PdfTags(pdf);
        this.pages = new PdfPages(pdf, fonts, tags);
    }

    /** @param address where it can be checked */
    static byte[] of(Certificate certificate, String address) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            new CertificatePaper(certificate, pdf).write(address);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void write(String address) throws IOException {
        CertificateBand.draw(pages, tags, fonts);
        PDStructureElement heading = words(HEADING, "H1", true, 30, Palette.PURPLE_STRONG);
        heading.setTitle(HEADING);
        pages.down(20);
        words("This is to certify that", "P", false, LABEL, Palette.INK_2);
        pages.down(4);
        name();
        words(certificate.agency(), "P", false, 13, Palette.INK);
        pages.down(18);
        words("came to", "P", false, LABEL, Palette.INK_2);
        pages.down(4);
        words(certificate.title(), "H2", true, fitting(certificate.title(), 19, 15, 12), Palette.PURPLE_STRONG);
        words(certificate.kind().inWords(), "P", false, 12, Palette.INK);
        pages.down(20);
        sessions();
        issuer();
        CertificateProof.draw(certificate.code(), address, pages, tags, fonts);
        pages.finish(this::foot);
        tags.finish();
        PdfFacts.write(
                pdf,
                "%s: %s, %s".formatted(HEADING, certificate.name(), certificate.title()),
                certificate.kind().inWords(),
                certificate.issuer(),
                GregorianCalendar.from(certificate.issuedAt().atZone(Dates.KENT)));
    }

    /** A name that the letters at hand cannot write is there for screen readers and to copy all the same. */
    private void name() throws IOException {
        String name = certificate.name();
        PDStructureElement element = words(name, "P", true, fitting(name, 27, 20, 14), Palette.INK);
        if (!fonts.canDraw(name)) {
            element.setActualText(name);
            words(
                    "Some letters of this name are not in the typeface of this paper and stand as boxes. The name is shown in"
                            + " full where the code is checked.",
                    "P",
                    false,
                    9.5f,
                    Palette.INK_2);
            pages.down(4);
        }
    }

    private void sessions() throws IOException {
        boolean one = certificate.sessions().size() == 1;
        words(one ? "Session attended" : "Sessions attended", "H3", true, 12, Palette.INK);
        pages.down(4);
        PDStructureElement list = tags.add(tags.document(), "L");
        for (Certificate.Attended session : certificate.sessions()) {
            String when = Dates.span(session.start(), session.end());
            List<List<Span>> title = session.title().isEmpty()
                    ? List.of()
                    : fonts.lines(List.of(new Span(session.title(), true)), 10.5f, PdfPages.ROOM - 18);
            pages.need(15 * Math.min(title.size() + 1, 6));
            PDStructureElement item = tags.add(list, "LI");
            PDStructureElement body = tags.add(item, "LBody");
            float top = pages.y();
            pages.write(title, PdfPages.MARGIN + 18, 10.5f, 15, Palette.INK, body);
            pages.write(
                    fonts.lines(List.of(new Span(when, false)), 10.5f, PdfPages.ROOM - 18),
                    PdfPages.MARGIN + 18,
                    10.5f,
                    15,
                    Palette.INK,
                    body);
            if (pages.y() < top) {
                pages.box(PdfPages.MARGIN, pages.y() + 3, 3, top - pages.y() - 5, Palette.LILAC);
            }
            pages.down(5);
        }
        pages.down(7);
        words("Time attended: " + certificate.attendedInWords(), "P", true, 11.5f, Palette.INK);
        pages.down(14);
    }

    private void issuer() throws IOException {
        words(
                "Issued by %s on %s.".formatted(certificate.issuer(), Dates.full(certificate.issuedAt())),
                "P",
                false,
                LABEL,
                Palette.INK);
        pages.down(18);
    }

    private PDStructureElement words(String text, String type, boolean bold, float size, Color colour)
            throws IOException {
        PDStructureElement element = tags.add(tags.document(), type);
        List<List<Span>> lines = fonts.lines(List.of(new Span(text, bold)), size, PdfPages.ROOM);
        pages.write(lines, PdfPages.MARGIN, size, size * 1.3f, colour, element);
        return element;
    }

    /** The largest size in which it takes no more than two lines; else the smallest. */
    private float fitting(String text, float... sizes) throws IOException {
        for (float size : sizes) {
            if (fonts.lines(List.of(new Span(text, true)), size, PdfPages.ROOM).size() <= 2) {
                return size;
            }
        }
        return sizes[sizes.length - 1];
    }

    private void foot(PDPageContentStream on, int number, int count) throws IOException {
        String foot = count == 1
                ? "Certificate " + certificate.code()
                : "Certificate %s · page %d of %d".formatted(certificate.code(), number, count);
        fonts.draw(on, List.of(new Span(foot, false)), PdfPages.MARGIN, 42, 9, Palette.INK_2);
    }
}
