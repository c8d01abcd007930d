package org.safercommunities.portal.bulletins.drawing;

import java.util.Optional;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.notifications.MailFrame;

/**
 * A bulletin as HTML that mail programs show alike: tables, one column, no picture that carries meaning alone. The engine that
 * sends it fills the marks {@code {{name}}}, {@code {{reason}}} and three addresses in.
 */
final class MailDrawing {

    /** As wide as the column within its margins. */
    private static final int WIDEST = 536;

    private static final String SECTION = """
            <mj-section background-color="#ffffff" padding="0 0 %s" css-class="sheet"><mj-column>
            %s</mj-column></mj-section>
            """;

    private static final String TITLE = """
            <h1 style="%s">%s</h1><p class="greeting" style="%s">Dear {{name}},</p>""";

    private static final String TEXT = """
            <mj-text padding="%s 32px 0" css-class="ink">%s</mj-text>
            """;

    private static final String CONTENTS = """
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px">\
            <tr><td class="box" bgcolor="#efe7f8" style="background-color:#efe7f8;border-radius:6px;padding:16px 20px">\
            <p style="margin:0;font-size:16px;line-height:28px;font-weight:700">In this issue</p>%s</td></tr></table>""";

    private static final String BUTTON = """
            <mj-button align="left" href="%s" background-color="#5b2a86" color="#ffffff" font-size="17px" font-weight="700"
              border-radius="6px" inner-padding="14px 24px" padding="8px 32px 8px" css-class="button">%s</mj-button>
            """;

    private static final String IMAGE = """
            <mj-image src="%s" alt="%s" width="%dpx"%s align="left" padding="8px 32px 12px" border-radius="6px" font-size="15px" css-class="picture"/>
            """;

    private static final String DIVIDER = """
            <mj-divider border-width="1px" border-style="solid" border-color="#dfd9e8" padding="20px 32px 8px" css-class="rule"/>
            """;

    private static final String QUOTE = """
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 12px"><tr>\
            <td class="said" style="border-left:4px solid #5b2a86;padding:2px 0 2px 16px">%s%s</td></tr></table>""";

    private static final String FOOT = """
            <p>{{reason}}</p>
            <p><a href="{{read}}" style="margin-right:12px">Read in the portal</a> \
            <a href="{{preferences}}" style="margin-right:12px">Change topics</a> <a href="{{unsubscribe}}">Unsubscribe</a></p>
            <p>Kent Community Safety Team. Reply to this email and a person answers.</p>""";

    private final Issue issue;
    private final Outline outline;
    private final Items items;
    private final BlockFacts facts;
    private final Addresses addresses;
    private final AroundMjml around = new AroundMjml();

    MailDrawing(Issue issue, BlockFacts facts, Addresses addresses) {
        this.issue = issue;
        this.outline = new Outline(issue.blocks().list());
        this.items = new Items(facts, addresses);
        this.facts = facts;
        this.addresses = addresses;
    }

    /** @param preview what mail programs show behind the subject, as text */
    String draw(String preview) {
        return around.restored(MailFrame.drawn(frame(preview), MailStyles.HEAD, MailStyles.dark(), sheet()));
    }

    /** The same in MJML, for another program to draw. */
    String mjml(String preview) {
        return around.restored(MailFrame.mjml(frame(preview), MailStyles.HEAD, MailStyles.dark(), sheet()));
    }

    private MailFrame.Words frame(String preview) {
        return new MailFrame.Words(
                Html.escaped(issue.title()), Html.escaped(preview), Html.escaped(issue.line()), FOOT);
    }

    /** A section for each part: Outlook breaks tables that are taller than a sheet of paper. */
    private String sheet() {
        StringBuilder sections = new StringBuilder();
        StringBuilder part = new StringBuilder(words(
                "28px", TITLE.formatted(MailStyles.HEADING_1, Html.escaped(issue.title()), MailStyles.PARAGRAPH)));
        for (Outline.Place place : outline.places()) {
            if (place.block() instanceof Block.Heading && place.level() == 2) {
                sections.append(SECTION.formatted("0", part));
                part.setLength(0);
            }
            part.append(block(place));
        }
        return sections.append(SECTION.formatted("28px", part)).toString();
    }

