package org.safercommunities.portal.demo.papers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.PdfFonts;
import org.safercommunities.portal.shared.pdf.PdfPages;
import org.safercommunities.portal.shared.pdf.PdfTags;
import org.safercommunities.portal.shared.pdf.Span;

/** A table whose columns take the room their words need, with its head again on each page. */
final class PdfTable {

    private static final float SIZE = 9.5f;
    private static final float LEADING = 13.5f;
    private static final float PAD = 6;

    private final Block.Table table;
    private final PdfFonts fonts;
    private final PdfTags tags;
    private final PdfPages pages;
    private final float[] widths;

    PdfTable(Block.Table table, PdfFonts fonts, PdfTags tags, PdfPages pages) throws IOException {
        this.table = table;
        this.fonts = fonts;
        this.tags = tags;
        this.pages = pages;
        this.widths = widths();
    }

    void write() throws IOException {
        PDStructureElement element = tags.add(tags.document(), "Table");
        pages.need(LEADING * 5);
        row(table.head(), true, element);
        for (List<String> cells : table.rows()) {
            if (pages.need(height(cells, false))) {
                row(table.head(), true, element);
            }
            row(cells, false, element);
        }
        pages.down(14);
    }

    private void row(List<String> cells, boolean head, PDStructureElement element) throws IOException {
        float high = height(cells, head);
        float top = pages.y();
        if (head) {
            pages.box(PdfPages.MARGIN, top - high, PdfPages.ROOM, high, Palette.TINT);
        } else {
            pages.box(PdfPages.MARGIN, top - high, PdfPages.ROOM, 0.75f, Palette.LINE);
        }
        PDStructureElement row = tags.add(element, "TR");
        float x = PdfPages.MARGIN;
        for (int column = 0; column < widths.length; column++) {
            PDStructureElement cell = tags.add(row, head ? "TH" : "TD");
            if (head) {
                PDTableAttributeObject scope = new PDTableAttributeObject();
                scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
                cell.addAttribute(scope);
            }
            float baseline = top - PAD - LEADING * 0.72f;
            for (List<Span> line : lines(cells, column, head)) {
                float shift = isNumber(column) ? widths[column] - 2 * PAD - width(line) : 0;
                pages.line(line, x + PAD + shift, baseline, SIZE, Palette.INK, cell);
                baseline -= LEADING;
            }
            x += widths[column];
        }
        pages.to(top - high);
    }

    private float height(List<String> cells, boolean head) throws IOException {
        int most = 1;
        for (int column = 0; column < widths.length; column++) {
            most = Math.max(most, lines(cells, column, head).size());
        }
        return most * LEADING + 2 * PAD - 2;
    }

    private List<List<Span>> lines(List<String> cells, int column, boolean head) throws IOException {
        String cell = column < cells.size() ? cells.get(column) : "";
        return fonts.lines(cell, head, SIZE, widths[column] - 2 * PAD);
    }

    private float width(List<Span> line) throws IOException {
        float wide = 0;
        for (Span span : line) {
            wide += fonts.width(span.text(), span.bold(), SIZE);
        }
        return wide;
    }

    private boolean isNumber(int column) {
        return column > 0
                && table.rows().stream()
                        .allMatch(row -> column < row.size() && row.get(column).matches("[£+−-]?[\\d,.]+ ?%?|–"));
    }

    /** Each column gets at least its longest word; what is left goes by how much each has to say. */
    private float[] widths() throws IOException {
        int columns = table.head().size();
        List<List<String>> all = new ArrayList<>(table.rows());
        all.add(table.head());
        float[] least = new float[columns];
        float[] wish = new float[columns];
        for (List<String> row : all) {
            for (int column = 0; column < Math.min(columns, row.size()); column++) {
                String cell = Span.plain(row.get(column));
                for (String word : cell.split(" ")) {
                    least[column] = Math.max(least[column], fonts.width(word, true, SIZE) + 2 * PAD + 1);
                }
                wish[column] = Math.max(wish[column], fonts.width(cell, true, SIZE) + 2 * PAD + 1);
            }
        }
        float leastSum = 0;
        float moreSum = 0;
        for (int column = 0; column < columns; column++) {
            leastSum += least[column];
            moreSum += Math.min(wish[column], 320) - Math.min(least[column], 320);
        }
        float[] widths = new float[columns];
        for (int column = 0; column < columns; column++) {
            float more = Math.min(wish[column], 320) - Math.min(least[column], 320);
            float share = moreSum == 0 ? 1f / columns : more / moreSum;
            widths[column] = least[column] + (PdfPages.ROOM - leastSum) * share;
        }
        return widths;
    }
}
