package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /** @param path from the folder on, with slashes */
    record Item(Path file, String path, String metadata) {}

    record Fault(String where, String reason) {}

    static ImportPlan of(ImportOptions options) throws IOException {
        List<Fault> faults = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, CatalogueTable.Line> rows = new HashMap<>();
        Set<String> faulty = new LinkedHashSet<>();
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
        List<Item> items = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(rows.keySet());
        for (Map.Entry<String, Path> file : files(options).entrySet()) {
            String path = file.getKey();
            String key = key(path);
            left.remove(key);
            if (faulty.contains(key)) {
                continue;
            }
            CatalogueTable.Line row = rows.get(key);
            if (row == null && options.onlyListed()) {
                faults.add(new Fault(path, "The table has no row for it"));
                continue;
            }
            try {
                items.add(new Item(file.getValue(), path, ImportMetadata.of(path, row)));
            } catch (InvalidDocument invalid) {
                faults.add(
                        new Fault(path, "Line %d: %s".formatted(row == null ? 0 : row.number(), invalid.getMessage())));
            }
        }
        left.forEach(key -> faults.add(new Fault(
                rows.get(key).cell(CatalogueColumn.PATH),
                "Line %d: there is no such file in the folder"
                        .formatted(rows.get(key).number()))));
        return new ImportPlan(items, faults, notes);
    }

    /** Puts a row with the others, or says why it cannot be. */
    private static void sort(
            CatalogueTable.Line line, Map<String, CatalogueTable.Line> rows, Set<String> faulty, List<Fault> faults) {
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
            if (!line.fault().isEmpty() && !key.isEmpty()) {
                faulty.add(key);
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
