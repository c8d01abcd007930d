package org.safercommunities.portal.bulletins.drawing;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What somebody pasted from Word or a web page, as the Markdown that says the same: words and their order, not their dress. */
public final class PastedText {

    /** Characters that are read; Word writes ten times as many as it has words. */
    private static final int LONGEST = 2_000_000;

    private static final String NOT_WORDS =
            "head, script, style, title, meta, link, xml, template, noscript, iframe, object, svg, math, select, textarea, button";

    private PastedText() {}

    public static String asMarkdown(String html) {
        Element body = Jsoup.parse(html.length() <= LONGEST ? html : html.substring(0, LONGEST))
                .body();
        body.select(NOT_WORDS).remove();
        PastedBlocks blocks = new PastedBlocks();
        blocks.read(body);
        return blocks.markdown();
    }
}
