package org.safercommunities.portal.bulletins;

import org.safercommunities.portal.notifications.Mail;

/**
 * The rule of which subscribers may be written to at all, as SQL over {@code subscriber s}: whoever has not ended it; with an
 * account whose membership and agency last, or outside with an address that is still allowed, of no agency that has ended, and
 * nobody’s who has left or chooses in an account.
 */
final class Reachable {

    /** The person p and membership m of an account, and the agency a that anybody belongs to now, whatever became of theirs. */
    static final String JOINS = """
              LEFT JOIN person p ON p.id = s.person_id
              LEFT JOIN membership m ON m.person_id = s.person_id AND m.ended_at IS NULL
              LEFT JOIN agency joined ON joined.slug = COALESCE(m.agency, s.agency)
              LEFT JOIN agency a ON a.slug = COALESCE(joined.merged_into, joined.slug)
            """;

    /** To stand behind WHERE or AND, with {@link #addressPattern} as {@code :address}. */
    static final String CONDITION = """
            (s.ended_at IS NULL AND COALESCE(p.email, s.email) REGEXP :address
               AND (s.person_id IS NOT NULL AND m.agency IS NOT NULL AND a.ended_at IS NULL
                 OR s.person_id IS NULL AND (a.slug IS NULL OR a.ended_at IS NULL) AND ALLOWED
                   AND NOT EXISTS (SELECT 1 FROM person same JOIN subscriber own ON own.person_id = same.id
                     WHERE same.email = s.email)
                   AND (NOT EXISTS (SELECT 1 FROM person same WHERE same.email = s.email)
                     OR EXISTS (SELECT 1 FROM person same JOIN membership stay ON stay.person_id = same.id
                         JOIN agency theirs ON theirs.slug = stay.agency
                       WHERE same.email = s.email AND stay.ended_at IS NULL AND theirs.ended_at IS NULL))))
            """.replace("ALLOWED", SubscriberDomains.allowed("s.email"));

    private Reachable() {}

    static String addressPattern() {
        return Mail.addressPattern();
    }
}
