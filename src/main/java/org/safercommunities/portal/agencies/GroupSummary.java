package org.safercommunities.portal.agencies;

/** A group as others see it. What an ended group could see stays as it was, but nobody new joins. */
public record GroupSummary(String slug, String name, String description, int members, boolean active) {}
