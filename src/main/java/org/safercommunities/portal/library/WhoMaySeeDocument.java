package org.safercommunities.portal.library;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule of who may see a document, as a condition that every query of the library carries. A published one: whoever
 * its audience admits. A draft: the editor who put it in, and the editors whom its audience admits. A removed one: nobody.
 */
@Component
class WhoMaySeeDocument {

    /** To stand behind WHERE or AND, over {@code document d}, with the parameters of {@link Reader#parameters}. */
    static final String CONDITION = """
            (d.state = 'PUBLISHED' AND EXISTS (SELECT 1 FROM document_audience locks
                  WHERE locks.document_id = d.id AND locks.token IN (:keys))
             OR d.state = 'DRAFT' AND :editor AND (d.owner = :me OR EXISTS (SELECT 1 FROM document_audience locks
                  WHERE locks.document_id = d.id AND locks.token IN (:keys))))
            """;

    private final JdbcClient jdbc;

    WhoMaySeeDocument(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean admits(Reader reader, UUID document) {
        return jdbc.sql("SELECT COUNT(*) FROM document d WHERE d.id = :id AND " + CONDITION)
                        .params(reader.parameters())
                        .param("id", document.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
