package org.safercommunities.portal.library.contributions;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From whom documents of the library came. For documents that whoever asks may see: that is not asked here. */
@Service
public class Contributors {

    private final JdbcClient jdbc;

    Contributors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever offered a document first, if they wish to be named. */
    @Transactional(readOnly = true)
    public Optional<UUID> named(UUID document) {
        return jdbc.sql("SELECT author FROM document_offer WHERE document_id = ? AND version_of IS NULL"
                        + " AND state = 'PUBLISHED' AND named")
                .param(document.toString())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    /** Whether a document, or a version of it, came from this person. */
    @Transactional(readOnly = true)
    public boolean isOne(UUID document, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM document_offer WHERE document_id = ? AND author = ?"
                                + " AND state = 'PUBLISHED'")
                        .param(document.toString())
                        .param(reader.personId().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
