package org.safercommunities.portal.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for a document whose owner has left: the first, by name, of the coordinators of the agency that it is from, or else of
 * the editors, who sees it already. To own a published document shows nobody anything; to own a draft does, so a draft goes only to
 * whom its audience admits.
 */
@Component
class WhoAnswersNext {

    private static final String COULD = """
            SELECT p.id FROM person p
              JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
              JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
              JOIN person_role r ON r.person_id = p.id
             WHERE p.id <> :owner AND (r.role = 'EDITOR' OR r.role = 'COORDINATOR' AND m.agency = :agency)
             GROUP BY p.id, p.name
             ORDER BY MIN(IF(m.agency <> :agency, 2, IF(r.role = 'COORDINATOR', 0, 1))), p.name, p.id
            """;

    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final Readers readers;
    private final WhoMaySeeDocument whoMaySee;

    WhoAnswersNext(JdbcClient jdbc, Agencies agencies, Readers readers, WhoMaySeeDocument whoMaySee) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.readers = readers;
        this.whoMaySee = whoMaySee;
    }

    /** @param sees whether they can open it, and so look whether it still holds */
    record Next(UUID person, boolean sees) {}

    /** Empty when nobody could without seeing more by it. */
    Optional<Next> of(Document document) {
        List<UUID> could = jdbc.sql(COULD)
                .param("agency", now(document.agency()))
                .param("owner", document.owner().toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        // One after the other: most often the first sees it
        return could.stream()
                .filter(id -> readers.of(id)
                        .filter(reader -> whoMaySee.admits(reader, document.id()))
                        .isPresent())
                .findFirst()
                .map(id -> new Next(id, true))
                .or(() -> could.stream()
                        .findFirst()
                        .filter(first -> document.state() != DocumentState.DRAFT)
                        .map(first -> new Next(first, false)));
    }

    /** What an agency has become part of. */
    private String now(String slug) {
        String agency = slug;
        Optional<AgencySummary> found = agencies.find(agency);
        while (found.isPresent() && found.get().mergedInto() != null) {
            agency = found.get().mergedInto();
            found = agencies.find(agency);
        }
        return agency;
    }
}
