package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Goes through pasted HTML and makes paragraphs, headings and items of lists of it, which Word writes as paragraphs too. */
final class PastedBlocks {

    /** Deeper than people nest; what is deeper still is taken as its words. */
    private static final int DEEPEST = 100;

    private static final int DEEPEST_LIST = 4;

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
            "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var");

    private static final Pattern LIST_LEVEL = Pattern.compile("mso-list:[^;]*?level(\\d)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*\\(?(\\d+|[a-zA-Z]|[ivxIVX]+)[.)]\\s*");

    /** @param level of an item of a list, from 0; -1 for everything else */
    private record Piece(String text, int level) {

        boolean item() {
            return level >= 0;
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private PastedWords words = new PastedWords();
    /** What the next piece begins with: a number of hashes, a bullet, or nothing. */
    private String prefix = "";

    private int depth;
    private int lists;
    private int level;

    String markdown() {
        flush();
        StringBuilder markdown = new StringBuilder();
        boolean afterItem = false;
        for (Piece piece : pieces) {
            if (!markdown.isEmpty()) {
                markdown.append(afterItem && piece.item() ? "\n" : "\n\n");
            }
            markdown.append(piece.text());
            afterItem = piece.item();
        }
        return markdown.toString();
    }

    void read(Node node) {
        if (node instanceof TextNode text) {
            words.add(text.getWholeText());
        } else if (node instanceof Element element && !isHidden(element)) {
            depth++;
            if (depth > DEEPEST) {
                words.add(element.text());
            } else {
                element(element);
            }
            depth--;
        }
    }

    private void element(Element element) {
        String tag = element.normalName();
        switch (tag) {
            case "br" -> words.lineBreak();
            case "hr" -> flush();
            case "img" -> {}
            case "h1", "h2", "h3", "h4", "h5", "h6" -> piece(element, "#".repeat(tag.charAt(1) - '0') + " ");
            case "ul", "ol" -> list(element);
            case "li" -> item(element, "- ");
            case "table" -> {
                flush();
                PastedTable.rows(element).forEach(row -> pieces.add(new Piece(row.text(), row.item() ? 0 : -1)));
            }
            case "p" -> paragraph(element);
            default -> {
                if (INLINE.contains(tag) || tag.contains(":")) {
                    words.within(element, () -> children(element));
                } else {
                    flush();
                    children(element);
                    flush();
                }
            }
        }
    }

    private void paragraph(Element paragraph) {
        Matcher level = LIST_LEVEL.matcher(paragraph.attr("style"));
        if (level.find()) {
            Element mark = paragraph.selectFirst("[style~=(?i)mso-list:\\s*ignore]");
            boolean numbered = mark != null
                    && NUMBERED.matcher(mark.text().replace('\u00a0', ' ')).matches();
            int outside = lists;
            lists = Math.clamp(level.group(1).charAt(0) - '1', 0, DEEPEST_LIST - 1);
            item(paragraph, numbered ? "1. " : "- ");
            lists = outside;
        } else if (paragraph.hasClass("MsoTitle")) {
            piece(paragraph, "# ");
        } else if (prefix.isBlank()) {
            piece(paragraph, "");
        } else {
            // The first paragraph of an item of a list
            children(paragraph);
            flush();
        }
    }

    private void list(Element list) {
        flush();
        String mark = list.normalName().equals("ol") ? "1. " : "- ";
        for (Node child : list.childNodes()) {
            if (child instanceof Element item && item.normalName().equals("li")) {
                item(item, mark);
            } else {
                // Word and Google put lists beside the items that they belong to
                lists++;
                read(child);
                lists--;
            }
        }
        flush();
    }

    private void item(Element item, String mark) {
        flush();
        // An item within nothing would be read as what programmers write
        int above = pieces.isEmpty() ? -1 : pieces.getLast().level();
        level = Math.min(Math.min(lists, DEEPEST_LIST), above + 1);
        String margin = "    ".repeat(level);
        prefix = margin + (mark.equals("- ") ? "-   " : "1.  ");
        lists++;
        children(item);
        flush();
        lists--;
        prefix = "";
    }

    private void piece(Element element, String newPrefix) {
        flush();
        prefix = newPrefix;
        children(element);
        flush();
        prefix = "";
    }

    private void children(Element element) {
        element.childNodes().forEach(this::read);
    }

    private void flush() {
        boolean heading = prefix.startsWith("#");
        String text = heading || !prefix.isEmpty() ? words.oneLine() : words.lines();
        words = new PastedWords();
        if (!text.isEmpty()) {
            pieces.add(new Piece(prefix + text, prefix.isEmpty() || heading ? -1 : level));
            prefix = "";
        }
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return style.contains("mso-list:ignore") || style.contains("display:none") || style.contains("mso-hide:all");
    }
}
