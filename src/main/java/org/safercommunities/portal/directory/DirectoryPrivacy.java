package org.safercommunities.portal.directory;

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

/** The rule of what people say of themselves in the directory. */
@Component
@Order(2)
class DirectoryPrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;

    DirectoryPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Your account";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(PersonalRule.of(
                        "directory", "What you say of yourself in the directory: job, telephone, topics you lead on")
                .because(Basis.PUBLIC_TASK, "colleagues in other agencies find and reach you")
                .seenBy("Everybody who is signed in, unless you are not listed")
                .kept(Keeping.until("you change it, or your account is erased"), Fate.ERASED)
                .copied("directory")
                .in("directory_entry", "person_id listed job phone about changed_at")
                .in("directory_lead", "person_id topic"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of();
    }

    @Override
    public void forget(Leaver leaver) {
        for (String table : List.of("directory_lead", "directory_entry")) {
            jdbc.sql("DELETE FROM " + table + " WHERE person_id = ?")
                    .param(leaver.id())
                    .update();
        }
    }
}
