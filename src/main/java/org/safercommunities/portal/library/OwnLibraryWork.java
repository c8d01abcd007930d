package org.safercommunities.portal.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.privacy.CopyRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody did in the library, and what was meant for them by name, for their own copy. */
@Component
@Order(315)
class OwnLibraryWork implements PersonalData {

    private final JdbcClient jdbc;

    OwnLibraryWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "libraryWork";
    }

    @Override
    public String inWords() {
        return "The documents and packs that you own, what you added and changed, what you decided, and what was meant for you by name.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("documents", CopyRows.of(jdbc, """
                        SELECT id AS document, title, state, created_at AS created FROM document WHERE owner = :person
                         ORDER BY created_at, id
                        """, personId));
        held.put("versions", CopyRows.of(jdbc, """
                        SELECT document_id AS document, number AS version, file_name AS fileName, note, added_at AS added FROM document_version
                         WHERE added_by = :person ORDER BY added_at, id
                        """, personId));
        held.put("changes", CopyRows.of(jdbc, """
                        SELECT document_id AS document, what, before_text AS textBefore, after_text AS text, at FROM document_change
                         WHERE actor = :person ORDER BY id
                        """, personId));
        held.put("captions", CopyRows.of(jdbc, """
                        SELECT version_id AS version, language, added_at AS added FROM document_captions
                         WHERE added_by = :person ORDER BY added_at, version_id
                        """, personId));
        held.put("captionsPromised", CopyRows.of(jdbc, """
                        SELECT document_id AS document, reason, due_on AS due FROM document_captions_promise
                         WHERE promised_by = :person ORDER BY promised_at
                        """, personId));
        held.put("deletionsApproved", CopyRows.of(jdbc, """
                        SELECT document_id AS document, approved_at AS at FROM document_disposal
                         WHERE approved_by = :person ORDER BY approved_at
                        """, personId));
        held.put("news", CopyRows.of(jdbc, """
                        SELECT document_id AS document, occasion, at FROM document_news WHERE actor = :person ORDER BY id
                        """, personId));
        held.put("offersDecided", CopyRows.of(jdbc, """
                        SELECT id AS offer, title, decided_at AS decided FROM document_offer WHERE decided_by = :person
                         ORDER BY decided_at, id
                        """, personId));
        held.put("packs", CopyRows.of(jdbc, """
                        SELECT id AS pack, title, state, created_at AS created FROM pack WHERE owner = :person
                         ORDER BY created_at, id
                        """, personId));
        held.put("emergencies", CopyRows.of(jdbc, """
                        SELECT id AS emergency, document_id AS document, reason, opened_at AS opened, until_at AS until, ended_at AS ended,
                               was_right AS wasRight, review FROM emergency_access
                         WHERE person_id = :person OR reviewed_by = :person OR ended_by = :person ORDER BY opened_at, id
                        """, personId));
        held.put("documentsMeantForYou", CopyRows.of(jdbc, """
                        SELECT document_id AS document, token AS meant FROM document_audience
                         WHERE token = :key ORDER BY document_id
                        """, personId));
        held.put("packsMeantForYou", CopyRows.of(jdbc, """
                        SELECT pack_id AS pack, token AS meant FROM pack_audience WHERE token = :key ORDER BY pack_id
                        """, personId));
        return held;
    }
}