    private String block(Outline.Place place) {
        return switch (place.block()) {
            case Block.Heading heading -> heading(place, heading);
            case Block.Text text -> text(place, text);
            case Block.Image image -> image(image);
            case Block.Quote quote -> words("8px", quote(quote));
            case Block.Button button -> button(button);
            case Block.Divider _ -> DIVIDER;
            case Block.Contents _ -> contents(place);
            case Block other -> items.of(other).map(item -> item(place, item)).orElse("");
        };
    }

    private String heading(Outline.Place place, Block.Heading heading) {
        // Outlook goes to names, all others to ids
        String words = "<h%1$d id=\"%2$s\" style=\"%3$s\"><a name=\"%2$s\"></a>%4$s</h%1$d>"
                .formatted(
                        place.level(),
                        place.anchor(),
                        place.level() == 2 ? MailStyles.HEADING_2 : MailStyles.HEADING_3,
                        Html.escaped(heading.text()));
        return words(place.level() == 2 ? "28px" : "16px", words);
    }

    private String text(Outline.Place place, Block.Text text) {
        String words = MarkdownHtml.OF_MAIL.draw(Markdown.read(text.markdown(), place.level(), addresses));
        String credit = text.credit().isEmpty()
                ? ""
                : "<p class=\"quiet\" style=\"%s\">From %s</p>"
                        .formatted(MailStyles.QUIET, Html.escaped(text.credit()));
        return words("8px", words + credit);
    }

    private String image(Block.Image image) {
        PictureFacts picture = image.picture() == null ? null : facts.pictures().get(image.picture());
        Optional<String> address =
                Optional.ofNullable(picture).map(PictureFacts::address).flatMap(addresses::of);
        if (picture == null || address.isEmpty()) {
            return image.alt().isEmpty() ? "" : words("8px", paragraph(image.alt()));
        }
        String alt = image.decorative() ? "" : image.alt();
        // A link on a picture without words would have no name
        String link = alt.isEmpty()
                ? ""
                : addresses.of(image.href()).map(" href=\"%s\""::formatted).orElse("");
        return IMAGE.formatted(Html.escaped(address.get()), Html.escaped(alt), Math.min(WIDEST, picture.width()), link);
    }

    private static String quote(Block.Quote quote) {
        String by = quote.by().isEmpty()
                ? ""
                : "<p class=\"quiet\" style=\"%s\">%s</p>".formatted(MailStyles.QUIET, Html.escaped(quote.by()));
        return QUOTE.formatted(
                Html.paragraphs(quote.text(), "<p style=\"margin:0 0 8px;overflow-wrap:anywhere\">%s</p>"::formatted),
                by);
    }

    private String button(Block.Button button) {
        return addresses
                .of(button.href())
                .map(href -> BUTTON.formatted(Html.escaped(href), Html.escaped(button.label())))
                .orElseGet(() -> words("8px", paragraph(button.label())));
    }

    private String contents(Outline.Place place) {
        String entries = outline.entries(place).stream()
                .map(entry ->
                        "<p style=\"margin:0;font-size:16px;line-height:28px;overflow-wrap:anywhere\"><a href=\"#%s\" style=\"%s\">%s</a></p>"
                                .formatted(entry.anchor(), MailStyles.LINK, Html.escaped(Outline.words(entry))))
                .collect(Collectors.joining());
        return entries.isEmpty() ? "" : words("8px", CONTENTS.formatted(entries));
    }

    private String item(Outline.Place place, Item item) {
        String words = MailItem.words(item, place.level() + 1);
        Item.Action action = item.action();
        String button =
                action == null ? "" : BUTTON.formatted(Html.escaped(action.href()), Html.escaped(action.label()));
        return words("12px", words) + button;
    }

    private String words(String above, String html) {
        return TEXT.formatted(above, around.keep(html));
    }

    private static String paragraph(String words) {
        return Html.paragraphs(words, each -> "<p style=\"%s\">%s</p>".formatted(MailStyles.PARAGRAPH, each));
    }
}
