package org.safercommunities.portal.bulletins.drawing;

import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** Draws tamed Markdown as HTML: bare for pages, which have a style sheet, and with its look in every element for mail. */
final class MarkdownHtml {

    static final MarkdownHtml OF_PAGE = new MarkdownHtml(Map.of());

    static final MarkdownHtml OF_MAIL = new MarkdownHtml(Map.ofEntries(
            Map.entry("p", MailStyles.PARAGRAPH),
            Map.entry("h2", MailStyles.HEADING_2),
            Map.entry("h3", MailStyles.HEADING_3),
            Map.entry("h4", MailStyles.HEADING_4),
            Map.entry("h5", MailStyles.HEADING_4),
            Map.entry("h6", MailStyles.HEADING_4),
            Map.entry("a", MailStyles.LINK),
            Map.entry("ul", MailStyles.LIST),
            Map.entry("ol", MailStyles.LIST),
            Map.entry("li", MailStyles.LIST_ITEM),
            Map.entry("blockquote", MailStyles.QUOTE),
            Map.entry("pre", MailStyles.CODE),
            Map.entry("hr", MailStyles.RULE)));

    private final HtmlRenderer renderer;

    private MarkdownHtml(Map<String, String> styles) {
        renderer = HtmlRenderer.builder()
                // Belt and braces: what was read is tame already
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    attributes.remove("class");
                    attributes.remove("rel");
                    String style = styles.get(tag);
                    if (style != null) {
                        attributes.put("style", style);
                    }
                    if (tag.equals("a") && styles.isEmpty()) {
                        attributes.put("rel", "noopener noreferrer");
                    }
                })
                .build();
    }

    String draw(Node tamed) {
        return renderer.render(tamed);
    }
}
