package org.safercommunities.portal.demo.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.safercommunities.portal.demo.papers.Paper.Block;
import org.safercommunities.portal.shared.pdf.Palette;
import org.safercommunities.portal.shared.pdf.Span;

/** A Word file with real headings, lists and tables. */
final class WordFile {

    private static final String PASSWORD = "Harbour-2026";

    private final XWPFDocument word;
    private final WordStyles styles;

    private WordFile(XWPFDocument word) {
        this.word = word;
        this.styles = WordStyles.in(word);
    }

    static byte[] of(Paper paper) throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            WordFile file = new WordFile(word);
            file.page(paper);
            file.paragraph(WordStyles.TITLE, paper.title());
            file.paragraph(WordStyles.SUBTITLE, paper.subtitle());
            paper.blocks().forEach(file::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** The same behind a password. */
    static byte[] locked(Paper paper) throws IOException {
        try (POIFSFileSystem vault = new POIFSFileSystem();
                OPCPackage open = OPCPackage.open(new ByteArrayInputStream(of(paper)))) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream content = encryptor.getDataStream(vault)) {
                open.save(content);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            vault.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | InvalidFormatException impossible) {
            throw new IOException(impossible);
        }
    }

    private void page(Paper paper) {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        BigInteger margin = BigInteger.valueOf(1250);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        XWPFParagraph head = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        head.setAlignment(ParagraphAlignment.CENTER);
        marking(head, paper);
        XWPFParagraph foot = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        marking(foot, paper);
        XWPFRun source = foot.createRun();
        source.addBreak();
        source.setText(paper.from() + " · " + paper.edition());
        source.setFontSize(9);
        source.setColor(Palette.hex(Palette.INK_2));
        word.getProperties().getCoreProperties().setTitle(paper.title());
        word.getProperties().getCoreProperties().setCreator(paper.from());
    }

    private static void marking(XWPFParagraph paragraph, Paper paper) {
        XWPFRun run = paragraph.createRun();
        run.setText(paper.marking());
        run.setBold(true);
        run.setFontSize(9);
        run.setColor(Palette.hex(paper.isSensitive() ? Palette.RUST : Palette.INK_2));
    }

    private XWPFParagraph paragraph(String style, String inline) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        write(paragraph, inline);
        return paragraph;
    }

    private static void write(XWPFParagraph paragraph, String inline) {
        for (Span span : Span.of(inline)) {
            XWPFRun run = paragraph.createRun();
            run.setText(span.text());
            if (span.bold()) {
                run.setBold(true);
            }
        }
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> paragraph(WordStyles.heading(heading.level()), heading.text());
            case Block.Text text -> paragraph("Normal", text.text());
            case Block.Bullets bullets -> {
                BigInteger list = styles.list(bullets.numbered());
                bullets.items().forEach(item -> paragraph("Normal", item).setNumID(list));
            }
            case Block.Callout callout -> {
                XWPFParagraph paragraph = paragraph("Normal", callout.text());
                shade(paragraph.getCTP().getPPr().addNewShd());
                paragraph.setIndentationLeft(160);
                paragraph.setIndentationRight(160);
            }
            case Block.Table table -> table(table);
            case Block.Bars bars -> {}
        }
    }

    private void table(Block.Table table) {
        XWPFTable grid = word.createTable(table.rows().size() + 1, table.head().size());
        grid.setWidth("100%");
        grid.setCellMargins(60, 100, 60, 100);
        String line = Palette.hex(Palette.LINE);
        grid.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, line);
        grid.setTopBorder(XWPFBorderType.SINGLE, 4, 0, line);
        grid.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, line);
        grid.setInsideVBorder(XWPFBorderType.NONE, 0, 0, line);
        grid.setLeftBorder(XWPFBorderType.NONE, 0, 0, line);
        grid.setRightBorder(XWPFBorderType.NONE, 0, 0, line);
        row(grid.getRow(0), table.head(), true);
        for (int number = 0; number < table.rows().size(); number++) {
            row(grid.getRow(number + 1), table.rows().get(number), false);
        }
        word.createParagraph();
    }

    private static void row(XWPFTableRow row, List<String> cells, boolean head) {
        row.setRepeatHeader(head);
        row.setCantSplitRow(true);
        for (int column = 0; column < cells.size(); column++) {
            XWPFTableCell cell = row.getCell(column);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setSpacingAfter(0);
            write(paragraph, head ? "**" + cells.get(column) + "**" : cells.get(column));
            if (head) {
                cell.setColor(Palette.hex(Palette.TINT));
            }
        }
    }

    private static void shade(CTShd shade) {
        shade.setVal(STShd.CLEAR);
        shade.setFill(Palette.hex(Palette.TINT));
    }
}
