package org.safercommunities.portal.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.notifications.CalendarPart;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.Dates;

/** Calendar files as another parser reads them, and a calendar program of Debian's where there is one. */
class CalendarFilesTest {

    private static final UUID EVENT = UUID.fromString("0e000000-0000-4000-8000-000000000001");
    private static final UUID SESSION = UUID.fromString("05000000-0000-4000-8000-000000000001");
    private static final UUID PERSON = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    private static final CalendarFiles.Guest ROWAN = new CalendarFiles.Guest("Rowan Weald", "rowan@swale.example");
    private static final Venue HALL =
            new Venue("Oast Hall", "1 Mill Lane\nMaidstone", "", "Lift; ring the bell, twice");

    private final CalendarFiles files = new CalendarFiles(
            "https://portal.example", contact(), Clock.fixed(Instant.parse("2027-01-04T08:00:00Z"), ZoneOffset.UTC));

    private static Contact contact() {
        try {
            var constructor = Contact.class.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance("team@kent.example");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CalendarEntry entry(String title, String kent, Mode mode, int sequence) {
        Instant start = LocalDateTime.parse(kent).atZone(Dates.KENT).toInstant();
        return new CalendarEntry(
                EVENT, SESSION, PERSON, title, "", start, start.plusSeconds(5400), mode, HALL, sequence, false);
    }

    private static Calendar parsed(String file) {
        try {
            return new CalendarBuilder().build(new StringReader(file));
        } catch (IOException | ParserException e) {
            throw new AssertionError(file, e);
        }
    }

    private static VEvent only(Calendar calendar) {
        List<CalendarComponent> components = calendar.getComponents();
        assertThat(components.stream().filter(VTimeZone.class::isInstance)).hasSize(1);
        List<VEvent> events = components.stream()
                .filter(VEvent.class::isInstance)
                .map(VEvent.class::cast)
                .toList();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String value(VEvent event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }

    private static Instant start(VEvent event) {
        DtStart<Temporal> start =
                event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow();
        return Instant.from(start.getDate());
    }

    @Test
    void anInvitationSaysWhenWhereAndWhoOnly() {
        CalendarPart part = files.request(entry("Spotting coercion", "2027-03-24T09:30", Mode.IN_PERSON, 0), ROWAN);
        Calendar calendar = parsed(part.content());
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        assertThat(part.content()).contains("\r\nMETHOD:REQUEST\r\n", "DTSTART;TZID=Europe/London:20270324T093000");
        VEvent event = only(calendar);
        assertThat(start(event)).isEqualTo("2027-03-24T09:30:00Z");
        assertThat(value(event, "SUMMARY")).isEqualTo("Spotting coercion");
        assertThat(value(event, "LOCATION")).isEqualTo("Oast Hall, 1 Mill Lane, Maidstone");
        assertThat(value(event, "DESCRIPTION")).startsWith("Getting in: Lift; ring the bell, twice\n\n");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:team@kent.example");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:rowan@swale.example");
    }

    @Test
    void movedAcrossAClockChangeItIsTheSameEntryAtTheNewLocalTime() {
        VEvent before = only(parsed(files.request(entry("Moved", "2027-03-24T09:30", Mode.IN_PERSON, 0), ROWAN)
                .content()));
        VEvent after = only(parsed(files.request(entry("Moved", "2027-03-31T09:30", Mode.IN_PERSON, 1), ROWAN)
                .content()));
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(before, "SEQUENCE")).isEqualTo("0");
        assertThat(value(after, "SEQUENCE")).isEqualTo("1");
        assertThat(start(before)).isEqualTo("2027-03-24T09:30:00Z");
        assertThat(start(after)).isEqualTo("2027-03-31T08:30:00Z");
        VEvent autumn = only(parsed(files.request(entry("Moved", "2027-11-03T09:30", Mode.IN_PERSON, 2), ROWAN)
                .content()));
        assertThat(start(autumn)).isEqualTo("2027-11-03T09:30:00Z");
    }

    @Test
    void aCancellationTakesTheSameEntryOut() {
        CalendarPart part = files.cancel(entry("Off", "2027-03-31T09:30", Mode.ONLINE, 3), ROWAN);
        Calendar calendar = parsed(part.content());
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        assertThat(part.method()).isEqualTo(CalendarPart.Method.CANCEL);
        VEvent event = only(calendar);
        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event, "UID"))
                .isEqualTo(entry("", "2027-03-31T09:30", Mode.ONLINE, 0).uid());
    }

    @Test
    void onlineItLeadsToThePageThatAsksForSignIn() {
        VEvent event = only(parsed(files.request(entry("Online", "2027-06-01T14:00", Mode.ONLINE, 0), ROWAN)
                .content()));
        String join = "https://portal.example/events/" + EVENT + "/join/" + SESSION;
        assertThat(value(event, "LOCATION")).isEqualTo(join);
        assertThat(value(event, "DESCRIPTION")).startsWith("Join: " + join);
    }

    @Test
    void whateverPeopleTypedStaysText() {
        String hostile = "End\r\nEND:VEVENT\r\nATTACH:x; a, b \\n \u0000\u0007 \uD83D\uDE00 \uD800 «é» "
                + "\uD83D\uDE00".repeat(5000);
        CalendarPart part = files.request(
                entry(hostile, "2027-03-24T09:30", Mode.IN_PERSON, 0),
                new CalendarFiles.Guest("\"Rowan\"\r\nX-EVIL:1;,: ", "rowan@swale.example"));
        assertThat(part.content().split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .noneMatch(line -> line.startsWith("ATTACH") || line.startsWith("X-EVIL"));
        VEvent event = only(parsed(part.content()));
        assertThat(value(event, "SUMMARY"))
                .startsWith("End, END:VEVENT, ATTACH:x; a, b \\n")
                .contains("«é»")
                .endsWith("\uD83D\uDE00".repeat(5000));
    }

    @Test
    void aFeedIsPublishedAndSaysWhatIsNotSure() {
        CalendarEntry sure = entry("Sure", "2027-03-24T09:30", Mode.IN_PERSON, 2);
        CalendarEntry waiting = new CalendarEntry(
                EVENT, EVENT, PERSON, "Full", "", sure.start(), sure.end(), Mode.ONLINE, Venue.NOWHERE, 0, true);
        String file = files.feed(List.of(sure, waiting));
        Calendar calendar = parsed(file);
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        assertThat(file).contains("\r\nMETHOD:PUBLISH\r\n").doesNotContain("ATTENDEE");
        List<CalendarComponent> components = calendar.getComponents();
        assertThat(components.stream()
                        .filter(VEvent.class::isInstance)
                        .map(component -> value((VEvent) component, "STATUS")))
                .containsExactly("CONFIRMED", "TENTATIVE");
    }

    /** The client from Debian, which must be on this machine for it: apt-get install khal. */
    @Test
    void aCalendarProgramTakesAnInvitationItsChangeAndItsCancellation(@TempDir Path folder) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/khal")))
                .as("khal is not installed: apt-get install khal")
                .isTrue();
        Path settings = folder.resolve("khal.conf");
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(settings, """
                [calendars]
                [[mine]]
                path = %1$s/mine
                [sqlite]
                path = %1$s/khal.db
                [locale]
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                local_timezone = Europe/London
                default_timezone = Europe/London
                """.formatted(folder));
        take(
                settings,
                folder,
                files.request(entry("Coercion, in; short", "2027-03-24T09:30", Mode.IN_PERSON, 0), ROWAN));
        assertThat(list(settings))
                .containsExactly("2027-03-24 09:30|Coercion, in; short|Oast Hall, 1 Mill Lane, Maidstone|");
        take(
                settings,
                folder,
                files.request(entry("Coercion, in; short", "2027-03-31T09:30", Mode.IN_PERSON, 1), ROWAN));
        assertThat(list(settings))
                .containsExactly("2027-03-31 09:30|Coercion, in; short|Oast Hall, 1 Mill Lane, Maidstone|");
        take(
                settings,
                folder,
                files.cancel(entry("Coercion, in; short", "2027-03-31T09:30", Mode.IN_PERSON, 2), ROWAN));
        assertThat(list(settings))
                .containsExactly("2027-03-31 09:30|Coercion, in; short|Oast Hall, 1 Mill Lane, Maidstone|CANCELLED");
    }

    private static void take(Path settings, Path folder, CalendarPart part) throws Exception {
        Path file = folder.resolve("invite.ics");
        Files.writeString(file, part.content());
        khal("-c", settings.toString(), "import", "--batch", "-a", "mine", file.toString());
    }

    private static List<String> list(Path settings) throws Exception {
        return khal(
                        "-c",
                        settings.toString(),
                        "list",
                        "--day-format",
                        "",
                        "--format",
                        "{start}|{title}|{location}|{cancelled}",
                        "2027-03-20",
                        "30d")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String khal(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/khal"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
