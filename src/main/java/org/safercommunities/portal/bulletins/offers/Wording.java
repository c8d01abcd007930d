package org.safercommunities.portal.bulletins.offers;

/**
 * An item as readers would read it.
 *
 * @param words in Markdown, with the line of the link
 * @param alt what the picture shows; empty without one
 * @param pictured whether it has a picture
 */
public record Wording(String title, String words, String alt, boolean pictured) {}
