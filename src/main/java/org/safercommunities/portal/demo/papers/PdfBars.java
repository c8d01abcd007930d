package org.safercommunities.portal.demo.papers;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfTags;
import org.safercommunities.portal.shared.pdf.Span;

/** Horizontal bars, each with its number beside it. */
final class PdfBars {

    private static final float HIGH = 13;
    private static final float STEP = 20;

    private final Block.Bars bars;
    private final PdfFonts fonts;
    private final PdfTags tags;
    private final PdfPages pages;

    PdfBars(Block.Bars bars, PdfFonts fonts, PdfTags tags, PdfPages pages) {
        this.bars = bars;
        this.fonts = fonts;
        this.tags = tags;
        this.pages = pages;
    }

    void write() throws IOException {
        pages.need(STEP * (bars.bars().size() + 2));
        PDStructureElement figure = tags.add(tags.document(), "Figure");
        figure.setAlternateDescription(bars.caption() + ": "
                + bars.bars().stream()
                        .map(bar -> bar.label() + " " + bar.shown())
                        .collect(Collectors.joining(", ")));
        pages.write(List.of(List.of(new Span(bars.caption(), true))), PdfPages.MARGIN, 9.5f, 18, Palette.INK_2, figure);
        float labels = 0;
        double most = 0;
        for (Block.Bar bar : bars.bars()) {
            labels = Math.max(labels, fonts.width(bar.label(), false, 9.5f) + 10);
            most = Math.max(most, bar.value());
        }
        float start = PdfPages.MARGIN + labels;
        float room = PdfPages.ROOM - labels - 50;
        for (Block.Bar bar : bars.bars()) {
            pages.down(STEP);
            float length = (float) (room * bar.value() / most);
            boolean longest = bar.value() == most;
            pages.line(
                    List.of(new Span(bar.label(), false)), PdfPages.MARGIN, pages.y() + 4, 9.5f, Palette.INK, figure);
            pages.box(start, pages.y(), length, HIGH, longest ? Palette.PURPLE : Palette.LILAC);
            pages.line(
                    List.of(new Span(bar.shown(), true)), start + length + 6, pages.y() + 4, 9.5f, Palette.INK, figure);
        }
        pages.down(18);
    }
}
