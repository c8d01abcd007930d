package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.audit.SearchCounts;
import org.safercommunities.portal.library.following.FollowedThing;
import org.safercommunities.portal.library.following.Following;
import org.safercommunities.portal.library.following.SavedSearch;
import org.safercommunities.portal.library.following.SavedSearches;
import org.safercommunities.portal.library.use.SearchesInVain;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Between the search box and what was found: to save the search, to follow its topic, and the searches saved before. */
final class FindShelf extends Div {

    /** That no words begin with. */
    private static final String NOTHING = "\n";

    private final Services services;
    private final boolean documentsOnly;
    private final Div saved = new Div();
    private final Div topic = new Div();
    // The same button whatever is typed: whoever presses it right after the last letter must not press one that is gone
    private final QuietButton save = new QuietButton("Save this search", Icon.BOOKMARK, this::save);
    private final Buttons actions = new Buttons();
    private @Nullable FindRequest shown;
    private LibraryWords.@Nullable Names names;
    private @Nullable String inVain;
    private String counted = NOTHING;

    private FindShelf(Services services, boolean documentsOnly) {
        this.services = services;
        this.documentsOnly = documentsOnly;
        addClassName("sc-shelf");
        actions.add(topic, save);
        add(saved, actions);
    }

    /** @param total how many things were found */
    void show(FindRequest request, long total, LibraryWords.Names names) {
        noteWhatWasInVain(request.words(), total);
        boolean same = shown != null && address(shown).equals(address(request));
        shown = request;
        this.names = names;
        if (!same) {
            refresh(request, names);
        }
    }

    private void refresh(FindRequest request, LibraryWords.Names names) {
        List<SavedSearch> all = services.searches().all(services.reader().get());
        saved.removeAll();
        saved.setVisible(!all.isEmpty());
        if (!all.isEmpty()) {
            saved.add(saved(all));
        }
        topic.removeAll();
        String only = onlyTopic(request);
        topic.setVisible(only != null);
        if (only != null) {
            topic.add(new FollowButton(
                    FollowedThing.topic(only),
                    "“%s”".formatted(names.topic(only)),
                    "You are told when a document of this topic is published.",
                    services.following(),
                    services.reader()));
        }
        boolean isSaved = all.stream().anyMatch(each -> each.path().equals(path(request)));
        save.setVisible(!isSaved && (!request.words().isBlank() || request.filtered()));
        actions.setVisible(topic.isVisible() || save.isVisible());
        setVisible(actions.isVisible() || saved.isVisible());
    }

    private static Component saved(List<SavedSearch> all) {
        Span label = new Span("Your searches");
        label.setId("saved-searches");
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list").setAttribute("aria-labelledby", "saved-searches");
        all.forEach(search -> {
            Anchor link = new Anchor(search.path(), search.name());
            link.addClassName("sc-chip");
            list.add(new ListItem(link));
        });
        Div line = new Div(label, list);
        line.addClassName("sc-shelf-saved");
        return line;
    }

    private void save() {
        FindRequest request = Objects.requireNonNull(shown);
        LibraryWords.Names words = Objects.requireNonNull(names);
        new NameDialog(
                        "Save this search",
                        "It stands above the results, and you are told when a new document fits it.",
                        suggestion(request, words),
                        name -> {
                            services.searches()
                                    .save(
                                            name,
                                            address(request),
                                            documentsOnly,
                                            services.reader().get());
                            refresh(request, words);
                            Notices.on(UI.getCurrent()).good("Saved. You are told when a new document fits it.");
                        })
                .open();
    }

    private static String suggestion(FindRequest request, LibraryWords.Names names) {
        return Stream.concat(
                        Stream.of(request.words()),
                        request.chosen().entrySet().stream()
                                .flatMap(facet ->
                                        facet.getValue().stream().map(value -> names.of(facet.getKey(), value))))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String path(FindRequest request) {
        try {
            return (documentsOnly ? "library?" : "search?") + SavedSearches.normal(address(request), documentsOnly);
        } catch (org.safercommunities.portal.library.following.InvalidFollowing nothing) {
            return "";
        }
    }

    /** The words and filters alone. */
    private static String address(FindRequest request) {
        return new FindRequest(
                        request.words(),
                        request.chosen(),
                        org.safercommunities.portal.search.Sorting.BEST_MATCH,
                        request.exactly(),
                        1)
                .address()
                .getQueryString();
    }

    /** The topic, when it is all that was chosen. */
    private static @Nullable String onlyTopic(FindRequest request) {
        Map<Facet, Set<String>> chosen = request.chosen();
        Set<String> topics = chosen.getOrDefault(Facet.TOPIC, Set.of());
        boolean alone = request.words().isBlank()
                && topics.size() == 1
                && chosen.entrySet().stream()
                        .allMatch(facet -> facet.getKey() == Facet.TOPIC
                                || facet.getValue().isEmpty());
        return alone ? topics.iterator().next() : null;
    }

    /** What somebody is still typing is no search yet: only when they go on to other words, or away. */
    private void noteWhatWasInVain(String words, long total) {
        // As somebody types, the words grow: all of that is one search
        if (!words.isBlank() && !words.startsWith(counted)) {
            services.reader().personId().ifPresent(services.counts()::searched);
        }
        counted = words.isBlank() ? NOTHING : words;
        if (inVain != null && !words.startsWith(inVain) && !inVain.startsWith(words)) {
            services.inVain().note(inVain);
        }
        inVain = total == 0 && !words.isBlank() ? words : null;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (inVain != null) {
            services.inVain().note(inVain);
            inVain = null;
        }
    }

    /** What shelves need. */
    @org.springframework.stereotype.Component
    record Services(
            Following following,
            SavedSearches searches,
            SearchesInVain inVain,
            SearchCounts counts,
            CurrentReader reader) {

        FindShelf shelf(boolean documentsOnly) {
            return new FindShelf(this, documentsOnly);
        }
    }
}
