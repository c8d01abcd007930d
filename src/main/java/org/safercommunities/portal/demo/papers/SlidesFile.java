package org.safercommunities.portal.demo.papers;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTBackgroundProperties;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.Span;

/** Slides: one for the title, one for each section. */
final class SlidesFile {

    private static final int WIDE = 960;
    private static final int HIGH = 540;
    private static final int MARGIN = 56;

    private final Paper paper;
    private final XMLSlideShow show;
    private XSLFSlide slide;
    private XSLFTextBox body;

    private SlidesFile(Paper paper, XMLSlideShow show) {
        this.paper = paper;
        this.show = show;
        show.setPageSize(new Dimension(WIDE, HIGH));
        slide = titled(paper.title(), new Rectangle(MARGIN, 130, 640, 160), 40, Color.WHITE);
        body = box(new Rectangle(MARGIN, 300, 640, 130));
        decorateFirst();
    }

    static byte[] of(Paper paper) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            SlidesFile file = new SlidesFile(paper, show);
            paper.blocks().forEach(file::add);
            show.getProperties().getCoreProperties().setTitle(paper.title());
            show.getProperties().getCoreProperties().setCreator(paper.from());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void decorateFirst() {
        ground(slide);
        circle(720, 0, 240, Palette.PURPLE);
        circle(790, 190, 130, Palette.LILAC);
        circle(740, 300, 44, Palette.GOLD);
        write(paragraph(0), paper.subtitle(), 22, Palette.TINT);
        write(paragraph(18), paper.from() + " · " + paper.edition(), 16, Palette.TINT);
        marking(Palette.TINT);
    }

    /** A ground of this slide's own: to colour the one it inherits would colour them all. */
    private static void ground(XSLFSlide slide) {
        CTBackgroundProperties ground =
                slide.getXmlObject().getCSld().addNewBg().addNewBgPr();
        Color colour = Palette.PURPLE_STRONG;
        ground.addNewSolidFill()
                .addNewSrgbClr()
                .setVal(new byte[] {(byte) colour.getRed(), (byte) colour.getGreen(), (byte) colour.getBlue()});
        ground.addNewEffectLst();
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading when heading.level() == 2 -> begin(heading.text());
            case Block.Heading heading -> write(paragraph(10), "**" + heading.text() + "**", 20, Palette.PURPLE_STRONG);
            case Block.Text text -> write(paragraph(8), text.text(), 20, Palette.INK);
            case Block.Callout callout -> callout(callout.text());
            case Block.Bullets bullets ->
                bullets.items().forEach(item -> {
                    XSLFTextParagraph paragraph = paragraph(8);
                    paragraph.setBullet(true);
                    paragraph.setBulletFontColor(Palette.PURPLE);
                    paragraph.setIndent(-20.0);
                    paragraph.setLeftMargin(24.0);
                    write(paragraph, item, 20, Palette.INK);
                });
            case Block.Table table -> table(table);
            case Block.Bars bars -> {}
        }
    }

    private void begin(String heading) {
        slide = titled(heading, new Rectangle(MARGIN, 36, WIDE - 2 * MARGIN, 70), 32, Palette.PURPLE_STRONG);
        XSLFAutoShape edge = slide.createAutoShape();
        edge.setAnchor(new Rectangle(0, 0, 12, HIGH));
        edge.setFillColor(Palette.PURPLE);
        marking(paper.isSensitive() ? Palette.RUST : Palette.INK_2);
        body = box(new Rectangle(MARGIN, 116, WIDE - 2 * MARGIN, 340));
    }

    private XSLFSlide titled(String text, Rectangle where, double size, Color colour) {
        XSLFSlide made = show.createSlide(show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_ONLY));
        XSLFTextShape title = made.getPlaceholder(0);
        // A place of its own: without one, the place of the layout would move, and with it every title
        ((CTShape) title.getXmlObject()).getSpPr().addNewXfrm();
        title.setAnchor(where);
        title.setVerticalAlignment(VerticalAlignment.BOTTOM);
        title.clearText();
        XSLFTextParagraph paragraph = title.addNewTextParagraph();
        paragraph.setTextAlign(org.apache.poi.sl.usermodel.TextParagraph.TextAlign.LEFT);
        write(paragraph, "**" + text + "**", size, colour);
        return made;
    }

    private XSLFTextBox box(Rectangle where) {
        XSLFTextBox made = slide.createTextBox();
        made.setAnchor(where);
        made.clearText();
        return made;
    }

    private void callout(String text) {
        XSLFTextBox said = box(new Rectangle(MARGIN, 400, WIDE - 2 * MARGIN, 66));
        said.setFillColor(Palette.TINT);
        said.setVerticalAlignment(VerticalAlignment.MIDDLE);
        write(said.addNewTextParagraph(), text, 18, Palette.PURPLE_STRONG);
    }

    private void marking(Color colour) {
        XSLFTextBox foot = box(new Rectangle(MARGIN, HIGH - 46, WIDE - 2 * MARGIN, 30));
        write(foot.addNewTextParagraph(), "**" + paper.marking() + "**", 12, colour);
    }

    private XSLFTextParagraph paragraph(double before) {
        XSLFTextParagraph paragraph = body.addNewTextParagraph();
        paragraph.setSpaceBefore(-before);
        return paragraph;
    }

    private static void write(XSLFTextParagraph paragraph, String inline, double size, Color colour) {
        for (Span span : Span.of(inline)) {
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(span.text());
            run.setBold(span.bold());
            run.setFontSize(size);
            run.setFontFamily("Arial");
            run.setFontColor(colour);
        }
    }

    private void circle(int x, int y, int size, Color colour) {
        XSLFAutoShape circle = slide.createAutoShape();
        circle.setShapeType(org.apache.poi.sl.usermodel.ShapeType.ELLIPSE);
        circle.setAnchor(new Rectangle(x, y, size, size));
        circle.setFillColor(colour);
    }

    private void table(Block.Table table) {
        int columns = table.head().size();
        XSLFTable grid = slide.createTable(table.rows().size() + 1, columns);
        grid.setAnchor(
                new Rectangle(MARGIN, 132, WIDE - 2 * MARGIN, 34 * (table.rows().size() + 1)));
        for (int column = 0; column < columns; column++) {
            grid.setColumnWidth(column, (WIDE - 2.0 * MARGIN) / columns);
        }
        row(grid, 0, table.head());
        for (int number = 0; number < table.rows().size(); number++) {
            row(grid, number + 1, table.rows().get(number));
        }
    }

    private static void row(XSLFTable grid, int number, List<String> cells) {
        grid.setRowHeight(number, 34);
        for (int column = 0; column < cells.size(); column++) {
            XSLFTableCell cell = grid.getCell(number, column);
            String text = number == 0 ? "**" + cells.get(column) + "**" : cells.get(column);
            write(cell.addNewTextParagraph(), text, 16, Palette.INK);
            cell.setBorderColor(BorderEdge.bottom, Palette.LINE);
            if (number == 0) {
                cell.setFillColor(Palette.TINT);
            }
        }
    }
}
