package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.dom.Element;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** A document readable in place, or the plain reason why it is not. */
final class Preview {

    private Preview() {}

    static Component of(UUID id, VersionSummary version, String title, LibraryWords words, Supplier<String> text) {
        return of(
                DocumentAddress.inline(id, version.number()),
                page -> DocumentAddress.picture(id, version.number(), page),
                version,
                title,
                words,
                text);
    }

    /**
     * The same of a file that has its own addresses.
     *
     * @param inline of its bytes, shown in place
     * @param pages of the picture of each of its pages
     */
    static Component of(
            String inline,
            IntFunction<String> pages,
            VersionSummary version,
            String title,
            LibraryWords words,
            Supplier<String> text) {
        String type = version.mediaType();
        boolean readable = version.reading() == ReadingState.TEXT
                || version.reading() == ReadingState.NO_TEXT
                || version.reading() == ReadingState.PENDING;
        if (words.shownInPlace(type) && type.startsWith("image/")) {
            Image image = new Image(inline, title);
            Div sheet = new Div(image);
            sheet.addClassNames("sc-preview", "sc-preview-sheet");
            return sheet;
        }
        if (words.hasPicture(type) && readable) {
            return new PagePreview(pages, version, title, words, text);
        }
        if (words.shownInPlace(type)) {
            return player(type, inline, title);
        }
        return none(version, words, version.readingReason(), text);
    }

    private static Component player(String type, String address, String title) {
        Element player = new Element(type.startsWith("video/") ? "video" : "audio");
        player.setAttribute("controls", true);
        player.setAttribute("preload", "metadata");
        player.setAttribute("src", address);
        player.setAttribute("aria-label", title);
        Div place = new Div();
        place.addClassNames("sc-preview", "sc-preview-player");
        place.getElement().appendChild(player);
        return place;
    }

    /** @param why there is nothing to show, as a sentence; null when nothing is known */
    static Component none(
            VersionSummary version,
            LibraryWords words,
            @org.jspecify.annotations.Nullable String why,
            Supplier<String> text) {
        boolean hasText = version.reading() == ReadingState.TEXT;
        EmptyState state = new EmptyState(
                version.reading() == ReadingState.LOCKED ? Icon.FILE_LOCK : words.icon(version.mediaType()),
                hasText ? "No pages to show for this file" : heading(version.reading()),
                hasText
                        ? "Read its words here, or download it to see it as it was made."
                        : why == null ? "Download it to open it on your device." : why);
        if (!hasText) {
            return state;
        }
        Div body = new Div();
        body.addClassName("sc-preview-text");
        SecondaryButton read = new SecondaryButton("Read as text", Icon.ACCESSIBILITY, () -> {});
        read.addClickListener(click -> {
            read.setVisible(false);
            PagePreview.TextBody.into(body, text.get());
        });
        state.actions(read);
        Div place = new Div(state, body);
        place.addClassNames("sc-preview", "sc-preview-none");
        return place;
    }

    private static String heading(ReadingState state) {
        return switch (state) {
            case PENDING -> "Being read";
            case LOCKED -> "Locked by a password";
            case DAMAGED -> "This file looks damaged";
            case TOO_SLOW, TOO_LARGE -> "Too much to read";
            default -> "No preview for this kind of file";
        };
    }
}
