package org.safercommunities.portal.demo.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.Span;

/** A workbook: words on a first sheet, and a sheet for each table, called like the heading above it. */
final class SheetFile {

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?");
    private static final int LONGEST_NAME = 31;

    private final XSSFWorkbook book;
    private final XSSFCellStyle title;
    private final XSSFCellStyle head;
    private final XSSFCellStyle words;
    private final XSSFCellStyle number;
    private final XSSFSheet about;
    private int line;
    private String heading = "Figures";

    private SheetFile(Paper paper, XSSFWorkbook book) {
        this.book = book;
        title = style(true, 18);
        head = style(true, 11);
        head.setFillForegroundColor(new XSSFColor(Palette.TINT, null));
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        words = style(false, 11);
        words.setWrapText(true);
        number = style(false, 11);
        number.setDataFormat(book.createDataFormat().getFormat("#,##0.##"));
        number.setAlignment(HorizontalAlignment.RIGHT);
        about = book.createSheet("About");
        about.setColumnWidth(0, 95 * 256);
        say(paper.marking(), words);
        say(paper.title(), title);
        about.getRow(1).setHeightInPoints(30);
        say(paper.subtitle(), words);
        say(paper.from() + " · " + paper.edition(), words);
    }

    static byte[] of(Paper paper) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            SheetFile file = new SheetFile(paper, book);
            paper.blocks().forEach(file::add);
            book.getProperties().getCoreProperties().setTitle(paper.title());
            book.getProperties().getCoreProperties().setCreator(paper.from());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading said -> heading = said.text();
            case Block.Text text -> say(Span.plain(text.text()), words);
            case Block.Callout callout -> say(Span.plain(callout.text()), head);
            case Block.Bullets bullets -> bullets.items().forEach(item -> say("• " + Span.plain(item), words));
            case Block.Table table -> table(table);
            case Block.Bars bars -> {}
        }
    }

    private void say(String text, XSSFCellStyle style) {
        Cell cell = about.createRow(line).createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        line++;
    }

    private void table(Block.Table table) {
        String name = heading.replaceAll("[\\[\\]:*?/\\\\]", " ");
        XSSFSheet sheet = book.createSheet(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        fill(sheet.createRow(0), table.head(), true);
        for (int row = 0; row < table.rows().size(); row++) {
            fill(sheet.createRow(row + 1), table.rows().get(row), false);
        }
        sheet.createFreezePane(1, 1);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setAutoFilter(
                new CellRangeAddress(0, table.rows().size(), 0, table.head().size() - 1));
        for (int column = 0; column < table.head().size(); column++) {
            int at = column;
            int longest = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(table.head()), table.rows().stream())
                    .mapToInt(row -> at < row.size() ? row.get(at).length() : 0)
                    .max()
                    .orElse(10);
            sheet.setColumnWidth(column, Math.clamp(longest + 4, 12, 60) * 256);
        }
    }

    private void fill(Row row, List<String> cells, boolean isHead) {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = row.createCell(column);
            String text = Span.plain(cells.get(column));
            if (!isHead && NUMBER.matcher(text).matches()) {
                cell.setCellValue(Double.parseDouble(text.replace(",", "")));
                cell.setCellStyle(number);
            } else {
                cell.setCellValue(text);
                cell.setCellStyle(isHead ? head : words);
            }
        }
    }

    private XSSFCellStyle style(boolean bold, int points) {
        XSSFFont font = book.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (bold) {
            font.setColor(new XSSFColor(Palette.PURPLE_STRONG, null));
        }
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.HAIR);
        return style;
    }
}
