package org.safercommunities.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.SignedInPerson;
import org.safercommunities.portal.shared.ui.Icon;

/**
 * The navigation, from the {@code @Menu} of each view this person may open. The order puts an entry into its group: below
 * 100 what is for everybody, then the safety team's, the agency's, and administration, each in its hundred.
 */
class Navigation extends Nav {

    private final WaitingCounts counts;

    Navigation(WaitingCounts counts) {
        this.counts = counts;
        addClassName("sc-nav");
        setAriaLabel("Main");
    }

    void show(SignedInPerson person, String path) {
        removeAll();
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        String current = current(entries, path);
        Map<Integer, List<MenuEntry>> groups =
                entries.stream().collect(Collectors.groupingBy(Navigation::group, TreeMap::new, Collectors.toList()));
        groups.forEach((group, members) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("sc-nav-group");
            list.getElement().setAttribute("role", "list");
            String label = label(group, person);
            if (!label.isEmpty()) {
                Paragraph heading = new Paragraph(label);
                heading.addClassName("sc-nav-heading");
                heading.setId("nav-group-" + group);
                list.getElement().setAttribute("aria-labelledby", "nav-group-" + group);
                add(heading);
            }
            members.stream()
                    .sorted(Comparator.comparing(Navigation::order))
                    .forEach(entry -> list.add(new ListItem(link(entry, current, path))));
            add(list);
        });
    }

    private Anchor link(MenuEntry entry, String current, String path) {
        String target = withoutSlash(entry.path());
        Anchor link = new Anchor(target.isEmpty() ? "." : target);
        if (entry.icon() != null) {
            link.add(Icon.named(entry.icon()).create());
        }
        link.add(new Span(entry.title()));
        WaitingCounts.Waiting waiting = counts.at(target);
        if (waiting != null) {
            Span number = new Span(String.valueOf(waiting.count()));
            number.addClassName("sc-count");
            number.getElement().setAttribute("aria-hidden", "true");
            Span words = new Span("(" + waiting.words() + ")");
            words.addClassName("sc-unseen");
            link.add(number, words);
        }
        if (target.equals(current)) {
            link.getElement().setAttribute("aria-current", target.equals(path) ? "page" : "true");
        }
        return link;
    }

    /** The entry that is open, or the one above it: the longest whose path begins the page's. */
    private static String current(List<MenuEntry> entries, String path) {
        return entries.stream()
                .map(entry -> withoutSlash(entry.path()))
                .filter(target -> target.equals(path) || (!target.isEmpty() && path.startsWith(target + "/")))
                .max(Comparator.comparingInt(String::length))
                .orElse("no entry");
    }

    private static String label(int group, SignedInPerson person) {
        return switch (group) {
            case 0 -> "";
            case 1 -> "Safety team";
            case 2 -> person.agencyName();
            default -> "Administration";
        };
    }

    private static int group(MenuEntry entry) {
        return Math.clamp((long) (order(entry) / 100), 0, 3);
    }

    private static double order(MenuEntry entry) {
        return entry.order() == null ? 0 : entry.order();
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
