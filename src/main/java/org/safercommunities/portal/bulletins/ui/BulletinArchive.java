package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.BulletinCard;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.SearchResults;
import org.safercommunities.portal.search.TextPart;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.HighlightedText;
import org.safercommunities.portal.shared.TooOften;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.SearchLine;

/** What was sent, newest first, found by words, kind and year; nothing in it that somebody may not read. */
final class BulletinArchive extends Div {

    private final Bulletins bulletins;
    private final Search search;
    private final FoundRows found;
    private final CurrentReader reader;
    private final SearchLine words;
    private final Select<BulletinKind> kind = new Select<>();
    private final Select<Year> year = new Select<>();
    private final LiveText count = new LiveText("");
    private final Div list = new Div();
    private ArchiveRequest shown = ArchiveRequest.EVERYTHING;

    /** @param ask leads to the address of what somebody looks for */
    BulletinArchive(
            Bulletins bulletins, Search search, FoundRows found, CurrentReader reader, Consumer<ArchiveRequest> ask) {
        this.bulletins = bulletins;
        this.search = search;
        this.found = found;
        this.reader = reader;
        words = new SearchLine(
                        "Search bulletins",
                        "Words in a bulletin",
                        typed -> ask.accept(new ArchiveRequest(typed, shown.kind(), shown.year())))
                .besideOthers();
        choices(kind, "Bulletin", "Both", BulletinWords::kind);
        kind.setItems(BulletinKind.values());
        choices(year, "Year", "All years", Year::toString);
        year.setItems(bulletins.years(reader.get()));
        kind.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(new ArchiveRequest(shown.words(), kind.getValue(), shown.year()));
            }
        });
        year.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(new ArchiveRequest(shown.words(), shown.kind(), year.getValue()));
            }
        });
        addClassName("sc-archive");
        add(words, new FilterLine(kind, year), count, list);
    }

    private static <T> void choices(Select<T> select, String label, String all, Function<T, String> inWords) {
        select.setLabel(label);
        select.setItemLabelGenerator(item -> item == null ? all : inWords.apply(item));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
    }

    void show(ArchiveRequest request) {
        boolean byWords = !request.words().isEmpty();
        SearchQuery query = request.query();
        int total;
        try {
            total = byWords
                    ? Math.toIntExact(
                            search.search(query.page(0, 1), reader.get()).total())
                    : bulletins.countArchive(request.kind(), request.year(), reader.get());
        } catch (TooOften wait) {
            // What was found before stays, so that nobody loses their place
            Notices.on(UI.getCurrent()).bad(wait.words());
            return;
        }
        shown = request;
        words.setWords(request.words());
        kind.setValue(request.kind());
        year.setValue(
                year.getListDataView().getItems().anyMatch(item -> item.equals(request.year()))
                        ? request.year()
                        : null);
        count.setText(total == 1 ? "1 bulletin" : "%,d bulletins".formatted(total));
        list.removeAll();
        list.add(
                total == 0
                        ? nothing(request)
                        : new GrowingRows(
                                total,
                                (first, most) -> byWords ? hits(query, first, most) : cards(request, first, most)));
    }

    private List<Row> cards(ArchiveRequest request, int first, int most) {
        return bulletins.archive(request.kind(), request.year(), first, most, reader.get()).stream()
                .map(BulletinArchive::row)
                .toList();
    }

    private List<Row> hits(SearchQuery query, int first, int most) {
        SearchResults results = search.search(query.page(first / most, most), reader.get());
        return results.hits().stream().map(this::row).toList();
    }

    private Row row(SearchHit hit) {
        return found.row(new FoundRows.Found(
                hit.id(),
                highlighted(hit.title()),
                highlighted(hit.snippet()),
                hit.kind(),
                "",
                hit.date(),
                hit.path(),
                Map.of()));
    }

    private static HighlightedText highlighted(List<TextPart> parts) {
        return new HighlightedText(parts.stream()
                .map(part -> new HighlightedText.Part(part.text(), part.hit()))
                .toList());
    }

    private static Row row(BulletinCard card) {
        Row row = Row.linked(card.title(), "bulletins/" + card.id()).pictureOf(Icon.NEWSPAPER);
        var at = card.sentAt();
        row.facts(BulletinWords.kind(card.kind()), at == null ? "" : Dates.full(at));
        if (card.state() != BulletinState.SENT) {
            row.chips(BulletinWords.state(card.state(), false));
        }
        return row;
    }

    private static Component nothing(ArchiveRequest request) {
        return request.isNarrowed()
                ? new EmptyState(Icon.SEARCH, "No bulletins found", "Nothing that you may read fits this.")
                        .actions(LinkButton.secondary("bulletins", "Show all bulletins"))
                : new EmptyState(
                        Icon.MAIL_OPEN,
                        "No bulletins yet",
                        "Those that are sent to you and your agency can be read here again.");
    }
}
