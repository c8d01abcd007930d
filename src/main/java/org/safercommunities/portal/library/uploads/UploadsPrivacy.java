package org.safercommunities.portal.library.uploads;

import java.time.Clock;
import java.util.List;
import org.safercommunities.portal.shared.Sql;
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

/** The rule of files that somebody has begun to upload. Their bytes go with the sweep of every hour. */
@Component
@Order(520)
class UploadsPrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;
    private final UploadSettings settings;
    private final Clock clock;

    UploadsPrivacy(JdbcClient jdbc, UploadSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "Library";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(PersonalRule.of("uploads", "Files that you have begun to upload")
                .because(Basis.PUBLIC_TASK, "you can go on after a lost connection")
                .kept(Keeping.days((int) settings.kept().toDays(), "after the last piece of it came"), Fate.ERASED)
                .copied("uploads")
                .in(
                        "document_upload",
                        "id owner purpose document_id file_name last_modified client_key metadata length received sha256 state"
                                + " created_at expires_at"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of();
    }

    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("UPDATE document_upload SET expires_at = ?, file_name = 'upload', metadata = '', client_key = NULL"
                        + " WHERE owner = ?")
                .params(Sql.utc(clock.instant()), leaver.id())
                .update();
    }
}
