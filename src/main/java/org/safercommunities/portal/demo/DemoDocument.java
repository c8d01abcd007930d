package org.safercommunities.portal.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.demo.papers.Paper;
import org.safercommunities.portal.demo.papers.PaperForm;
import org.safercommunities.portal.demo.papers.PaperText;

/**
 * A document of the demonstration as its file in {@code demo/documents} describes it: fields between two lines of dashes,
 * then its text. A line that begins with {@code [2]} is there from the second version on, with {@code [1-1]} in the first
 * only.
 *
 * @param key tells it from the others for good
 * @param said its fields
 * @param dates when each version was put in, the first first
 */
record DemoDocument(String key, Yamls said, String text, List<LocalDate> dates) {

    private static final Pattern FROM_VERSION = Pattern.compile("\\[(\\d)(?:-(\\d))?] ?(.*)");
    private static final Pattern DAYS_AGO = Pattern.compile("(\\d+) days ago");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final Set<String> WITH_COVER = Set.of("report", "newsletter", "review");

    /** @param today what “3 days ago” counts from, and the latest date of all */
    static DemoDocument parse(String key, String file, LocalDate today) {
        String[] parts = file.split("(?m)^---\\s*$", 3);
        Yamls said = Yamls.read(parts[1]);
        List<LocalDate> dates = new ArrayList<>();
        dates.add(first(said, today));
        for (Yamls version : said.maps("versions")) {
            dates.add(java.util.Objects.requireNonNull(version.date("added")));
        }
        dates.replaceAll(date -> date.isAfter(today) ? today : date);
        return new DemoDocument(key, said, parts[2], dates);
    }

    private static LocalDate first(Yamls said, LocalDate today) {
        LocalDate date = said.date("published");
        Matcher ago = DAYS_AGO.matcher(said.text("published", "1 days ago"));
        return date != null ? date : today.minusDays(ago.matches() ? Long.parseLong(ago.group(1)) : 1);
    }

    boolean isDraft() {
        return said.text("state", "published").equals("draft");
    }

    String fileName() {
        return said.text("file");
    }

    String agency() {
        return said.text("agency", "kent-community-safety-team");
    }

    String author() {
        return said.text("by", "editor@kcst.example");
    }

    /** What changed in a version; nothing is said of the first. */
    String note(int version) {
        return version == 1 ? "" : said.maps("versions").get(version - 2).text("note");
    }

    PaperForm form() {
        @Nullable String odd = said.optional("as");
        return odd == null ? PaperForm.byEnding(fileName()) : PaperForm.valueOf(odd.toUpperCase(Locale.ROOT));
    }

    Paper paper(int version, String from) {
        String body = text.lines()
                .map(line -> inVersion(line, version))
                .filter(line -> line != null)
                .collect(Collectors.joining("\n"));
        String month = MONTH.format(dates.get(version - 1));
        return new Paper(
                said.text("heading", said.text("title")),
                said.text("subheading", said.text("description")),
                from,
                dates.size() == 1 ? month : "Version %d · %s".formatted(version, month),
                said.text("stamp", said.text("marking", "OFFICIAL")),
                WITH_COVER.contains(said.text("kind")),
                form() == PaperForm.CSV || form() == PaperForm.VTT ? List.of() : PaperText.blocks(body),
                body);
    }

    private static @Nullable String inVersion(String line, int version) {
        Matcher bound = FROM_VERSION.matcher(line);
        if (!bound.matches()) {
            return line;
        }
        boolean begun = version >= Integer.parseInt(bound.group(1));
        boolean over = bound.group(2) != null && version > Integer.parseInt(bound.group(2));
        return begun && !over ? bound.group(3) : null;
    }
}
