package org.safercommunities.portal.audit;

/**
 * Knows which agency somebody belongs to, for the line of what they do. The module of agencies contributes it; without one, lines
 * have no agency.
 */
@FunctionalInterface
public interface AgencyOfActor {

    /** A query for the slug of the agency of the person whose id is its one parameter, part of the statement that writes the line. */
    String sql();
}
