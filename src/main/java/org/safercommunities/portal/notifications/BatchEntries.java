package org.safercommunities.portal.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the recipients of a batch into the outbox, many in one statement. */
@Repository
class BatchEntries {

    private static final int ROWS_PER_STATEMENT = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BatchForms forms;

    BatchEntries(JdbcClient jdbc, Clock clock, BatchForms forms) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.forms = forms;
    }

    void add(UUID batch, List<BatchRow> rows) {
        String reference = jdbc.sql("SELECT reference FROM mail_batch WHERE id = ?")
                .param(batch.toString())
                .query(String.class)
                .single();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            insert(batch, reference, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
        }
    }

    private void insert(UUID batch, String reference, List<BatchRow> rows) {
        List<Map<String, String>> values = new ArrayList<>();
        for (BatchRow row : rows) {
            Map<String, String> used = new LinkedHashMap<>();
            for (String mark : forms.get(row.form()).marks()) {
                String value = row.values().get(mark);
                if (value == null) {
                    throw new IllegalArgumentException("No value for the mark " + mark + ": " + row.key());
                }
                used.put(mark, value);
            }
            String address = row.toAddress();
            values.add(Map.of(
                    "id", messageKey(reference, row.key()).toString(),
                    "key", row.key(),
                    "address", address,
                    "bounced", Suppressions.normal(address),
                    "domain", address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT),
                    "name", row.toName(),
                    "form", row.form().toString(),
                    "vals", BatchJson.text(used)));
        }
        int added = jdbc.sql("""
                INSERT INTO mail (id, to_address, to_name, kind, reference, headers, state, created_at, due_at, answer,
                                  batch_id, form_id, recipient_key, vals, domain)
                SELECT CAST(r.id AS UUID), r.address, r.name, b.kind, b.reference, '{}', IF(x.address IS NULL, 'PENDING', 'SUPPRESSED'),
                       :now, :now, x.reason, b.id, f.id, r.recipient, r.vals, r.domain
                  FROM JSON_TABLE(:rows, '$[*]' COLUMNS (id CHAR(36) PATH '$.id', recipient VARCHAR(64) PATH '$.key',
                           address VARCHAR(254) PATH '$.address', bounced VARCHAR(254) PATH '$.bounced',
                           domain VARCHAR(253) PATH '$.domain', name VARCHAR(160) PATH '$.name', form CHAR(36) PATH '$.form',
                           vals TEXT PATH '$.vals')) AS r
                  JOIN mail_batch b ON b.id = :batch
                  JOIN mail_form f ON f.id = CAST(r.form AS UUID) AND f.batch_id = b.id
                  LEFT JOIN mail_suppression x ON x.address = r.bounced
                """)
                .param("now", Sql.utc(clock.instant()))
                .param("rows", BatchJson.text(values))
                .param("batch", batch.toString())
                .update();
        if (added != rows.size()) {
            throw new IllegalArgumentException("A form of another batch");
        }
    }

    /** The id of a recipient's mail, which is also in its Message-ID: it follows from the two, so that a double can be told. */
    static UUID messageKey(String reference, String key) {
        return UUID.nameUUIDFromBytes((reference + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
