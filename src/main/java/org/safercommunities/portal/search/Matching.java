package org.safercommunities.portal.search;

/** How the results relate to the words that were typed. */
public enum Matching {
    /** Each has all the words, in any of their forms. */
    ALL_WORDS,
    /** Hardly anything has all the words: each has all of them or words that are one letter away. */
    SIMILAR_WORDS,
    /** Nothing has all the words: each has at least half of them. */
    SOME_WORDS
}
