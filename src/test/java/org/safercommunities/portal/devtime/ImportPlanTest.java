package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import makes of a folder and a table before anything is sent. */
class ImportPlanTest {

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void aFolder() throws IOException {
        Files.createDirectories(folder.resolve("papers/2026"));
        Files.writeString(folder.resolve("papers/2026/Plan_for_winter.txt"), "Words");
        Files.writeString(folder.resolve("papers/café.txt"), "Words");
        Files.writeString(folder.resolve(".hidden"), "Words");
        table = folder.resolve("papers.csv");
    }

    private ImportPlan plan(String csv, String... options) throws IOException {
        Files.writeString(table, csv);
        return planned(options);
    }

    private ImportPlan planned(String... options) throws IOException {
        List<String> arguments = new java.util.ArrayList<>(List.of(folder.toString(), "--metadata", table.toString()));
        arguments.addAll(List.of(options));
        return ImportPlan.of(ImportOptions.of(arguments));
    }

    private static Map<String, String> faults(ImportPlan plan) {
        return plan.faults().stream()
                .collect(Collectors.toMap(ImportPlan.Fault::where, ImportPlan.Fault::reason, (a, b) -> a + " " + b));
    }

    private static String of(ImportPlan plan, String path) {
        return plan.items().stream()
                .filter(item -> item.path().equals(path))
                .findFirst()
                .orElseThrow()
                .metadata();
    }

    @Test
    void aFileWithoutARowIsCalledAsItIs() throws IOException {
        ImportPlan plan = plan("path,title\npapers/café.txt,Café notes\n");
        assertThat(of(plan, "papers/2026/Plan_for_winter.txt")).isEqualTo("{\"title\":\"Plan for winter\"}");
        assertThat(of(plan, "papers/café.txt")).isEqualTo("{\"title\":\"Café notes\"}");
        assertThat(plan.items()).as("neither the table nor what is hidden").hasSize(2);
        assertThat(plan.faults()).isEmpty();
    }

    @Test
    void aRowSaysWhatTheCatalogueSays() throws IOException {
        ImportPlan plan = plan("path;title;topics;reviewOn;visibleFrom;everyone;agencies;state\r\n"
                + "papers\\2026\\Plan_for_winter.txt;\"Winter; all\";road-safety | domestic-abuse;31/03/2027;2026-12-01 09:00;"
                + "no;kent-police;DRAFT\r\n");
        assertThat(of(plan, "papers/2026/Plan_for_winter.txt"))
                .isEqualTo("{\"title\":\"Winter; all\",\"topics\":[\"road-safety\",\"domestic-abuse\"],"
                        + "\"reviewOn\":\"2027-03-31\",\"visibleFrom\":\"2026-12-01T09:00:00Z\","
                        + "\"audience\":{\"agencies\":[\"kent-police\"]},\"draft\":true}");
    }

    @Test
    void whatIsWrongIsNamedAndTheRestGoesOn() throws IOException {
        ImportPlan plan = plan("""
                path,title,reviewOn
                papers/café.txt,First,
                papers/café.txt,Second,
                ../secret.txt,Out,
                papers/gone.txt,Gone,
                papers/2026/Plan_for_winter.txt,Winter,31/02/2027
                ,Nowhere,
                """);
        Map<String, String> faults = faults(plan);
        assertThat(faults.get("papers/café.txt")).startsWith("Line 3: ").contains("line 2 already");
        assertThat(faults.get("../secret.txt")).contains("out of the folder");
        assertThat(faults.get("papers/gone.txt")).isEqualTo("Line 5: there is no such file in the folder");
        assertThat(faults.get("papers/2026/Plan_for_winter.txt")).contains("Line 6", "is not a day");
        assertThat(faults.get("")).isEqualTo("Line 7: It has no path");
        assertThat(of(plan, "papers/café.txt")).contains("First");
    }

