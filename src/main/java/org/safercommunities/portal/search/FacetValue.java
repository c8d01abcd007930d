package org.safercommunities.portal.search;

/**
 * One value of a facet with how many results it would leave.
 *
 * @param value slug, or the year as a number
 * @param count results that the reader may see, with every choice of the other facets applied
 * @param chosen whether the query filters by it
 */
public record FacetValue(String value, long count, boolean chosen) {}
