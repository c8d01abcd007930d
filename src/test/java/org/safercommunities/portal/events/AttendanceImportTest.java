package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceImportTest {

    private static final String TEAMS = """
            1. Summary
            Meeting title\tDoorstep safety
            Attended participants\t3

            2. Participants
            Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
            Zoë Marsh\t12/10/26, 9:28:01 AM\t12/10/26, 11:00:00 AM\t1h 32m\tzoe@dover.example\tzoe@dover.example\tPresenter
            Weald, Rowan (Guest)\t12/10/26, 9:30:00 AM\t12/10/26, 10:00:00 AM\t30m\t\t\tAttendee

            3. In-Meeting Activities
            Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
            Zoë Marsh\t12/10/26, 9:28:01 AM\t12/10/26, 11:00:00 AM\t1h 32m\tzoe@dover.example\tPresenter
            """;

    private static byte[] marked(String text, Charset charset, int... mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int each : mark) {
            bytes.write(each);
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }

    @Test
    void readsTeamsTableHoweverItIsWritten() {
        for (byte[] table : List.of(
                marked(TEAMS, StandardCharsets.UTF_16LE, 0xFF, 0xFE),
                marked(TEAMS, StandardCharsets.UTF_16LE),
                marked(TEAMS, StandardCharsets.UTF_16BE, 0xFE, 0xFF),
                marked(TEAMS, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
                marked(TEAMS, StandardCharsets.UTF_8),
                marked(TEAMS, Charset.forName("windows-1252")),
                marked(TEAMS.replace("\n", "\r\n"), StandardCharsets.UTF_16LE, 0xFF, 0xFE))) {
            AttendanceTable read = AttendanceTable.read(table);
            assertThat(read.lines())
                    .containsExactly(
                            new AttendanceTable.Line(7, "Zoë Marsh", "zoe@dover.example"),
                            new AttendanceTable.Line(8, "Weald, Rowan (Guest)", ""));
            assertThat(read.open()).isEmpty();
        }
    }

    @Test
    void readsCommasAndQuotationMarks() {
        String table =
                "Full name,E-mail address\r\n\"Weald, Rowan\",Rowan@Dover.example\r\n\"Ann \"\"Nan\"\" Oast\",\r\n";
        assertThat(AttendanceTable.read(table.getBytes(StandardCharsets.UTF_8)).lines())
                .containsExactly(
                        new AttendanceTable.Line(2, "Weald, Rowan", "rowan@dover.example"),
                        new AttendanceTable.Line(3, "Ann \"Nan\" Oast", ""));
    }

    @Test
    void keepsEveryLineThatCannotBeReadAndGoesOn() {
        String table = """
                Name,Email
                ,
                ,not-an-address
                "never closed,one@dover.example
                Broken \uFFFD,two@dover.example
                ,,30m
                Short
                Last One,last@dover.example
                """;
        AttendanceTable read = AttendanceTable.read(table.getBytes(StandardCharsets.UTF_8));
        assertThat(read.lines())
                .extracting(AttendanceTable.Line::inWords)
                .containsExactly("Short", "Last One, last@dover.example");
        assertThat(read.open()).extracting(AttendanceTable.Open::number).containsExactly(3, 4, 5, 6);
        assertThat(read.open()).allSatisfy(open -> assertThat(open.why()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "minutes,seconds\n1,2\n", "\uFEFF"})
    void saysWhenItIsNoSuchTable(String text) {
        assertThatThrownBy(() -> AttendanceTable.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("attendance report");
    }

    @Test
    void namesAreTheSameWhateverSystemWroteThem() {
        assertThat(AttendanceTable.comparable("Marsh, Zoë (Guest)"))
                .isEqualTo(AttendanceTable.comparable("zoe  marsh"))
                .isNotEqualTo(AttendanceTable.comparable("Zoe Marshall"));
    }
}
