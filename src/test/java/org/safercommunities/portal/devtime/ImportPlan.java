package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.catalogue.CatalogueColumn;
import org.safercommunities.portal.library.catalogue.CatalogueTable;

/**
 * What is to be imported, before anything is sent: the files of a folder with what the table says of each, and what cannot be, with
 * the reason.
 *
 * @param notes about the table as a whole
 */
record ImportPlan(List<Item> items, List<Fault> faults, List<String> notes) {

    /**
     * @param path from the folder on, with slashes
     * @param line of the table that has its row; 0 when none has
     */
    record Item(Path file, String path, String metadata, int line) {

        /** What is wrong with it, so that whoever mends it finds the place. */
        String at(String reason) {
            return line == 0 ? reason : "Line %d: %s".formatted(line, reason);
        }
    }

    record Fault(String where, String reason) {}

    static ImportPlan of(ImportOptions options) throws IOException {
        List<Fault> faults = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, CatalogueTable.Line> rows = new HashMap<>();
        Map<String, Integer> faulty = new LinkedHashMap<>();
        if (options.metadata() != null) {
            CatalogueTable table;
            try {
                table = CatalogueTable.read(Files.readAllBytes(options.metadata()), CatalogueColumn.PATH);
            } catch (InvalidDocument noTable) {
                throw new Refusal(options.metadata() + ": " + noTable.getMessage() + ".");
            }
            notes.addAll(table.notes());
            table.lines().forEach(line -> sort(line, rows, faulty, faults));
        }
        Map<String, Path> files = files(options);
        Map<String, CatalogueTable.Line> left = new LinkedHashMap<>(rows);
        files.keySet().forEach(path -> left.remove(key(path)));
        Unclear unclear = Unclear.of(left, faulty, files.keySet());
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String path = file.getKey();
            if (faulty.containsKey(key(path))) {
                continue;
            }
            CatalogueTable.Line row = rows.get(key(path));
            String fault =
                    row != null ? "" : options.onlyListed() ? "The table has no row for it" : unclear.mayBeAbout(path);
            try {
                if (fault.isEmpty()) {
                    items.add(new Item(
                            file.getValue(), path, ImportMetadata.of(path, row), row == null ? 0 : row.number()));
                } else {
                    faults.add(new Fault(path, fault));
                }
            } catch (InvalidDocument invalid) {
                faults.add(
                        new Fault(path, "Line %d: %s".formatted(row == null ? 0 : row.number(), invalid.getMessage())));
            }
        }
        left.values()
                .forEach(row -> faults.add(new Fault(
                        row.cell(CatalogueColumn.PATH),
                        "Line %d: there is no such file in the folder".formatted(row.number()))));
        return new ImportPlan(items, faults, notes);
    }

    /**
     * Rows that may be meant for a file that seems to have none: without its row it would be for everyone.
     *
     * @param byPath without regard to capitals
     * @param unread line of a row of which not even the path can be read; null when there is none
     */
    private record Unclear(
            Map<String, CatalogueTable.Line> byPath,
            @Nullable Integer unread) {

        static Unclear of(Map<String, CatalogueTable.Line> left, Map<String, Integer> faulty, Set<String> paths) {
            Map<String, CatalogueTable.Line> byPath = new HashMap<>();
            left.forEach((key, line) -> byPath.put(key.toLowerCase(Locale.ROOT), line));
            Set<String> keys = paths.stream().map(ImportPlan::key).collect(Collectors.toSet());
            return new Unclear(
                    byPath,
                    faulty.entrySet().stream()
                            .filter(fault -> !keys.contains(fault.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null));
        }

        String mayBeAbout(String path) {
            CatalogueTable.Line alike = byPath.get(key(path).toLowerCase(Locale.ROOT));
            if (alike != null) {
                return "Line %d may be about it, but has other capitals: %s"
                        .formatted(alike.number(), alike.cell(CatalogueColumn.PATH));
            }
            return unread == null
                    ? ""
                    : "It has no row, and line %d, which cannot be read, may be about it. Mend that line first"
                            .formatted(unread);
        }
    }

    /** Puts a row with the others, or says why it cannot be. */
    private static void sort(
            CatalogueTable.Line line,
            Map<String, CatalogueTable.Line> rows,
            Map<String, Integer> faulty,
            List<Fault> faults) {
        String written = line.cell(CatalogueColumn.PATH);
        String key = key(written);
        String fault = line.fault();
        if (fault.isEmpty() && key.isEmpty()) {
            fault = "It has no path";
        } else if (fault.isEmpty() && (key.startsWith("/") || ("/" + key + "/").contains("/../"))) {
            fault = "Its path leads out of the folder";
        } else if (fault.isEmpty() && rows.containsKey(key)) {
            fault = "This file stands in line %d already; that one is taken"
                    .formatted(rows.get(key).number());
        }
        if (fault.isEmpty()) {
            rows.put(key, line);
        } else {
            faults.add(new Fault(written, "Line %d: %s".formatted(line.number(), fault)));
            if (!line.fault().isEmpty() || key.isEmpty()) {
                faulty.put(key, line.number());
            }
        }
    }

    private static Map<String, Path> files(ImportOptions options) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(options.folder())) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> options.metadata() == null || !same(file, options.metadata()))
                    .sorted()
                    .forEach(file -> files.put(
                            options.folder().relativize(file).toString().replace('\\', '/'), file));
        } catch (UncheckedIOException unreadable) {
            throw new Refusal("A folder cannot be read: %s.".formatted(unreadable.getMessage()));
        }
        return files;
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** What a path in the table and one of the folder have in common, whoever wrote the accents. */
    private static String key(String path) {
        return Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC)
                .replaceFirst("^(\\./)+", "");
    }
}
