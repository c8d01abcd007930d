package org.safercommunities.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.safercommunities.portal.shared.SearchSuggestions.Suggestion;
import org.safercommunities.portal.shared.ui.Icon;

/**
 * The search box in the band: suggestions as somebody types, Enter for all results. A combobox with a list as the ARIA
 * practices describe it; the arrow keys are in {@code frontend/scripts/shell.js}.
 */
class SearchBox extends Div {

    static final String ID = "find";
    private static final int PAUSE_MILLIS = 200;
    private static final int LONGEST = 200;

    private final ShellSearch search;
    private final Input box = new Input();
    private final Div list = new Div();
    private final Span spoken = new Span();

    SearchBox(ShellSearch search) {
        this.search = search;
        addClassName("sc-find");
        getElement().setAttribute("role", "search");
        box.setId(ID);
        box.setType("search");
        box.setPlaceholder("Search the portal");
        box.setAriaLabel("Search the portal");
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(PAUSE_MILLIS);
        box.getElement()
                .setAttribute("maxlength", String.valueOf(LONGEST))
                .setAttribute("role", "combobox")
                .setAttribute("autocomplete", "off")
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-expanded", "false")
                .setAttribute("aria-controls", "find-list");
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                suggest(event.getValue().strip());
            }
        });
        box.getElement()
                .addEventListener(
                        "keydown",
                        event -> go(event.getEventData().get("element.value").asString()))
                .setFilter("event.key === 'Enter'")
                .addEventData("element.value");
        list.setId("find-list");
        list.addClassName("sc-find-list");
        list.getElement()
                .setAttribute("role", "listbox")
                .setAttribute("aria-label", "Suggestions")
                .setAttribute("hidden", true);
        spoken.addClassName("sc-unseen");
        spoken.getElement().setAttribute("role", "status");
        add(Icon.SEARCH.create(), box, list, spoken);
    }

    /** Another page is open: what was typed has done its work. */
    void arrived() {
        list.removeAll();
        spoken.setText("");
        removeClassName("sc-open");
        box.getElement().executeJs("window.portalShell && window.portalShell.close(this)");
    }

    boolean toggleOnPhone() {
        boolean open = !hasClassName("sc-open");
        setClassName("sc-open", open);
        if (open) {
            box.focus();
        }
        return open;
    }

    private void suggest(String typed) {
        list.removeAll();
        List<Suggestion> suggestions = search.suggest(typed);
        suggestions.forEach(this::offer);
        if (!typed.isEmpty()) {
            Div all = option(Icon.SEARCH, "All results for ‘" + typed + "’", "");
            all.addClickListener(event -> go(typed));
            list.add(all);
        }
        spoken.setText(
                suggestions.isEmpty()
                        ? ""
                        : suggestions.size() == 1 ? "1 suggestion" : suggestions.size() + " suggestions");
        box.getElement().executeJs("window.portalShell.suggest(this)");
    }

    private void offer(Suggestion suggestion) {
        Div option = option(Icon.named(suggestion.icon()), suggestion.title(), suggestion.facts());
        option.addClickListener(event -> {
            Location location = new Location(suggestion.path());
            box.clear();
            UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        });
        list.add(option);
    }

    private Div option(Icon icon, String title, String facts) {
        Span words = new Span(title);
        words.addClassName("sc-find-title");
        Div option = new Div(icon.create(), words);
        if (!facts.isBlank()) {
            Span line = new Span(facts);
            line.addClassName("sc-find-facts");
            option.add(line);
        }
        option.setId("find-" + list.getComponentCount());
        option.addClassName("sc-find-option");
        option.getElement().setAttribute("role", "option").setAttribute("aria-selected", "false");
        return option;
    }

    private void go(String typed) {
        if (!typed.isBlank()) {
            box.clear();
            UI.getCurrent().navigate("search", QueryParameters.of("q", typed.strip()));
        }
    }
}
