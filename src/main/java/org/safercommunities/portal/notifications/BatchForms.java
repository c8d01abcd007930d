package org.safercommunities.portal.notifications;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The forms of batches, the last ones used ready at hand; a form never changes. */
@Component
class BatchForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int AT_HAND = 64;

    private final JdbcClient jdbc;
    private final MailProperties settings;
    private final Map<UUID, CompiledForm> atHand = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, CompiledForm> eldest) {
            return size() > AT_HAND;
        }
    });

    BatchForms(JdbcClient jdbc, MailProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    CompiledForm get(UUID id) {
        CompiledForm known = atHand.get(id);
        if (known != null) {
            return known;
        }
        BatchForm form = jdbc.sql("SELECT subject, html, text, headers FROM mail_form WHERE id = ?")
                .param(id.toString())
                .query((row, number) -> new BatchForm(
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("text"),
                        JSON.readValue(row.getString("headers"), HEADERS)))
                .single();
        CompiledForm compiled = new CompiledForm(id, form, settings);
        atHand.put(id, compiled);
        return compiled;
    }
}
