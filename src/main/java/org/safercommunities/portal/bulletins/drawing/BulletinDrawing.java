package org.safercommunities.portal.bulletins.drawing;

import org.safercommunities.portal.bulletins.Block;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Draws bulletins: as the HTML and the plain text of a mail, in which the engine that sends it fills {@code {{name}}},
 * {@code {{reason}}}, {@code {{read}}}, {@code {{preferences}}} and {@code {{unsubscribe}}}, and as a part of a page.
 */
@Component
public class BulletinDrawing {

    private static final int PREVIEW = 140;

    private final String portal;
    private final Addresses whole;
    private final Addresses within = new Addresses("");

    /** @param portal address of the portal as people reach it */
    public BulletinDrawing(@Value("${portal.url}") String portal) {
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
        this.whole = new Addresses(this.portal);
    }

    /** The HTML of the mail, with its marks. */
    public String html(Issue issue, BlockFacts facts) {
        return new MailDrawing(issue, facts, whole).draw(preview(issue));
    }

    /** The mail in MJML, before it is drawn. */
    String mjml(Issue issue, BlockFacts facts) {
        return new MailDrawing(issue, facts, whole).mjml(preview(issue));
    }

    /** The plain text of the mail, with its marks. */
    public String text(Issue issue, BlockFacts facts) {
        return new TextDrawing(issue, facts, whole).draw();
    }

    /** HTML to stand below the title on a page of the portal; its links stay within the portal where they can. */
    public String page(Issue issue, BlockFacts facts) {
        return new PageDrawing(issue, facts, within).draw();
    }

    /** The same for whoever reads it elsewhere: all links are whole. */
    public String elsewhere(Issue issue, BlockFacts facts) {
        return new PageDrawing(issue, facts, whole).draw();
    }

    /** The address of the portal without a slash at its end. */
    String portal() {
        return portal;
    }

    private String preview(Issue issue) {
        return issue.blocks().list().stream()
                .filter(Block.Text.class::isInstance)
                .map(block -> plain(((Block.Text) block).markdown()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(issue.title());
    }

    /** What a text says, in one line and without the signs of Markdown. */
    public String words(String markdown) {
        TextLines lines = new TextLines();
        MarkdownText.write(Markdown.read(markdown, 1, whole), lines);
        return String.join(" ", lines.toString().split("\\s+")).strip();
    }

    private String plain(String markdown) {
        String words = words(markdown);
        if (words.length() <= PREVIEW) {
            return words;
        }
        int end = words.lastIndexOf(' ', PREVIEW);
        // Not in the middle of a character that Java counts as two
        int cut = end > 0 ? end : words.offsetByCodePoints(0, words.codePointCount(0, PREVIEW));
        return words.substring(0, cut) + "…";
    }
}
