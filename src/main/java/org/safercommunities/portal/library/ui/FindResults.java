package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.SearchResults;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterChip;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The chosen filters, the results, and the way to more of them. */
class FindResults extends Div {

    private final boolean documentsOnly;
    private final Consumer<FindRequest> ask;
    private final Div chosen = new Div();
    private final Div notices = new Div();
    private final Div rows = new Div();
    private final Div foot = new Div();
    private final Contact contact;
    private boolean moreAsked;

    FindResults(boolean documentsOnly, Consumer<FindRequest> ask, Contact contact) {
        this.documentsOnly = documentsOnly;
        this.ask = ask;
        this.contact = contact;
        foot.addClassName("sc-find-foot");
        chosen.addClassName("sc-find-chosen");
        add(chosen, notices, rows, foot);
    }

    void show(FindRequest request, SearchResults first, List<Row> all, LibraryWords.Names names) {
        chosen.removeAll();
        notices.removeAll();
        rows.removeAll();
        foot.removeAll();
        showChosen(request, names);
        if (first.catchingUp()) {
            notices.add(Callout.info(
                    "The list is being put together.", "Some documents may be missing for a few minutes."));
        }
        if (first.total() == 0) {
            rows.add(nothing(request, first));
            return;
        }
        Rows list = new Rows(all);
        rows.add(list);
        if (request.shown() > 1 && moreAsked) {
            list.focus((request.shown() - 1) * FindRequest.PAGE);
        }
        moreAsked = false;
        if (all.size() < first.total()) {
            foot.add(
                    new SecondaryButton("Show more", () -> {
                        moreAsked = true;
                        ask.accept(request.more());
                    }),
                    new Span("Showing %,d of %,d".formatted(all.size(), first.total())));
        }
    }

    private void showChosen(FindRequest request, LibraryWords.Names names) {
        List<Component> chips = new ArrayList<>();
        for (Facet facet : FindRequest.FACETS) {
            request.chosen()
                    .getOrDefault(facet, java.util.Set.of())
                    .forEach(value -> chips.add(new FilterChip(
                            names.of(facet, value), () -> ask.accept(request.with(facet, value, false)))));
        }
        if (!chips.isEmpty()) {
            chips.add(new QuietButton("Clear filters", () -> ask.accept(request.withoutFilters())));
            chosen.add(new Chips(chips.toArray(Component[]::new)));
        }
    }

    /** As a subject may hold them. */
    private static String words(FindRequest request) {
        return URLEncoder.encode(request.words(), StandardCharsets.UTF_8).replace("+", " ");
    }

    private EmptyState nothing(FindRequest request, SearchResults results) {
        EmptyState empty = request.words().isBlank() && !request.filtered()
                ? new EmptyState(
                        Icon.LIBRARY,
                        "Nothing here yet",
                        documentsOnly
                                ? "Documents shared with you will be listed here."
                                : "What is shared with you will be listed here.")
                : new EmptyState(
                        Icon.SEARCH,
                        documentsOnly ? "No documents found" : "Nothing found",
                        request.filtered()
                                ? "Nothing that you may see fits these words and filters together."
                                : "Nothing that you may see has these words.");
        List<Component> actions = new ArrayList<>();
        var correction = results.didYouMean();
        if (correction != null) {
            actions.add(new SecondaryButton(
                    "Search for “%s”".formatted(correction.text()),
                    () -> ask.accept(request.withWords(correction.text()))));
        }
        if (request.filtered()) {
            actions.add(new SecondaryButton("Clear filters", () -> ask.accept(request.withoutFilters())));
        }
        if (!request.words().isBlank()) {
            empty.hints(
                    "Check the spelling, or try fewer or other words.",
                    "Abbreviations such as ASB or MARAC find their long forms too.",
                    "You see what is shared with you, your agency and your groups.");
            actions.add(LinkButton.secondary(
                            contact.mailto("I could not find: " + words(request)), "Tell the team what you need")
                    .with(Icon.MAIL));
        }
        return empty.actions(actions.toArray(Component[]::new));
    }
}
