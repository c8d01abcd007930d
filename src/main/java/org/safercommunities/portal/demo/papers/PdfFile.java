package org.safercommunities.portal.demo.papers;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfTags;
import org.safercommunities.portal.shared.pdf.Span;

/** A tagged PDF with embedded fonts. */
final class PdfFile {

    private static final float SIZE = 10.5f;
    private static final float LEADING = 15.5f;
    private static final float SMALL = 9;

    private final PdfFonts fonts;
    private final PdfTags tags;
    private final PdfPages pages;

    private PdfFile(PDDocument pdf) throws IOException {
        fonts = new PdfFonts(pdf);
        tags = new PdfTags(pdf);
        pages = new PdfPages(pdf, fonts, tags);
    }

    static byte[] of(Paper paper) throws IOException {
        try (PDDocument pdf = document(paper)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    static PDDocument document(Paper paper) throws IOException {
        PDDocument pdf = new PDDocument();
        PdfFile file = new PdfFile(pdf);
        file.title(paper);
        for (Block block : paper.blocks()) {
            file.add(block);
        }
        file.pages.finish((on, number, pages) -> file.headAndFoot(paper, on, number, pages));
        file.tags.finish();
        pdf.getDocumentInformation().setTitle(paper.title());
        pdf.getDocumentInformation().setSubject(paper.subtitle());
        pdf.getDocumentInformation().setAuthor(paper.from());
        pdf.getDocumentCatalog().setLanguage("en-GB");
        PDViewerPreferences view =
                new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
        view.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(view);
        return pdf;
    }

    private void headAndFoot(Paper paper, PDPageContentStream on, int number, int pages) throws IOException {
        Color marking = paper.isSensitive() ? Palette.RUST : Palette.INK_2;
        centred(on, paper.marking(), PdfPages.HIGH - 34, marking);
        centred(on, paper.marking(), 30, marking);
        small(on, paper.from(), true, PdfPages.MARGIN, PdfPages.HIGH - 62, Palette.INK_2);
        small(on, paper.edition(), true, right(paper.edition(), true), PdfPages.HIGH - 62, Palette.INK_2);
        String place = "Page %d of %d".formatted(number, pages);
        small(on, place, false, right(place, false), 48, Palette.INK_2);
    }

    private float right(String text, boolean bold) throws IOException {
        return PdfPages.WIDE - PdfPages.MARGIN - fonts.width(text, bold, SMALL);
    }

    private void centred(PDPageContentStream on, String text, float baseline, Color colour) throws IOException {
        small(on, text, true, (PdfPages.WIDE - fonts.width(text, true, SMALL)) / 2, baseline, colour);
    }

    private void small(PDPageContentStream on, String text, boolean bold, float x, float baseline, Color colour)
            throws IOException {
        fonts.draw(on, List.of(new Span(text, bold)), x, baseline, SMALL, colour);
    }

    private void title(Paper paper) throws IOException {
        float room = paper.cover() ? PdfPages.ROOM - 40 : PdfPages.ROOM;
        List<List<Span>> title = fonts.lines(paper.title(), true, 25, room);
        List<List<Span>> subtitle = fonts.lines(paper.subtitle(), false, 12.5f, room);
        float x = PdfPages.MARGIN;
        if (paper.cover()) {
            float high = 31 * title.size() + 18 * subtitle.size() + 60;
            pages.box(x - 20, pages.y() - high, PdfPages.ROOM + 40, high, Palette.PURPLE_STRONG);
            pages.box(x - 20, pages.y() - high, 6, high, Palette.GOLD);
            pages.down(24);
        } else {
            pages.down(14);
        }
        Color strong = paper.cover() ? Color.WHITE : Palette.PURPLE_STRONG;
        Color weak = paper.cover() ? Palette.TINT : Palette.INK_2;
        pages.write(title, x, 25, 31, strong, tags.add(tags.document(), "H1"));
        pages.down(6);
        pages.write(subtitle, x, 12.5f, 18, weak, tags.add(tags.document(), "P"));
        pages.down(paper.cover() ? 46 : 16);
    }

    private void add(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Text text -> {
                text(text.text(), PdfPages.MARGIN, PdfPages.ROOM, tags.add(tags.document(), "P"));
                pages.down(8);
            }
            case Block.Bullets bullets -> bullets(bullets);
            case Block.Callout callout -> callout(callout);
            case Block.Table table -> new PdfTable(table, fonts, tags, pages).write();
            case Block.Bars bars -> new PdfBars(bars, fonts, tags, pages).write();
        }
    }

    private void heading(Block.Heading heading) throws IOException {
        boolean section = heading.level() == 2;
        float size = section ? 14 : 11.5f;
        if (!pages.need(90) && !pages.isFresh()) {
            pages.down(section ? 12 : 6);
        }
        pages.write(
                fonts.lines(heading.text(), true, size, PdfPages.ROOM),
                PdfPages.MARGIN,
                size,
                size * 1.35f,
                section ? Palette.PURPLE_STRONG : Palette.INK,
                tags.add(tags.document(), section ? "H2" : "H3"));
        pages.down(5);
    }

    private void text(String inline, float x, float room, PDStructureElement element) throws IOException {
        pages.write(fonts.lines(inline, false, SIZE, room), x, SIZE, LEADING, Palette.INK, element);
    }

    private void bullets(Block.Bullets bullets) throws IOException {
        PDStructureElement list = tags.add(tags.document(), "L");
        int number = 0;
        for (String item : bullets.items()) {
            number++;
            PDStructureElement entry = tags.add(list, "LI");
            pages.need(LEADING);
            String mark = bullets.numbered() ? number + "." : "•";
            pages.line(
                    List.of(new Span(mark, false)),
                    PdfPages.MARGIN + 10,
                    pages.y() - LEADING * 0.72f,
                    SIZE,
                    Palette.PURPLE,
                    tags.add(entry, "Lbl"));
            text(item, PdfPages.MARGIN + 28, PdfPages.ROOM - 28, tags.add(entry, "LBody"));
            pages.down(3);
        }
        pages.down(6);
    }

    private void callout(Block.Callout callout) throws IOException {
        List<List<Span>> lines = fonts.lines(callout.text(), false, SIZE, PdfPages.ROOM - 34);
        float high = lines.size() * LEADING + 20;
        pages.need(high + 8);
        pages.box(PdfPages.MARGIN, pages.y() - high, PdfPages.ROOM, high, Palette.TINT);
        pages.box(PdfPages.MARGIN, pages.y() - high, 4, high, Palette.PURPLE);
        pages.down(10);
        pages.write(lines, PdfPages.MARGIN + 18, SIZE, LEADING, Palette.INK, tags.add(tags.document(), "P"));
        pages.down(22);
    }
}
