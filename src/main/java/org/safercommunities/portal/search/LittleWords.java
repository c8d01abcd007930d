package org.safercommunities.portal.search;

import java.util.Set;

/** Words that say nothing about what somebody looks for. A result need not have them, unless they are all that was typed. */
final class LittleWords {

    private static final Set<String> ALL = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "how", "in", "into", "is", "it", "its",
            "of", "on", "or", "our", "that", "the", "their", "this", "to", "was", "what", "with");

    private LittleWords() {}

    static boolean contains(String folded) {
        return ALL.contains(folded);
    }
}
