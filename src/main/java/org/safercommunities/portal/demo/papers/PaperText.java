package org.safercommunities.portal.demo.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.safercommunities.portal.demo.papers.Paper.Block;

/**
 * Reads the little Markdown that demo documents are written in: {@code ##} and {@code ###} headings, paragraphs,
 * {@code -} and {@code 1.} lists, {@code >} callouts, {@code |} tables, and {@code !bars n} to draw column n of the table
 * before.
 */
public final class PaperText {

    private static final Pattern NUMBERED = Pattern.compile("\\d+\\. .*");
    private static final String BARS = "!bars ";

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> gathered = new ArrayList<>();
    private Kind gathering = Kind.NOTHING;

    private PaperText() {}

    public static List<Block> blocks(String text) {
        PaperText reading = new PaperText();
        text.lines().map(String::strip).forEach(reading::take);
        reading.finish();
        return reading.blocks;
    }

    private void take(String line) {
        if (line.isEmpty()) {
            finish();
        } else if (line.startsWith("#")) {
            finish();
            int level = line.indexOf(' ');
            blocks.add(new Block.Heading(level, line.substring(level + 1)));
        } else if (line.startsWith(BARS)) {
            finish();
            blocks.add(bars(Integer.parseInt(line.substring(BARS.length())) - 1));
        } else if (line.startsWith("- ")) {
            gather(Kind.BULLETS, line.substring(2));
        } else if (NUMBERED.matcher(line).matches()) {
            gather(Kind.NUMBERS, line.substring(line.indexOf(' ') + 1));
        } else if (line.startsWith("> ")) {
            gather(Kind.CALLOUT, line.substring(2));
        } else if (line.startsWith("|")) {
            gather(Kind.TABLE, line);
        } else {
            gather(Kind.TEXT, line);
        }
    }

    private void gather(Kind kind, String line) {
        if (kind != gathering) {
            finish();
            gathering = kind;
        }
        gathered.add(line);
    }

    private void finish() {
        String joined = String.join(" ", gathered);
        switch (gathering) {
            case TEXT -> blocks.add(new Block.Text(joined));
            case CALLOUT -> blocks.add(new Block.Callout(joined));
            case BULLETS -> blocks.add(new Block.Bullets(List.copyOf(gathered), false));
            case NUMBERS -> blocks.add(new Block.Bullets(List.copyOf(gathered), true));
            case TABLE -> {
                List<List<String>> rows = gathered.stream()
                        .filter(row -> !row.matches("\\|[-| :]+\\|"))
                        .map(PaperText::cells)
                        .toList();
                blocks.add(new Block.Table(rows.getFirst(), rows.subList(1, rows.size())));
            }
            case NOTHING -> {}
        }
        gathered.clear();
        gathering = Kind.NOTHING;
    }

    private Block.Bars bars(int column) {
        Block.Table table = (Block.Table) blocks.getLast();
        List<Block.Bar> bars = table.rows().stream()
                .map(row -> new Block.Bar(
                        row.getFirst(), Double.parseDouble(row.get(column).replaceAll("[^0-9.]", "")), row.get(column)))
                .toList();
        return new Block.Bars(table.head().get(column), bars);
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private enum Kind {
        NOTHING,
        TEXT,
        BULLETS,
        NUMBERS,
        CALLOUT,
        TABLE
    }
}
