package org.safercommunities.portal;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule of settings, and tables that are no module’s. */
@Component
@Order(900)
class PortalPrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;

    PortalPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Your account";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(PersonalRule.of("settings", "Whether you want the portal light or dark")
                .because(Basis.PUBLIC_TASK, "it looks as you want it")
                .kept(Keeping.until("you choose otherwise, or your account is erased"), Fate.ERASED)
                .copied("settings")
                .in("colour_choice", "person_id scheme"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of("retention_run", "run_id rule began_at took_ms due done fault", "Numbers of the daily run"),
                Nobodys.of("demo_seed", "item done_at", "Which demo content is there"),
                Nobodys.of(
                        "flyway_schema_history",
                        "installed_rank version description type script checksum installed_by installed_on execution_time"
                                + " success",
                        "Which tables were made; by the account of the database"));
    }

    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("DELETE FROM colour_choice WHERE person_id = ?")
                .param(leaver.id())
                .update();
    }
}
