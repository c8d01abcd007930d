package org.safercommunities.portal.search;

/** The order of results. */
public enum Sorting {
    /** How well the words fit; newest first when there are no words. */
    BEST_MATCH,
    NEWEST,
    OLDEST,
    TITLE
}