    /** It would be for everyone, whatever its row says. */
    @Test
    void aFileWhoseRowMayBeTheOneThatCannotBeReadIsNotBrought() throws IOException {
        ImportPlan open = plan("path,title,everyone,agencies\npapers/café.txt,\"Never closed,no,kent-police\n");
        assertThat(open.items()).isEmpty();
        assertThat(faults(open).get("papers/café.txt")).contains("line 2, which cannot be read, may be about it");
        ImportPlan capitals = plan("path,everyone,agencies\nPapers/Café.TXT,no,kent-police\n");
        assertThat(capitals.items())
                .extracting(ImportPlan.Item::path)
                .containsExactly("papers/2026/Plan_for_winter.txt");
        assertThat(faults(capitals).get("papers/café.txt"))
                .isEqualTo("Line 2 may be about it, but has other capitals: Papers/Café.TXT");
        assertThat(faults(capitals)).containsKey("Papers/Café.TXT");
        ImportPlan read = plan("path,title\npapers/café.txt,Notes,too many\n");
        assertThat(read.items())
                .as("its own row is known to be the wrong one")
                .extracting(ImportPlan.Item::path)
                .containsExactly("papers/2026/Plan_for_winter.txt");
    }

    @Test
    void whatThePortalRefusesIsSaidWithItsLine() throws IOException {
        ImportPlan plan = plan("path\n\npapers/café.txt\n");
        assertThat(plan.items())
                .extracting(item -> item.at("No such topic"))
                .containsExactly("No such topic", "Line 3: No such topic");
    }

    @Test
    void whatIsNotInIsToldAgainAfterALongList() {
        ImportTally tally = new ImportTally();
        for (int i = 0; i < 100; i++) {
            tally.add(new ImportFolder.Outcome("in" + i, 1, true, "ADDED", "READ", ""));
        }
        assertThat(tally.allIn()).isTrue();
        tally.add(new ImportFolder.Outcome("out.txt", 1, false, "REFUSED", "-", "Line 7: No such topic"));
        assertThat(tally.allIn()).isFalse();
        assertThat(tally.summary(false, Duration.ofSeconds(3)))
                .contains(
                        "Not brought:",
                        "out.txt",
                        "Line 7: No such topic",
                        "101 files in 3.0 s",
                        "ADDED=100",
                        "lost: 1")
                .doesNotContain("in99");
    }

    @Test
    void onlyListedLeavesTheOthersOut() throws IOException {
        ImportPlan plan = plan("path\npapers/café.txt\n", "--only-listed");
        assertThat(plan.items()).extracting(ImportPlan.Item::path).containsExactly("papers/café.txt");
        assertThat(faults(plan)).containsEntry("papers/2026/Plan_for_winter.txt", "The table has no row for it");
    }

    @Test
    void aTableThatIsNotUtf8IsReadAndSaid() throws IOException {
        Files.write(table, "path,title\npapers/café.txt,Café\n".getBytes(Charset.forName("windows-1252")));
        ImportPlan plan = planned();
        assertThat(plan.notes()).singleElement().asString().contains("not UTF-8");
        assertThat(of(plan, "papers/café.txt")).contains("Café");
        Files.write(table, "path,title\npapers/café.txt,Café\n".getBytes(StandardCharsets.UTF_16));
        assertThat(of(planned(), "papers/café.txt")).contains("Café");
    }

    @Test
    void aLongNameAndMarksThatTurnTheWritingRoundAreKept() throws IOException {
        String name = "a".repeat(240) + "\u202Etxt.exe";
        Files.writeString(folder.resolve(name), "Words");
        ImportPlan plan = plan("path\n");
        assertThat(of(plan, name)).doesNotContain("\u202E");
        ImportOptions options = ImportOptions.of(List.of(folder.toString(), "--name", "n"));
        assertThat(options.reference("p".repeat(900))).hasSize(600).contains("#");
        assertThat(options.reference("p/q.txt")).isEqualTo("n/p/q.txt");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> ImportOptions.of(List.of(folder.toString(), "--everything")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ImportOptions.of(List.of(folder.toString(), "--only-listed")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> plan("title\nNo path\n")).hasMessageContaining("path");
    }
}
