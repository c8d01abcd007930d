package org.safercommunities.portal.agencies;

/**
 * A group as others see it. What an ended group could see stays as it was, but nobody new joins.
 *
 * @param members how many are in it now, chair and substitutes included
 */
public record GroupSummary(String slug, GroupKind kind, String name, String description, int members, boolean active) {}
