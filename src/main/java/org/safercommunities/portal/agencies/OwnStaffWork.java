package org.safercommunities.portal.agencies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.privacy.CopyRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody decided about others’ access, and what is kept of them as their agency’s contact, for their own copy. */
@Component
@Order(5)
class OwnStaffWork implements PersonalData {

    private final JdbcClient jdbc;

    OwnStaffWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "staffWork";
    }

    @Override
    public String inWords() {
        return "Requests and reviews that you answered, what you asked us about your data, whether it is held, and where you are your agency’s contact.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("accessRequestsAnswered", CopyRows.of(jdbc, """
                        SELECT id AS request, answered_at AS at FROM access_request WHERE answered_by = :person
                         ORDER BY answered_at, id
                        """, personId));
        held.put("reviewsFinished", CopyRows.of(jdbc, """
                        SELECT agency, quarter, finished_at AS at FROM membership_review WHERE finished_by = :person
                         ORDER BY finished_at, agency
                        """, personId));
        held.put("dataRequests", CopyRows.of(jdbc, """
                        SELECT id AS request, kind, words, asked_at AS asked, state, answer, answered_at AS answered FROM privacy_request
                         WHERE person_id = :person ORDER BY asked_at, id
                        """, personId));
        held.put("dataRequestsAnswered", CopyRows.of(jdbc, """
                        SELECT id AS request, kind, answered_at AS at FROM privacy_request WHERE answered_by = :person
                         ORDER BY answered_at, id
                        """, personId));
        held.put("held", CopyRows.of(jdbc, """
                        SELECT held_at AS since, until_on AS until, lifted_at AS lifted FROM person_hold
                         WHERE person_id = :person ORDER BY held_at
                        """, personId));
        held.put("holdsSet", CopyRows.of(jdbc, """
                        SELECT id AS hold, held_at AS at FROM person_hold WHERE held_by = :person ORDER BY held_at
                        """, personId));
        held.put("endingsAsked", CopyRows.of(jdbc, """
                        SELECT id AS ending, agency, reason, asked_at AS asked FROM agency_ending WHERE asked_by = :person ORDER BY asked_at
                        """, personId));
        held.put("moves", CopyRows.of(jdbc, """
                        SELECT from_agency AS agency, to_agency AS movesTo, note, asked_at AS asked FROM membership_move
                         WHERE person_id = :person OR asked_by = :person ORDER BY asked_at
                        """, personId));
        held.put("substitutes", CopyRows.of(jdbc, """
                        SELECT group_slug AS inGroup, person_id AS substitute FROM group_member
                         WHERE substitute_for = :person ORDER BY group_slug
                        """, personId));
        held.put("agencyContact", CopyRows.of(jdbc, """
                        SELECT c.agency, c.name, c.email, c.phone FROM agency_contact c
                         WHERE c.email = (SELECT p.email FROM person p WHERE p.id = :person)
                        """, personId));
        return held;
    }
}
