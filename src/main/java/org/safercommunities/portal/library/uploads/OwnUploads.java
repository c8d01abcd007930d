package org.safercommunities.portal.library.uploads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploads that somebody has begun lately, for their own copy. */
@Component
@Order(520)
class OwnUploads implements PersonalData {

    private final JdbcClient jdbc;

    OwnUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "uploads";
    }

    @Override
    public String inWords() {
        return "The files that you have begun to upload lately, kept so that you can go on with them.";
    }

    @Override
    public Object of(UUID personId) {
        return jdbc.sql("""
                SELECT id, file_name, length, received, state, created_at, expires_at FROM document_upload
                 WHERE owner = ? ORDER BY created_at, id
                """)
                .param(personId.toString())
                .query((row, number) -> {
                    Map<String, Object> upload = new LinkedHashMap<>();
                    upload.put("id", row.getString("id"));
                    upload.put("fileName", row.getString("file_name"));
                    upload.put("length", row.getLong("length"));
                    upload.put("received", row.getLong("received"));
                    upload.put("used", row.getString("state").equals("USED"));
                    upload.put("begun", Sql.moment(row, "created_at"));
                    upload.put("expires", Sql.moment(row, "expires_at"));
                    return upload;
                })
                .list();
    }
}
