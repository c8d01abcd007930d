package org.safercommunities.portal.library.contributions;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.springframework.security.access.AccessDeniedException;

/**
 * The rule of who sees an offered document, as a condition that every query of it carries: its author always; once it is sent, also
 * the coordinators of the agency that it is from, and editors. A newer version of a document nobody but its author and those who
 * may see that document. What is OFFICIAL-SENSITIVE only in agencies that signed the Information Sharing Agreement, but for its author.
 */
final class WhoSeesContribution {

    /** To stand behind WHERE or AND, over {@code document_offer o}, with {@link #parameters}. */
    static final String CONDITION =
            """
            (o.author = :me
                OR o.state <> 'DRAFT' AND (:editor OR o.agency IN (:coordinated)) AND %s
                   AND (o.version_of IS NULL
                        OR EXISTS (SELECT 1 FROM document d WHERE d.id = o.version_of AND %s)))
            """.formatted(WhoMaySeeDocument.sensitiveOnlyWithSignature("o"), WhoMaySeeDocument.CONDITION);

    /**
     * The same, and its file can be had: once it is published, the document has a door of its own, which knows of its audience, its
     * embargo and its withdrawal.
     */
    static final String CONDITION_OF_FILE = "(o.state <> 'PUBLISHED' AND o.sha256 IS NOT NULL AND " + CONDITION + ")";

    /** The same, and they are given what is in it. */
    static final String CONTENTS =
            "(" + WhoMaySeeDocument.sensitiveOnlyWithProof("o") + " AND " + CONDITION_OF_FILE + ")";

    private WhoSeesContribution() {}

    static Map<String, Object> parameters(Reader reader) {
        Map<String, Object> parameters = new HashMap<>(reader.parameters());
        parameters.put("coordinated", coordinated(reader));
        return parameters;
    }

    /** The agencies whose offers they see. An agency without a name is none, and an empty list would be no SQL. */
    private static Set<String> coordinated(Reader reader) {
        return reader.is(Role.COORDINATOR) && !reader.agencyIds().isEmpty() ? reader.agencyIds() : Set.of("");
    }

    /** Whether they may act for its agency: take it back. */
    static boolean isForAgency(String agency, Reader reader) {
        return reader.is(Role.COORDINATOR) && reader.agencyIds().contains(agency);
    }

    static void unlessTeam(Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException(
                    "Only the Kent Community Safety Team’s editors decide on offered documents");
        }
    }
}
