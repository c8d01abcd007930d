package org.safercommunities.portal.search;

/**
 * Another way to write the words that were typed.
 *
 * @param text to search for instead
 * @param count how many results it has that this reader may see; at least one
 */
public record Correction(String text, long count) {}
