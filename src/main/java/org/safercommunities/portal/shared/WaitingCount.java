package org.safercommunities.portal.shared;

/** A number beside an entry of the navigation: what waits there for the current person. Modules contribute these as beans. */
public interface WaitingCount {

    /** The path of the navigation entry, for example {@code admin/requests}. */
    String path();

    /** How many wait now for the current person; 0 shows nothing. Called whenever a page is opened, so it must be quick. */
    int count();

    /** The number in words for those who hear the page, for example “3 requests to answer”. */
    String inWords(int count);
}
