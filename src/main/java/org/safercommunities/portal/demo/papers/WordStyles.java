package org.safercommunities.portal.demo.papers;

import java.awt.Color;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLevelSuffix;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.safercommunities.portal.shared.pdf.Palette;

/** The named styles and lists of a Word file, so that its headings are headings and its lists are lists. */
final class WordStyles {

    static final String TITLE = "Title";
    static final String SUBTITLE = "Subtitle";
    private static final String FONT = "Arial";

    private final XWPFDocument word;

    private WordStyles(XWPFDocument word) {
        this.word = word;
    }

    static WordStyles in(XWPFDocument word) {
        WordStyles styles = new WordStyles(word);
        XWPFStyles all = word.createStyles();
        all.setSpellingLanguage("en-GB");
        styles.add(all, "Normal", "Normal", 11, Palette.INK, false, 0, 120, -1);
        styles.add(all, TITLE, "Title", 25, Palette.PURPLE_STRONG, true, 0, 80, -1);
        styles.add(all, SUBTITLE, "Subtitle", 13, Palette.INK_2, false, 0, 280, -1);
        styles.add(all, heading(2), "heading 1", 15, Palette.PURPLE_STRONG, true, 280, 100, 0);
        styles.add(all, heading(3), "heading 2", 12, Palette.INK, true, 200, 80, 1);
        return styles;
    }

    static String heading(int level) {
        return "Heading" + (level - 1);
    }

    private void add(
            XWPFStyles all,
            String id,
            String name,
            int points,
            Color colour,
            boolean bold,
            int before,
            int after,
            int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        style.setDefault(id.equals("Normal"));
        CTRPr letters = style.addNewRPr();
        letters.addNewRFonts().setAscii(FONT);
        letters.getRFontsArray(0).setHAnsi(FONT);
        letters.addNewSz().setVal(BigInteger.valueOf(points * 2L));
        letters.addNewColor().setVal(Palette.hex(colour));
        if (bold) {
            letters.addNewB();
        }
        CTPPrGeneral paragraph = style.addNewPPr();
        paragraph.addNewSpacing().setBefore(BigInteger.valueOf(before));
        paragraph.getSpacing().setAfter(BigInteger.valueOf(after));
        if (outline >= 0) {
            paragraph.addNewKeepNext();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        all.addStyle(new XWPFStyle(style));
    }

    /** A list of its own: numbers begin at one. */
    BigInteger list(boolean numbered) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(
                BigInteger.valueOf(word.createNumbering().getAbstractNums().size()));
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        level.addNewSuff().setVal(STLevelSuffix.TAB);
        level.addNewLvlText().setVal(numbered ? "%1." : "•");
        level.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(500));
        level.getPPr().getInd().setHanging(BigInteger.valueOf(280));
        BigInteger id = word.getNumbering().addAbstractNum(new XWPFAbstractNum(list));
        return word.getNumbering().addNum(id);
    }
}
