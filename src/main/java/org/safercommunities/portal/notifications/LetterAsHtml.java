package org.safercommunities.portal.notifications;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A letter as HTML that mail programs show alike, in the {@link MailFrame} of all mail. Whatever people typed is escaped. */
final class LetterAsHtml {

    private static final String SHEET = """
            <mj-section background-color="#ffffff" padding="28px 0 16px" css-class="sheet">
              <mj-column>
                <mj-text css-class="ink"><h1>%s</h1>%s</mj-text>
              </mj-column>
            </mj-section>
            """;

    private static final String FOOT = """
            <p>%s</p>%s
            <p><a href="%s">Open the portal</a></p>
            <p>Reply to this mail and a person answers.</p>""";

    private static final String STYLE = """
            h1 { margin: 0 0 16px; font-size: 28px; line-height: 34px; font-weight: 700; }
            .items p { margin: 0 0 16px; font-size: 16px; line-height: 24px; }
            .items a { color: #5b2a86; font-weight: 700; }
            .facts p { margin: 0 0 8px; font-size: 16px; line-height: 24px; }
            """;

    private static final Map<String, String> DARK = Map.of(".facts > table", "background-color: #262030 !important;");

    private static final String FACTS = """
            <mj-section background-color="#ffffff" padding="0 32px 16px" css-class="sheet">
              <mj-column css-class="facts" background-color="#efe7f8" border-radius="6px">
                <mj-text padding="16px 20px 8px" css-class="ink">%s</mj-text>
              </mj-column>
            </mj-section>
            """;

    private static final String ITEMS = """
            <mj-section background-color="#ffffff" padding="0 0 12px" css-class="sheet">
              <mj-column>
                <mj-text css-class="ink items">%s</mj-text>
              </mj-column>
            </mj-section>
            """;

    private static final String BUTTON = """
            <mj-section background-color="#ffffff" padding="0 0 28px" css-class="sheet">
              <mj-column>
                <mj-button align="left" href="%s" background-color="#5b2a86" color="#ffffff" font-size="17px" font-weight="700"
                  border-radius="6px" inner-padding="14px 24px" padding="4px 32px 0" css-class="button">%s</mj-button>
              </mj-column>
            </mj-section>
            """;

    /** Marks where the words go; nobody can type it, since every letter is written after it was drawn. */
    private static final String MARK = "mark" + UUID.randomUUID().toString().replace("-", "");

    private static final Pattern MARKS = Pattern.compile(MARK + "([A-Z]+)end");

    /** The few forms of a letter as MJML makes them, which takes longer than all the rest of a mail. */
    private static final Map<Form, String> FORMS = new ConcurrentHashMap<>();

    private record Form(boolean facts, boolean items, boolean button) {}

    /** What stands at the marks, as HTML. */
    enum Piece {
        TITLE,
        PREVIEW,
        PARAGRAPHS,
        FACTS,
        ITEMS,
        LINK,
        LABEL,
        REASON,
        CHOICE,
        PORTAL;

        private String mark() {
            return MARK + name() + "end";
        }
    }

    private LetterAsHtml() {}

    static String of(Letter letter, String portal) {
        Map<Piece, String> pieces = pieces(letter, portal);
        String form = FORMS.computeIfAbsent(formOf(letter), each -> drawn(each, Piece::mark));
        return MARKS.matcher(form)
                .replaceAll(mark -> Matcher.quoteReplacement(pieces.getOrDefault(Piece.valueOf(mark.group(1)), "")));
    }

    /** The letter drawn for itself: what {@link #of} must equal. */
    static String drawnAnew(Letter letter, String portal) {
        Map<Piece, String> pieces = pieces(letter, portal);
        return drawn(formOf(letter), piece -> pieces.getOrDefault(piece, ""));
    }

    private static Form formOf(Letter letter) {
        return new Form(!letter.facts().isEmpty(), !letter.items().isEmpty(), letter.button() != null);
    }

    private static String drawn(Form form, Function<Piece, String> words) {
        MailFrame.Words frame = new MailFrame.Words(
                words.apply(Piece.TITLE),
                words.apply(Piece.PREVIEW),
                "Kent Community Safety Team",
                FOOT.formatted(words.apply(Piece.REASON), words.apply(Piece.CHOICE), words.apply(Piece.PORTAL)));
        String sheet = SHEET.formatted(words.apply(Piece.TITLE), words.apply(Piece.PARAGRAPHS))
                + (form.facts() ? FACTS.formatted(words.apply(Piece.FACTS)) : "")
                + (form.items() ? ITEMS.formatted(words.apply(Piece.ITEMS)) : "")
                + (form.button() ? BUTTON.formatted(words.apply(Piece.LINK), words.apply(Piece.LABEL)) : "");
        return MailFrame.drawn(frame, STYLE, DARK, sheet);
    }

    private static Map<Piece, String> pieces(Letter letter, String portal) {
        Map<Piece, String> pieces = new EnumMap<>(Piece.class);
        pieces.put(Piece.TITLE, escaped(letter.title()));
        pieces.put(
                Piece.PREVIEW,
                escaped(
                        letter.paragraphs().isEmpty()
                                ? letter.title()
                                : letter.paragraphs().getFirst()));
        pieces.put(
                Piece.PARAGRAPHS,
                letter.paragraphs().stream()
                        .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br/>") + "</p>")
                        .collect(Collectors.joining()));
        pieces.put(
                Piece.FACTS,
                letter.facts().stream()
                        .map(fact -> "<p><strong>" + escaped(fact.name()) + "</strong><br/>"
                                + escaped(fact.value()).replace("\n", "<br/>") + "</p>")
                        .collect(Collectors.joining()));
        pieces.put(
                Piece.ITEMS,
                letter.items().stream()
                        .map(item -> "<p><a href=\"%s\">%s</a><br/>%s</p>"
                                .formatted(escaped(portal + item.path()), escaped(item.title()), escaped(item.line())))
                        .collect(Collectors.joining()));
        Letter.Button choice = letter.choice();
        if (choice != null) {
            pieces.put(
                    Piece.CHOICE,
                    "<p><a href=\"%s\">%s</a></p>".formatted(escaped(portal + choice.path()), escaped(choice.label())));
        }
        Letter.Button button = letter.button();
        if (button != null) {
            pieces.put(Piece.LINK, escaped(portal + button.path()));
            pieces.put(Piece.LABEL, escaped(button.label()));
        }
        pieces.put(Piece.REASON, escaped(letter.reason()));
        pieces.put(Piece.PORTAL, escaped(portal));
        return pieces;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n]]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
