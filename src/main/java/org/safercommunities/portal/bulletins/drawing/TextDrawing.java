package org.safercommunities.portal.bulletins.drawing;

import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.bulletins.Block;

/** A bulletin for those who read plain text: everything that the HTML says, with addresses on lines of their own. */
final class TextDrawing {

    private final Issue issue;
    private final Outline outline;
    private final Items items;
    private final Addresses addresses;
    private final TextLines lines = new TextLines();

    TextDrawing(Issue issue, BlockFacts facts, Addresses addresses) {
        this.issue = issue;
        this.outline = new Outline(issue.blocks().list());
        this.items = new Items(facts, addresses);
        this.addresses = addresses;
    }

    String draw() {
        lines.say("Safer Communities").say(issue.line()).heading(issue.title(), '=');
        lines.exactly("Dear {{name}},");
        outline.places().forEach(this::block);
        lines.gap()
                .exactly("-- ")
                .exactly("{{reason}}")
                .gap()
                .exactly("Read in the portal:")
                .exactly("{{read}}")
                .exactly("Change topics:")
                .exactly("{{preferences}}")
                .exactly("Unsubscribe:")
                .exactly("{{unsubscribe}}")
                .gap()
                .say("Kent Community Safety Team. Reply to this email and a person answers.");
        return lines.toString();
    }

    private void block(Outline.Place place) {
        switch (place.block()) {
            case Block.Heading heading -> lines.heading(heading.text(), place.level() == 2 ? '-' : '.');
            case Block.Text text -> text(place, text);
            case Block.Image image -> image(image);
            case Block.Quote quote -> quote(quote);
            case Block.Button button ->
                addresses
                        .of(button.href())
                        .ifPresentOrElse(
                                href -> lines.gap().link(button.label(), href),
                                () -> lines.gap().say(button.label()));
            case Block.Divider _ -> lines.gap().exactly("* * *");
            case Block.Contents _ -> contents(place);
            case Block other -> items.of(other).ifPresent(this::item);
        }
    }

    private void text(Outline.Place place, Block.Text text) {
        lines.gap();
        MarkdownText.write(Markdown.read(text.markdown(), place.level(), addresses), lines);
        if (!text.credit().isEmpty()) {
            lines.gap().say("From " + text.credit());
        }
    }

    private void image(Block.Image image) {
        if (!image.alt().isEmpty() && !image.decorative()) {
            Optional<String> href = addresses.of(image.href());
            lines.gap().say("[Picture: " + image.alt() + "]");
            href.ifPresent(address -> lines.link("", address));
        }
    }

    private void quote(Block.Quote quote) {
        lines.gap().say(quote.text().strip(), "> ", "> ");
        if (!quote.by().isEmpty()) {
            lines.say(quote.by(), "> ", "> ");
        }
    }

    private void contents(Outline.Place place) {
        List<Outline.Place> entries = outline.entries(place);
        if (!entries.isEmpty()) {
            lines.gap().say("In this issue");
            entries.forEach(entry -> lines.say(Outline.words(entry), "- ", "  "));
        }
    }

    private void item(Item item) {
        lines.gap();
        if (!item.title().isEmpty()) {
            lines.say(item.title());
        }
        if (!item.when().isEmpty()) {
            lines.say(item.when());
        }
        item.facts().forEach(lines::say);
        if (item.sensitive()) {
            lines.say(Item.MARKING + ", " + Item.BEHIND_SIGN_IN);
        }
        if (item.href() != null) {
            lines.link("", item.href());
        }
        if (!item.words().isBlank()) {
            lines.gap().say(item.words().strip());
        }
        Item.Action action = item.action();
        if (action != null) {
            lines.gap().link(action.label(), action.href());
        }
    }
}
