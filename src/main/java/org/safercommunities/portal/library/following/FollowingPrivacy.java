package org.safercommunities.portal.library.following;

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

/** The rule of what people follow. */
@Component
@Order(430)
class FollowingPrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;

    FollowingPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Library";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(PersonalRule.of("following", "What you follow, and the searches you saved")
                .because(Basis.PUBLIC_TASK, "you are told of what is new")
                .kept(Keeping.until("you end it, or your account is erased"), Fate.ERASED)
                .copied("following")
                .in("library_follow", "person_id type thing since")
                .in("saved_search", "id person_id name query documents_only created_at"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of();
    }

    @Override
    public void forget(Leaver leaver) {
        for (String table : List.of("library_follow", "saved_search")) {
            jdbc.sql("DELETE FROM " + table + " WHERE person_id = ?")
                    .param(leaver.id())
                    .update();
        }
    }
}
