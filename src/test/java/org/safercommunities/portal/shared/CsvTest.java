package org.safercommunities.portal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static String row(String... values) throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(values);
        return out.substring(1);
    }

    @Test
    void quotesWhatWouldBreakTheTable() throws IOException {
        assertThat(row("a,b", "say \"so\"", "two\nlines", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void letsNoSpreadsheetRunWhatSomebodyPutIntoAName() throws IOException {
        assertThat(row("=HYPERLINK(\"x\")", "+44", "-1", "@SUM(A1)", "O’Neill"))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",'+44,'-1,'@SUM(A1),O’Neill\r\n");
    }

    @Test
    void letsNoCellBeginInTheMiddleOfAnother() throws IOException {
        assertThat(row("Rowan;=1+1", "Rowan\t=1+1", "\n=1+1", "＝1+1"))
                .isEqualTo("\"Rowan;=1+1\",\"Rowan\t=1+1\",\"'\n=1+1\",'＝1+1\r\n");
    }

    @Test
    void beginsSoThatExcelReadsUtf8() throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out);
        assertThat(out).hasToString("\uFEFF");
    }
}
