package org.safercommunities.portal.library;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an administrator could open a document in an emergency that is not for them; the rule stands in {@link WhoMaySeeDocument}. */
@Component
public class OpensToAdministrators {

    /** How a document stands to somebody. */
    public enum Standing {
        /** They see it anyhow. */
        THEIRS,
        /** It is published and could be opened to them. */
        OPENS,
        /** There is none, or none that could be. */
        CLOSED
    }

    private final JdbcClient jdbc;

    OpensToAdministrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Standing standing(UUID document, Reader reader) {
        return jdbc.sql("SELECT " + WhoMaySeeDocument.OPENS + " AS theirs, " + WhoMaySeeDocument.COULD_OPEN
                        + " AS opens FROM document d WHERE d.id = :id")
                .params(reader.parameters())
                .param("id", document.toString())
                .query((row, number) -> row.getBoolean("theirs")
                        ? Standing.THEIRS
                        : row.getBoolean("opens") ? Standing.OPENS : Standing.CLOSED)
                .optional()
                .orElse(Standing.CLOSED);
    }
}
