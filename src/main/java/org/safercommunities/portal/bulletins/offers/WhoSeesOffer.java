package org.safercommunities.portal.bulletins.offers;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The rule of who sees an offered item, as a condition that every query of it carries: the people of its agency all of theirs, the
 * team’s editors everything but drafts, nobody else anything.
 */
@Component
class WhoSeesOffer {

    /** To stand behind WHERE or AND, over {@code bulletin_offer o}, with {@link #parameters}. */
    static final String CONDITION = "(o.agency IN (:agencies) OR (:editor AND o.state <> 'DRAFT'))";

    private final JdbcClient jdbc;

    WhoSeesOffer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Map<String, Object> parameters(Reader reader) {
        Map<String, Object> parameters = new HashMap<>();
        // An agency without a name is none, and an empty list would be no SQL
        parameters.put("agencies", reader.agencyIds().isEmpty() ? Set.of("") : reader.agencyIds());
        parameters.put("editor", reader.is(Role.EDITOR));
        return parameters;
    }

    /** Whether it is an item of this person’s agency, or of one that became part of it. */
    static boolean isOwn(String agency, Reader reader) {
        return reader.agencyIds().contains(agency);
    }

    /** The team, that decides on items: whoever runs bulletins. */
    static void unlessTeam(Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only the Kent Community Safety Team’s editors decide on items");
        }
    }

    /** A picture that is in no item yet: whoever put it in. Else whoever sees the item. */
    boolean admitsToPicture(Reader reader, UUID picture) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM bulletin_picture p WHERE p.id = :picture
                           AND (EXISTS (SELECT 1 FROM bulletin_offer o WHERE o.picture = p.id AND %s)
                                OR p.added_by = :me AND NOT EXISTS (SELECT 1 FROM bulletin_offer o WHERE o.picture = p.id))
                        """.formatted(CONDITION))
                        .params(parameters(reader))
                        .param("picture", picture.toString())
                        .param("me", reader.personId().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
