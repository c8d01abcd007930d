package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The words of one pasted paragraph: what is bold, slanted or a link, and everything else as text that Markdown leaves alone. */
final class PastedWords {

    private static final Addresses WEB = new Addresses("");
    private static final Pattern BOLD = Pattern.compile("(?:^|;)font-weight:(?:bold|bolder|[6-9]00)");
    private static final Pattern NOT_BOLD = Pattern.compile("(?:^|;)font-weight:(?:normal|lighter|[1-5]00)");
    private static final Pattern SLANTED = Pattern.compile("(?:^|;)font-style:(?:italic|oblique)");
    private static final Pattern NOT_SLANTED = Pattern.compile("(?:^|;)font-style:normal");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    /** A stretch of words of one form; a break of the line is a stretch of its own. */
    private record Run(String text, boolean bold, boolean slanted, String href) {

        boolean looksLike(Run other) {
            return bold == other.bold && slanted == other.slanted && href.equals(other.href);
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private boolean bold;
    private boolean slanted;
    private String href = "";

    void add(String text) {
        String clean = SPACE.matcher(text).replaceAll(" ");
        if (clean.isEmpty()) {
            return;
        }
        Run run = new Run(clean, bold, slanted, href);
        if (!runs.isEmpty()
                && runs.getLast().looksLike(run)
                && !runs.getLast().text().equals("\n")) {
            run = new Run(runs.removeLast().text() + clean, bold, slanted, href);
        }
        runs.add(run);
    }

    void lineBreak() {
        runs.add(new Run("\n", false, false, ""));
    }

    void within(Element element, Runnable children) {
        boolean wasBold = bold;
        boolean wasSlanted = slanted;
        String wasHref = href;
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        bold = (bold || element.is("b, strong") || BOLD.matcher(style).find())
                && !NOT_BOLD.matcher(style).find();
        slanted =
                (slanted || element.is("i, em, cite") || SLANTED.matcher(style).find())
                        && !NOT_SLANTED.matcher(style).find();
        if (element.is("a[href]") && href.isEmpty()) {
            // Addresses within the page or beside it are those of the page that it was copied from
            String address = element.attr("href");
            href = address.startsWith("/") ? "" : WEB.of(address).orElse("");
        }
        children.run();
        bold = wasBold;
        slanted = wasSlanted;
        href = wasHref;
    }

    String oneLine() {
        return String.join(" ", lines().split("\\s+")).strip();
    }

    /** With the breaks that were there, which Markdown makes of two spaces. */
    String lines() {
        StringBuilder line = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < runs.size(); index++) {
            Run run = runs.get(index);
            if (run.text().equals("\n")) {
                lines.add(line.toString());
                line.setLength(0);
            } else {
                append(line, run, index + 1 < runs.size() ? runs.get(index + 1).text() : " ");
            }
        }
        lines.add(line.toString());
        return String.join(
                "  \n",
                lines.stream()
                        .map(each -> PlainMarkdown.lineStart(
                                SPACE.matcher(each).replaceAll(" ").strip()))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    private static void append(StringBuilder line, Run run, String following) {
        String words = run.text().strip();
        if (words.isEmpty()) {
            line.append(' ');
            return;
        }
        String before = run.text().startsWith(" ") ? " " : "";
        String after = run.text().endsWith(" ") ? " " : "";
        String marks = (run.bold() ? "**" : "") + (run.slanted() ? "*" : "");
        String above = before.isEmpty() && !line.isEmpty() ? line.substring(line.length() - 1) : " ";
        String below = after.isEmpty() && !following.isEmpty() ? following.substring(0, 1) : " ";
        boolean read = !above.equals("*")
                && (isLetter(words.charAt(0)) || !isLetter(above.charAt(0)))
                && (isLetter(words.charAt(words.length() - 1)) || !isLetter(below.charAt(0)));
        String text = PlainMarkdown.escaped(words);
        if (!run.href().isEmpty()) {
            text = words.equals(run.href()) ? "<" + words + ">" : link(text, run.href());
        }
        // Marks between a sign and a letter would be read as stars
        if (read) {
            text = marks + text + new StringBuilder(marks).reverse();
        }
        line.append(before).append(text).append(after);
    }

    private static boolean isLetter(char character) {
        return Character.isLetterOrDigit(character);
    }

    private static String link(String text, String address) {
        return "[%s](%s)"
                .formatted(
                        text.replaceAll("(?<!\\\\)[\\[\\]]", "\\\\$0"),
                        address.replace("(", "%28").replace(")", "%29"));
    }
}
