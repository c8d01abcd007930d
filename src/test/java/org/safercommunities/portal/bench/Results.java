package org.safercommunities.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A page of bench/results: parts that are measured one by one, each of which replaces what was measured of it before. */
public final class Results {

    private static final String HEADING = "## ";

    private final Path file;
    private final String title;

    public Results(String name, String title) {
        this(name, title, true);
    }

    /** @param whole whether it is measured at its full size: a smaller run, for trying, is not kept beside the others */
    public Results(String name, String title, boolean whole) {
        this.file = (whole ? Path.of("bench", "results") : Path.of("target", "bench")).resolve(name + ".md");
        this.title = whole ? title : title + " (a smaller run, for trying)";
    }

    /** Lines that are printed at once, and kept. */
    public static final class Part {

        private final StringBuilder text = new StringBuilder();

        public void say(String line, Object... values) {
            String said = values.length == 0 ? line : String.format(Locale.UK, line, values);
            System.out.println(said);
            text.append(said).append('\n');
        }
    }

    public void keep(String heading, Part part) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        if (Files.exists(file)) {
            String[] kept = Files.readString(file).split("(?m)^" + HEADING);
            for (int i = 1; i < kept.length; i++) {
                int end = kept[i].indexOf('\n');
                parts.put(kept[i].substring(0, end), kept[i].substring(end + 1).strip());
            }
        }
        parts.put(heading, part.text.toString().strip());
        StringBuilder page = new StringBuilder("# " + title + "\n");
        parts.forEach((name, text) -> page.append('\n')
                .append(HEADING)
                .append(name)
                .append("\n\n")
                .append(text)
                .append('\n'));
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
        System.out.println("Kept in " + file);
    }
}
