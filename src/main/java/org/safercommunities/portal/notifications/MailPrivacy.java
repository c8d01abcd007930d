package org.safercommunities.portal.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of mail: what was sent to whom, and which addresses refused it. */
@Component
@Order(700)
class MailPrivacy implements PrivacyRules, Forgetting {

    /** How long mail is kept after it was written. */
    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;

    MailPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Mails and notices";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                PersonalRule.of("mails", "The mails that the portal sent you")
                        .on("Everybody whom the portal writes to")
                        .because(Basis.PUBLIC_TASK, "it can be told whether a mail has left, and sent again")
                        .seenBy("Administrators see to whom and when, not what it says")
                        .kept(Keeping.days((int) KEPT.toDays(), "after they were written"), Fate.ERASED)
                        .copied("mails")
                        .notCopied(
                                "How the parts of a mail to many are put together, which is the same for all who got it.")
                        .in(
                                "mail",
                                "id to_address to_name kind reference subject html text headers calendar state attempts"
                                        + " deferrals doubtful answer created_at due_at claimed_at settled_at batch_id form_id"
                                        + " recipient_key vals domain"),
                PersonalRule.of("refused-addresses", "That your address refused our mail, as its server said it")
                        .on("Everybody whom the portal writes to")
                        .because(Basis.PUBLIC_TASK, "nobody is written to in vain")
                        .seenBy("Editors")
                        .kept(Keeping.until("an editor has it tried again"), Fate.ERASED)
                        .copied("mails")
                        .in("mail_suppression", "address reason since_at"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of("mail_batch", "id reference kind state audience from_at kept created_at", "How many got it"),
                Nobodys.of(
                        "mail_form",
                        "id batch_id subject html text headers",
                        "What a mail to many says to all; whom it greets stands with each mail"),
                Nobodys.of(
                        "mail_domain",
                        "domain per_minute tokens refilled_at queue_at refusals rests rests_until",
                        "How fast a server takes mail"));
    }

    /** What waits to be sent goes as well: nobody is to write to them any more. */
    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("DELETE FROM mail WHERE to_address = ? AND state <> 'SENDING' AND batch_id IS NULL")
                .param(leaver.email())
                .update();
        jdbc.sql("""
                UPDATE mail SET to_address = ?, to_name = '', vals = NULL, headers = '{}', answer = NULL,
                       state = IF(state IN ('PENDING', 'UNCERTAIN'), 'STOPPED', state)
                 WHERE to_address = ? AND state <> 'SENDING'
                """)
                .params(List.of(leaver.person() + "@erased.invalid", leaver.email()))
                .update();
        jdbc.sql("DELETE FROM mail_suppression WHERE address = ?")
                .param(leaver.email())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention oldMailsInTime(MailRows rows, BatchArchive batches, JdbcClient jdbc, Clock clock) {
            return new Retention("mails", "Mails", Fate.ERASED, by -> due(jdbc, by), () -> {
                long before = due(jdbc, clock.instant());
                while (rows.forget(KEPT) > 0) {
                    // Some thousand at a time
                }
                while (batches.forget(KEPT)) {
                    // Some thousand at a time
                }
                return (int) (before - due(jdbc, clock.instant()));
            });
        }

        private static long due(JdbcClient jdbc, Instant by) {
            return jdbc.sql("""
                    SELECT COUNT(*) FROM mail m WHERE m.created_at < :by AND %s
                        AND (m.batch_id IS NULL AND m.state IN ('SENT', 'FAILED') OR m.state <> 'SENDING'
                        AND m.batch_id IN (SELECT b.id FROM mail_batch b WHERE b.state IN ('DONE', 'STOPPED') AND b.created_at < :by))
                    """.formatted(BatchArchive.NOT_HELD))
                    .param("by", Sql.utc(by.minus(KEPT)))
                    .query(Long.class)
                    .single();
        }
    }
}
