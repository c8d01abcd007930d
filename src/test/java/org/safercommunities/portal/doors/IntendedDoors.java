package org.safercommunities.portal.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A part of the table of who may do what as it is meant, by the name of the door. */
final class IntendedDoors {

    static final Path FOLDER = Path.of("src/test/resources/doors");

    private final Path file;
    final List<String> columns;
    final Map<String, List<String>> rows = new TreeMap<>();

    IntendedDoors(String name) {
        file = FOLDER.resolve(name);
        try {
            List<String> lines = Files.readAllLines(file);
            columns = cells(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                if (rows.put(cells.getFirst(), cells.subList(1, cells.size())) != null) {
                    throw new IllegalStateException("%s stands twice in %s".formatted(cells.getFirst(), file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1));
    }

    /**
     * Where what there is differs from what is meant, each in a sentence that says what to do.
     *
     * @param real the same columns, as found in the running portal
     */
    List<String> differences(Map<String, List<String>> real) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> doors = new TreeSet<>(rows.keySet());
        doors.addAll(real.keySet());
        for (String door : doors) {
            List<String> meant = rows.get(door);
            List<String> found = real.get(door);
            if (meant == null) {
                differences.add(
                        "%s is a door that nobody has thought of: check who may, and add to %s, if this is what is meant, the line%n    %s;%s"
                                .formatted(door, file, door, String.join(";", found)));
            } else if (found == null) {
                differences.add("%s is there no more: take its line out of %s".formatted(door, file));
            } else {
                for (int i = 0; i < found.size(); i++) {
                    if (!meant.get(i).equals(found.get(i))) {
                        differences.add("%s, %s: is “%s”, and shall be “%s” by %s"
                                .formatted(door, columns.get(i + 1), found.get(i), meant.get(i), file));
                    }
                }
            }
        }
        return differences;
    }
}
