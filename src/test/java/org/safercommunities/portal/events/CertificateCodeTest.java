package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateCodeTest {

    @Test
    void isLongSpeakableAndNeverTheSame() {
        Set<String> seen = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (int made = 0; made < 2_000; made++) {
            String code = CertificateCode.fresh().toString();
            assertThat(code).matches("([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}");
            assertThat(seen.add(code)).isTrue();
            code.chars().forEach(letters::add);
        }
        assertThat(letters).as("31 letters and the dash").hasSize(32);
        assertThat(20 * Math.log(31) / Math.log(2)).as("bits").isGreaterThan(80);
    }

    @Test
    void isFoundHoweverItIsTyped() {
        CertificateCode code = CertificateCode.fresh();
        String shown = code.toString();
        for (String typed : List.of(
                shown,
                shown.toLowerCase(Locale.ROOT),
                shown.replace("-", ""),
                shown.replace("-", " – "),
                "  " + shown.replace("-", ".") + "\n")) {
            assertThat(CertificateCode.typed(typed)).as(typed).hasValue(code);
        }
        for (String typed : List.of(
                "",
                "-",
                shown.substring(1),
                shown + "A",
                shown.replaceFirst("^.", "0"),
                "x".repeat(10_000),
                "Ł" + shown.substring(1))) {
            assertThat(CertificateCode.typed(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void countsWhatRanSideBySideOnce() {
        assertThat(attended("09:00", "10:30")).isEqualTo("1 hour 30 minutes");
        assertThat(attended("09:00", "10:00", "09:30", "11:00")).isEqualTo("2 hours");
        assertThat(attended("09:00", "12:00", "10:00", "11:00", "13:00", "13:45"))
                .isEqualTo("3 hours 45 minutes");
        assertThat(attended("09:00", "09:45")).isEqualTo("45 minutes");
    }

    private static String attended(String... times) {
        List<Certificate.Attended> sessions = new java.util.ArrayList<>();
        for (int at = 0; at < times.length; at += 2) {
            sessions.add(new Certificate.Attended("", moment(times[at]), moment(times[at + 1])));
        }
        return new Certificate(CertificateCode.fresh(), Instant.EPOCH, "A", "B", "C", EventKind.SEMINAR, "D", sessions)
                .attendedInWords();
    }

    private static Instant moment(String time) {
        return Instant.parse("2026-03-03T%s:00Z".formatted(time));
    }
}
