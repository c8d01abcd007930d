package org.safercommunities.portal.search;

/** A short form of the field and what it stands for; each finds the other. */
record Abbreviation(String abbreviation, String expansion) {}
