package org.safercommunities.portal.bulletins;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.privacy.CopyRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody did for bulletins, for their own copy. */
@Component
@Order(605)
class OwnBulletinWork implements PersonalData {

    private final JdbcClient jdbc;

    OwnBulletinWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "bulletinWork";
    }

    @Override
    public String inWords() {
        return "The bulletins and pictures that you wrote, changed, sent on or approved, and what you decided about who may get them.";
    }

    @Override
    public Object of(UUID personId) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("bulletins", CopyRows.of(jdbc, """
                        SELECT id AS bulletin, title, created_by AS createdBy, last_editor AS lastEditor, submitted_by AS submittedBy,
                               approved_by AS approvedBy, changed_at AS changed
                          FROM bulletin WHERE :person IN (created_by, last_editor, submitted_by, approved_by) ORDER BY created_at, id
                        """, personId));
        held.put("editions", CopyRows.of(jdbc, """
                        SELECT bulletin_id AS bulletin, edition, at FROM bulletin_edition WHERE editor = :person
                         ORDER BY at, bulletin_id
                        """, personId));
        held.put("pictures", CopyRows.of(jdbc, """
                        SELECT id AS picture, file_name AS fileName, added_at AS added FROM bulletin_picture
                         WHERE added_by = :person ORDER BY added_at, id
                        """, personId));
        held.put("callsForItems", CopyRows.of(jdbc, """
                        SELECT bulletin_id AS bulletin, set_at AS at FROM bulletin_call WHERE set_by = :person ORDER BY set_at
                        """, personId));
        held.put("domainsLetIn", CopyRows.of(jdbc, """
                        SELECT domain, allowed_at AS at FROM subscriber_domain WHERE allowed_by = :person ORDER BY allowed_at
                        """, personId));
        held.put("openNow", CopyRows.of(jdbc, """
                        SELECT bulletin_id AS bulletin, page, seen_at AS seen FROM bulletin_open WHERE person_id = :person
                         ORDER BY seen_at
                        """, personId));
        held.put("decided", CopyRows.of(jdbc, """
                        SELECT id AS item, state, decided_at AS decided FROM bulletin_offer WHERE decided_by = :person
                         ORDER BY decided_at, id
                        """, personId));
        held.put("meantForYou", CopyRows.of(jdbc, """
                        SELECT bulletin_id AS bulletin, token AS meant FROM bulletin_lock WHERE token = :key ORDER BY bulletin_id
                        """, personId));
        return held;
    }
}
