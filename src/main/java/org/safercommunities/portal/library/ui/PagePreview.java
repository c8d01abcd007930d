package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.QuietButton;

/** The pages of a document as pictures drawn on the server, one at a time, and its words for those who read or hear them. */
class PagePreview extends Div {

    private final IntFunction<String> pictures;
    private final int pages;
    private final String title;
    private final LiveText place = new LiveText("");
    private final Image picture = new Image();
    private final Div sheet = new Div(picture);
    private final Div words = new Div();
    private final QuietButton back = QuietButton.icon(Icon.ARROW_LEFT, "Previous page", () -> turn(-1));
    private final QuietButton forth = QuietButton.icon(Icon.ARROW_RIGHT, "Next page", () -> turn(1));
    private final QuietButton asText;
    private int page = 1;
    private boolean reading;

    /**
     * @param pictures addresses of the pages, from 1
     * @param text fetches the words of the version when they are first asked for; empty when it has none
     */
    PagePreview(IntFunction<String> pictures, VersionSummary version, String title, Supplier<String> text) {
        this.pictures = pictures;
        this.title = title;
        Integer known = version.pages();
        this.pages = known == null ? 1 : known;
        asText = new QuietButton("Read as text", Icon.ACCESSIBILITY, () -> toggle(text));
        Div bar = new Div(back, place, forth, new Span(), asText);
        bar.addClassName("sc-preview-bar");
        sheet.addClassName("sc-preview-sheet");
        words.addClassName("sc-preview-text");
        words.setVisible(false);
        addClassName("sc-preview");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Preview");
        add(bar, sheet, words);
        Shortcuts.addShortcutListener(this, () -> turn(-1), Key.ARROW_LEFT).listenOn(this);
        Shortcuts.addShortcutListener(this, () -> turn(1), Key.ARROW_RIGHT).listenOn(this);
        boolean several = pages > 1;
        back.setVisible(several);
        forth.setVisible(several);
        show();
    }

    private void turn(int by) {
        int wanted = Math.clamp(page + by, 1, pages);
        if (wanted != page && !reading) {
            page = wanted;
            show();
            // A button that goes out of use would take focus with it
            if (page == pages) {
                back.focus();
            } else if (page == 1) {
                forth.focus();
            }
        }
    }

    private void show() {
        picture.setSrc(pictures.apply(page));
        picture.setAlt("Page %d of “%s”. “Read as text” gives its words.".formatted(page, title));
        place.setText(pages > 1 ? "Page %d of %d".formatted(page, pages) : "1 page");
        back.setEnabled(page > 1);
        forth.setEnabled(page < pages);
    }

    private void toggle(Supplier<String> text) {
        reading = !reading;
        if (reading && words.getComponentCount() == 0) {
            TextBody.into(words, text.get());
        }
        sheet.setVisible(!reading);
        words.setVisible(reading);
        place.setVisible(!reading);
        back.setVisible(!reading && pages > 1);
        forth.setVisible(!reading && pages > 1);
        asText.setText(reading ? "Show the pages" : "Read as text");
    }

    /** Words of a document as paragraphs. */
    static final class TextBody {

        private static final int MOST_PARAGRAPHS = 2000;

        private TextBody() {}

        static void into(Div place, String text) {
            String[] paragraphs = text.strip().split("\\n\\s*\\n");
            if (text.isBlank()) {
                place.add(new Paragraph(
                        "There are no words in this file that could be read: it may be a scan or a picture."));
                return;
            }
            for (int each = 0; each < Math.min(paragraphs.length, MOST_PARAGRAPHS); each++) {
                place.add(new Paragraph(paragraphs[each].strip()));
            }
            if (paragraphs.length > MOST_PARAGRAPHS) {
                place.add(new Paragraph("The rest is in the file itself."));
            }
        }
    }
}
