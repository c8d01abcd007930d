package org.safercommunities.portal.library.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.library.Marking;

/** Whatever a document is called, its file in a zip can be unpacked everywhere, and lands in the folder it is unpacked to. */
class ZipNamesTest {

    private static final String HOSTILE =
            "../\\:*?\"<>|\u0000\u0001\n\r\t\u202e\u200f\u2066\u2069\ufeff . ..CON NUL aux é ß ſ İ 漢😀\ud800\ue000";

    private final ZipNames names = new ZipNames(40);

    @Test
    void aNameSaysNumberMarkingAndTitle() {
        assertThat(names.of(3, "Winter plan", Marking.OFFICIAL, "plan v2.PDF", ".pdf"))
                .isEqualTo("03 Winter plan.PDF");
        assertThat(names.of(4, "Winter plan.pdf", Marking.OFFICIAL_SENSITIVE, "x.pdf", ".pdf"))
                .isEqualTo("04 OFFICIAL-SENSITIVE Winter plan.pdf");
        assertThat(new ZipNames(70_000).of(12, "A", Marking.OFFICIAL, "no ending", ".docx"))
                .isEqualTo("00012 A.docx");
    }

    @Test
    void nothingLeadsOutHidesOrIsTooLong() {
        assertThat(names.of(1, "../../etc/passwd", Marking.OFFICIAL, "x.txt", ""))
                .isEqualTo("01 -.-etc-passwd.txt");
        assertThat(names.of(1, "CON", Marking.OFFICIAL, "con", "")).isEqualTo("01 CON");
        assertThat(names.of(1, "Report\u202efdp.exe", Marking.OFFICIAL, "x.pdf", ""))
                .isEqualTo("01 Reportfdp.exe.pdf");
        assertThat(names.of(1, "\u0000", Marking.OFFICIAL, "", "")).isEqualTo("01 Document");
        assertThat(names.of(1, "é".repeat(300), Marking.OFFICIAL_SENSITIVE, "x.pdf", ""))
                .hasSizeLessThan(100);
        assertThat(ZipNames.ofZip("a/b", Marking.OFFICIAL_SENSITIVE)).isEqualTo("a-b (OFFICIAL-SENSITIVE).zip");
    }

    @Test
    void itHoldsForAnything() {
        Random random = new Random(20_261_126);
        int[] symbols = HOSTILE.codePoints().toArray();
        for (int round = 0; round < 200; round++) {
            Set<String> taken = new HashSet<>();
            for (int number = 1; number <= 40; number++) {
                // Few symbols, so that many titles differ in capitals alone or not at all
                StringBuilder title = new StringBuilder();
                for (int length = random.nextInt(round % 2 == 0 ? 4 : 320); length > 0; length--) {
                    title.appendCodePoint(
                            random.nextInt(5) == 0
                                    ? random.nextInt(0x10ffff)
                                    : symbols[random.nextInt(symbols.length)]);
                }
                String name = names.of(
                        number,
                        title.toString(),
                        Marking.values()[random.nextInt(2)],
                        title + (random.nextBoolean() ? ".PDF" : "."),
                        ".txt");
                assertThat(name).matches("\\d\\d [^\\x00-\\x1f\\x7f<>:\"/\\\\|?*\\p{Cf}\\p{Cs}]+");
                assertThat(name).doesNotContain("..").doesNotEndWith(" ").doesNotEndWith(".");
                assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(170);
                assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(name);
                assertThat(taken.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)))
                        .isTrue();
            }
        }
    }
}
