package org.safercommunities.portal.library.following;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.SearchQuery;

/** The words and filters of a search, out of its address and back: {@code q=lighting&topic=road-safety}. Its order does not matter. */
record SavedQuery(String words, Map<Facet, Set<String>> chosen, boolean exactly) {

    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 200;
    private static final String EXACTLY = "exactly";

    /** @param documentsOnly leaves out filters by sort of thing */
    static SavedQuery of(String address, boolean documentsOnly) {
        if (address.length() > LONGEST) {
            throw new InvalidFollowing("query", "A search is at most %,d characters long".formatted(LONGEST));
        }
        String words = "";
        boolean exactly = false;
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (String part : address.split("&", -1)) {
            int at = part.indexOf('=');
            String name = at < 0 ? part : part.substring(0, at);
            String value = decoded(at < 0 ? "" : part.substring(at + 1)).strip();
            if (name.equals("q")) {
                words = value.length() > MOST_WORDS ? value.substring(0, MOST_WORDS) : value;
            } else if (name.equals(EXACTLY)) {
                exactly = true;
            } else if (!value.isEmpty()) {
                for (Facet facet : Facet.values()) {
                    if (name.equals(name(facet)) && !(documentsOnly && facet == Facet.SOURCE)) {
                        chosen.computeIfAbsent(facet, any -> new TreeSet<>()).add(value);
                    }
                }
            }
        }
        if (words.isEmpty() && chosen.isEmpty()) {
            throw new InvalidFollowing("query", "Search for something or choose a filter, then save it");
        }
        return new SavedQuery(words, chosen, exactly);
    }

    /** The same search has the same address. */
    String address() {
        List<String> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            parts.add("q=" + encoded(words));
        }
        chosen.forEach((facet, values) -> values.forEach(value -> parts.add(name(facet) + "=" + encoded(value))));
        if (exactly) {
            parts.add(EXACTLY + "=yes");
        }
        return String.join("&", parts);
    }

    SearchQuery query() {
        SearchQuery query = SearchQuery.of(words);
        for (var choice : chosen.entrySet()) {
            query = query.with(choice.getKey(), choice.getValue());
        }
        return exactly ? query.exactly() : query;
    }

    private static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
