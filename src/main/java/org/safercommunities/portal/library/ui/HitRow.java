package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.TextPart;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.HighlightedText;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Row;

/** A result as a row: everything from the index, nothing fetched for it. */
final class HitRow {

    private HitRow() {}

    static Row of(SearchHit hit, LibraryWords words, LibraryWords.Names names) {
        return words.other(hit.source())
                .map(other -> other.row(found(hit, names)))
                .orElseGet(() -> document(hit, words, names));
    }

    private static FoundRows.Found found(SearchHit hit, LibraryWords.Names names) {
        return new FoundRows.Found(
                hit.id(),
                highlighted(hit.title()),
                highlighted(hit.snippet()),
                hit.kind(),
                names.agency(hit.agency()),
                hit.date(),
                hit.path(),
                hit.facts());
    }

    private static Row document(SearchHit hit, LibraryWords words, LibraryWords.Names names) {
        String mediaType = hit.facts().getOrDefault(SearchEntry.MEDIA_TYPE, "");
        String pages = hit.facts().get(SearchEntry.PAGES);
        Row row = Row.linked(highlighted(hit.title()), hit.path());
        if (words.hasPicture(mediaType)) {
            row.picture(
                    DocumentAddress.thumbnail(hit.id(), hit.facts().getOrDefault(SearchEntry.VERSION, "1")),
                    words.icon(mediaType));
        } else {
            row.pictureOf(words.icon(mediaType));
        }
        row.facts(
                names.kind(hit.kind()),
                words.format(mediaType, pages == null ? null : Integer.valueOf(pages)),
                names.agency(hit.agency()),
                Dates.brief(hit.date()));
        if (!hit.snippetText().isBlank()) {
            row.snippet(highlighted(hit.snippet()));
        }
        List<Component> chips =
                new ArrayList<>(List.of(MarkingChip.of(hit.facts().getOrDefault(SearchEntry.MARKING, "OFFICIAL"))));
        String review = hit.facts().get(SearchEntry.REVIEW_DUE);
        DocumentChips.stale(review == null ? null : LocalDate.parse(review)).ifPresent(chips::add);
        row.chips(chips.toArray(Component[]::new));
        MarkingWords.handling(
                        hit.facts().getOrDefault(SearchEntry.MARKING, ""),
                        hit.facts().get(SearchEntry.HANDLING))
                .ifPresent(row::detail);
        String address = DocumentAddress.download(hit.id());
        String meaning = "Download “%s”".formatted(hit.titleText());
        row.action(
                Marking.OFFICIAL_SENSITIVE.label().equals(hit.facts().get(SearchEntry.MARKING))
                        ? LinkButton.downloadOrPage(address, Icon.DOWNLOAD, meaning)
                        : LinkButton.download(address, Icon.DOWNLOAD, meaning));
        return row;
    }

    private static HighlightedText highlighted(List<TextPart> parts) {
        return new HighlightedText(parts.stream()
                .map(part -> new HighlightedText.Part(part.text(), part.hit()))
                .toList());
    }
}
