package org.safercommunities.portal.bulletins.drawing;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.Block;

/** A bulletin as a part of a page, below a heading of the first level: what it means, and classes for how it looks. */
final class PageDrawing {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);

    private final Outline outline;
    private final Items items;
    private final BlockFacts facts;
    private final Addresses addresses;

    PageDrawing(Issue issue, BlockFacts facts, Addresses addresses) {
        this.outline = new Outline(issue.blocks().list());
        this.items = new Items(facts, addresses);
        this.facts = facts;
        this.addresses = addresses;
    }

    String draw() {
        return outline.places().stream()
                .map(this::block)
                .collect(Collectors.joining("\n", "<div class=\"sc-bulletin\">\n", "\n</div>\n"));
    }

    private String block(Outline.Place place) {
        return switch (place.block()) {
            case Block.Heading heading ->
                "<h%1$d id=\"%2$s\">%3$s</h%1$d>"
                        .formatted(place.level(), place.anchor(), Html.escaped(heading.text()));
            case Block.Text text -> text(place, text);
            case Block.Image image -> image(image);
            case Block.Quote quote ->
                "<figure class=\"sc-bulletin-quote\"><blockquote>%s</blockquote>%s</figure>"
                        .formatted(paragraphs(quote.text()), element("figcaption", quote.by()));
            case Block.Button button -> action(button.href(), button.label());
            case Block.Divider _ -> "<hr>";
            case Block.Contents _ -> contents(place);
            case Block other -> items.of(other).map(item -> item(place, item)).orElse("");
        };
    }

    private String text(Outline.Place place, Block.Text text) {
        String words = MarkdownHtml.OF_PAGE.draw(Markdown.read(text.markdown(), place.level(), addresses));
        return "<div class=\"sc-prose\">%s%s</div>"
                .formatted(
                        words,
                        text.credit().isEmpty()
                                ? ""
                                : element("p class=\"sc-bulletin-credit\"", "From " + text.credit()));
    }

    private String image(Block.Image image) {
        PictureFacts picture = image.picture() == null ? null : facts.pictures().get(image.picture());
        Optional<String> address =
                Optional.ofNullable(picture).map(PictureFacts::address).flatMap(addresses::of);
        if (picture == null || address.isEmpty()) {
            return element("p", image.alt());
        }
        String alt = image.decorative() ? "" : image.alt();
        String shown = "<img src=\"%s\" alt=\"%s\" width=\"%d\" loading=\"lazy\">"
                .formatted(Html.escaped(address.get()), Html.escaped(alt), picture.width());
        return "<p class=\"sc-bulletin-picture\">%s</p>"
                .formatted(
                        alt.isEmpty()
                                ? shown
                                : addresses
                                        .of(image.href())
                                        .map(href -> link(href, shown))
                                        .orElse(shown));
    }

    private String action(String href, String label) {
        return addresses
                .of(href)
                .map(address -> "<p><a class=\"sc-bulletin-button\" href=\"%s\" rel=\"noopener noreferrer\">%s</a></p>"
                        .formatted(Html.escaped(address), Html.escaped(label)))
                .orElseGet(() -> element("p", label));
    }

    private String contents(Outline.Place place) {
        String entries = outline.entries(place).stream()
                .map(entry ->
                        "<li><a href=\"#%s\">%s</a></li>".formatted(entry.anchor(), Html.escaped(Outline.words(entry))))
                .collect(Collectors.joining());
        return entries.isEmpty()
                ? ""
                : "<nav class=\"sc-bulletin-contents\" aria-label=\"In this issue\"><p>In this issue</p><ul>%s</ul></nav>"
                        .formatted(entries);
    }

    private static String item(Outline.Place place, Item item) {
        int level = place.level() + 1;
        String title = Html.escaped(item.title());
        StringBuilder words = new StringBuilder();
        if (!title.isEmpty()) {
            words.append(
                    "<h%1$d>%2$s</h%1$d>".formatted(level, item.href() == null ? title : link(item.href(), title)));
        }
        words.append(element("p", item.when()));
        item.facts().forEach(fact -> words.append(element("p class=\"sc-bulletin-facts\"", fact)));
        if (item.sensitive()) {
            words.append("<p class=\"sc-bulletin-facts\"><span class=\"sc-bulletin-marking\">%s</span> %s</p>"
                    .formatted(Item.MARKING, Item.BEHIND_SIGN_IN));
        }
        words.append(paragraphs(item.words()));
        Item.Action action = item.action();
        if (action != null) {
            words.append("<p><a class=\"sc-bulletin-button\" href=\"%s\">%s</a></p>"
                    .formatted(Html.escaped(action.href()), Html.escaped(action.label())));
        }
        return "<div class=\"sc-bulletin-item\">%s<div>%s</div></div>".formatted(tile(item), words);
    }

    private static String tile(Item item) {
        return item.date() == null
                ? ""
                : "<div class=\"sc-bulletin-date\" aria-hidden=\"true\"><span>%s</span><span>%d</span><span>%s</span></div>"
                        .formatted(MONTH.format(item.date()), item.date().getDayOfMonth(), WEEKDAY.format(item.date()));
    }

    private static String paragraphs(String words) {
        return Html.paragraphs(words, "<p>%s</p>"::formatted);
    }

    /** @param tag with its attributes */
    private static String element(String tag, String words) {
        return words.isEmpty() ? "" : "<%s>%s</%s>".formatted(tag, Html.escaped(words), tag.split(" ", 2)[0]);
    }

    private static String link(String href, String shown) {
        return "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>".formatted(Html.escaped(href), shown);
    }
}
