package org.safercommunities.portal.notifications.notices;

import java.time.Duration;
import java.util.List;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule of notices. */
@Component
@Order(710)
class NoticePrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;
    private final int days;

    NoticePrivacy(JdbcClient jdbc, @Value("${portal.notices.kept-days}") int days) {
        if (days < 1) {
            throw new IllegalArgumentException("PORTAL_NOTICES_KEPT_DAYS is a number of days, at least 1");
        }
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    public String area() {
        return "Mails and notices";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                PersonalRule.of("notices", "What you were told of behind the bell, and whether you have read it")
                        .because(Basis.PUBLIC_TASK, "you hear of what is new for you, once")
                        .kept(Keeping.days(days, "after you were told"), Fate.ERASED)
                        .copied("notices")
                        .in(
                                "notice",
                                "id person_id notice_key occasion about source thing_id path at read_at urgent mail mailed_at"),
                PersonalRule.of("notice-choices", "When you want notices by mail")
                        .because(Basis.PUBLIC_TASK, "you are told in the way you want")
                        .kept(Keeping.until("you change it, or your account is erased"), Fate.ERASED)
                        .copied("notices")
                        .in("notice_choice", "person_id about cadence"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of();
    }

    @Override
    public void forget(Leaver leaver) {
        for (String table : List.of("notice", "notice_choice")) {
            jdbc.sql("DELETE FROM " + table + " WHERE person_id = ?")
                    .param(leaver.id())
                    .update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention oldNoticesInTime(NoticeTable rows, JdbcClient jdbc, @Value("${portal.notices.kept-days}") int days) {
            Duration kept = Duration.ofDays(days);
            return new Retention(
                    "notices",
                    "Notices",
                    Fate.ERASED,
                    by -> jdbc.sql("SELECT COUNT(*) FROM notice WHERE at < ? AND " + NoticeTable.NOT_HELD)
                            .param(Sql.utc(by.minus(kept)))
                            .query(Long.class)
                            .single(),
                    () -> {
                        int all = 0;
                        for (int gone = rows.forget(kept); gone > 0; gone = rows.forget(kept)) {
                            all += gone;
                        }
                        return all;
                    });
        }
    }
}
