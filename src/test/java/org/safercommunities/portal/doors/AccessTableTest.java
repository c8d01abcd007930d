package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/access-table.md is made of the table that the tests hold against the running portal. */
class AccessTableTest {

    private static final Path TABLE = Path.of("docs/access-table.md");
    private static final Path MADE = Path.of("target/access-table.md");
    private static final String BEGINNING = """
            # Who may do what

            Made from `src/test/resources/doors`; do not edit it here. `DoorsIT` knocks at every page and every call of the running portal as
            each of these people and fails when one is answered otherwise, or has no row. `ServiceDoorsTest` reads the same of every
            public method of a public service from the compiled code.

            The things asked for (a document, an event, a pack, offers, a booking, an upload) were made for the agency of the practitioner,
            board member and coordinator, by the editor or that practitioner; “elsewhere” is somebody of another agency. `hidden`: there
            is no such thing for them, the same answer as for an id that nobody has. `no`: refused. `sign in`: asked to sign in first. `may`:
            let in, to what the rule of the service then gives them. `shows`: led to another page.

            """;

    @Test
    void theTableInTheDocumentationIsThatOfTheTests() throws IOException {
        StringBuilder table = new StringBuilder(BEGINNING);
        part(table, "Pages", "pages.csv");
        part(table, "Calls and files", "calls.csv");
        part(table, "Servlets, filters and mappings of the server", "server.csv");
        services(table);
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, table);
        assertThat(TABLE)
                .as("%s is not current. Take the one just made: cp %s %s", TABLE, MADE, TABLE)
                .exists()
                .content()
                .isEqualTo(table.toString());
    }

    private static void part(StringBuilder table, String heading, String file) {
        IntendedDoors doors = new IntendedDoors(file);
        table.append("## %s%n%n".formatted(heading));
        row(table, doors.columns);
        row(table, doors.columns.stream().map(column -> "---").toList());
        doors.rows.forEach((door, cells) -> {
            table.append("| `").append(door).append("` ");
            row(table, cells);
        });
        table.append('\n');
    }

    /** A service to a line: what each of its methods asks. */
    private static void services(StringBuilder table) {
        table.append("## Services\n\n");
        table.append(
                "What is asked before a method answers: a role, a rule (`Who…`), whether a key of the person fits (`keys`), whether it");
        table.append(" is theirs (`own`) or their agency’s. One that asks nothing says why.\n\n");
        Map<String, Map<String, String>> byService = new TreeMap<>();
        new IntendedDoors("services.csv").rows.forEach((method, cells) -> {
            int name = method.substring(0, method.indexOf('(')).lastIndexOf('.');
            String asks = cells.get(0).isEmpty()
                    ? "nothing: %s%s"
                            .formatted(cells.get(2), cells.get(1).isEmpty() ? "" : " (from " + cells.get(1) + ")")
                    : cells.get(0);
            byService
                    .computeIfAbsent(method.substring(0, name), none -> new TreeMap<>())
                    .put(method.substring(name + 1), asks);
        });
        byService.forEach((service, methods) -> {
            table.append("### ").append(service).append("\n\n");
            methods.forEach((method, asks) -> table.append("- `%s`: %s%n".formatted(method, asks)));
            table.append('\n');
        });
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
