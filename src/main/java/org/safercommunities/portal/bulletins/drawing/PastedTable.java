package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A pasted table as a list, which is read in one column: “- Place: Dover; Day: Monday”. */
final class PastedTable {

    /** A row of several cells is an item of the list; of one cell, as tables for the layout have, a paragraph. */
    record Row(String text, boolean item) {}

    private PastedTable() {}

    static List<Row> rows(Element table) {
        List<Row> rows = new ArrayList<>();
        List<String> head = List.of();
        for (Element line : table.select("tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : line.children()) {
                // What is within a cell of a cell comes with the row that it stands in
                if (cell.is("td, th")) {
                    cells.add(words(cell));
                }
            }
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            boolean heads = rows.isEmpty()
                    && head.isEmpty()
                    && cells.size() > 1
                    && line.select("> th").size() == cells.size();
            if (heads) {
                head = cells;
            } else {
                rows.add(row(cells, head));
            }
        }
        if (rows.isEmpty() && !head.isEmpty()) {
            rows.add(row(head, List.of()));
        }
        return rows;
    }

    private static Row row(List<String> cells, List<String> head) {
        List<String> said = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                String name = column < head.size() ? head.get(column) : "";
                said.add(name.isEmpty() ? cell : name + ": " + cell);
            }
        }
        return said.size() == 1 && head.isEmpty()
                ? new Row(said.getFirst(), false)
                : new Row("-   " + String.join("; ", said), true);
    }

    private static String words(Element cell) {
        Element own = cell.clone();
        own.select("table").remove();
        PastedWords words = new PastedWords();
        words.add(own.text());
        return words.oneLine();
    }
}
