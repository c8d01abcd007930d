package org.safercommunities.portal;

import com.vaadin.flow.component.page.ColorScheme;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a person wants the portal light, dark, or as their device has it; the last is kept as nothing at all. */
@Service
@Order(900)
class ColourChoices implements PersonalData {

    private final JdbcClient jdbc;

    ColourChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public ColorScheme.Value of(UUID person, ColorScheme.Value otherwise) {
        return scheme(person).map(ColorScheme.Value::valueOf).orElse(otherwise);
    }

    @Transactional
    public void choose(UUID person, ColorScheme.Value scheme) {
        jdbc.sql("DELETE FROM colour_choice WHERE person_id = ?")
                .param(person.toString())
                .update();
        if (scheme == ColorScheme.Value.LIGHT || scheme == ColorScheme.Value.DARK) {
            jdbc.sql(
                            "INSERT INTO colour_choice (person_id, scheme) VALUES (?, ?) ON DUPLICATE KEY UPDATE scheme = VALUES(scheme)")
                    .param(person.toString())
                    .param(scheme.name())
                    .update();
        }
    }

    @Override
    public String section() {
        return "settings";
    }

    @Override
    public String inWords() {
        return "Whether you want the portal light or dark.";
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(UUID personId) {
        return Map.of(
                "colours",
                scheme(personId)
                        .map(scheme -> scheme.toLowerCase(java.util.Locale.ROOT))
                        .orElse("as the device has it"));
    }

    private Optional<String> scheme(UUID person) {
        return jdbc.sql("SELECT scheme FROM colour_choice WHERE person_id = ?")
                .param(person.toString())
                .query(String.class)
                .optional();
    }
}
