package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
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
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.NoPreview;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a document as pictures drawn on the server, one at a time, and its words for those who read or hear them. */
class PagePreview extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(PagePreview.class);

    private final IntFunction<String> pictures;
    private final VersionSummary version;
    private final LibraryWords library;
    private final Supplier<String> text;
    private final String title;
    private final LiveText place = new LiveText("");
    private final Image picture = new Image();
    private final Div sheet = new Div(picture);
    private final Div words = new Div();
    private final QuietButton back = QuietButton.icon(Icon.ARROW_LEFT, "Previous page", () -> turn(-1));
    private final QuietButton forth = QuietButton.icon(Icon.ARROW_RIGHT, "Next page", () -> turn(1));
    private final QuietButton asText;
    private int pages;
    private int page = 1;
    private boolean reading;

    /**
     * @param pictures addresses of the pages, from 1
     * @param text fetches the words of the version when they are first asked for; empty when it has none
     */
    PagePreview(
            IntFunction<String> pictures,
            VersionSummary version,
            String title,
            LibraryWords library,
            Supplier<String> text) {
        this.pictures = pictures;
        this.version = version;
        this.title = title;
        this.library = library;
        this.text = text;
        Integer known = version.mediaType().equals(MediaTypes.PDF) ? version.pages() : null;
        this.pages = known == null ? 0 : known;
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
        if (pages > 0) {
            show();
        } else {
            place.setText("Drawing its pages …");
            back.setVisible(false);
            forth.setVisible(false);
            picture.setVisible(false);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (pages == 0) {
            UI ui = event.getUI();
            // Office files take seconds the first time; the page is there meanwhile
            Thread.ofVirtual().name("count-pages").start(() -> count(ui));
        }
    }

    private void count(UI ui) {
        int counted = 0;
        String why = "There is no preview just now. Please try again later.";
        try {
            counted = library.countPages(version);
        } catch (NoPreview none) {
            why = none.reason();
        } catch (RuntimeException failure) {
            LOG.debug("The pages of version {} were not counted", version.number(), failure);
        }
        int found = counted;
        String reason = why;
        try {
            ui.access(() -> arrived(found, reason));
        } catch (UIDetachedException closed) {
            LOG.debug("Nobody waits for the pages any more", closed);
        }
    }

    private void arrived(int found, String reason) {
        if (found == 0) {
            removeAll();
            getElement().removeAttribute("role").removeAttribute("aria-label");
            removeClassName("sc-preview");
            add(Preview.none(version, library, reason, text));
            return;
        }
        pages = found;
        picture.setVisible(true);
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
        back.setVisible(pages > 1 && !reading);
        forth.setVisible(pages > 1 && !reading);
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
