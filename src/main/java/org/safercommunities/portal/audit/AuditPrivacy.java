package org.safercommunities.portal.audit;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule of the trail: it holds ids, which tell nothing once the account that they belong to is erased. */
@Component
@Order(800)
class AuditPrivacy implements PrivacyRules {

    @Override
    public String area() {
        return "Safety and accountability";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                PersonalRule.of(
                                "trail",
                                "Which documents you opened, took out and changed, what you did here, and when")
                        .because(Basis.LEGAL_DUTY, "partners can account for who had access to what they shared")
                        .seenBy("You, administrators, and for a document the editors who look after it")
                        .kept(Keeping.until("the partnership’s retention policy lets it go"), Fate.PSEUDONYMISED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .copied("auditTrail")
                        .in("audit_row", "id at actor agency action subject result details"),
                PersonalRule.of(
                                "errands",
                                "What the portal still has to do, for example to end your sessions elsewhere")
                        .because(Basis.PUBLIC_TASK, "it is done although another system cannot be reached just now")
                        .seenBy("Nobody")
                        .kept(Keeping.until("it is done, within minutes as a rule"), Fate.ERASED)
                        .notCopied("It is gone before anybody could read it.")
                        .in("scheduled_tasks", "task_instance task_data"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of("audit_seal", "number line format seal", "Numbers that show whether lines were altered"),
                Nobodys.of(
                        "scheduled_tasks",
                        "task_name execution_time picked picked_by last_success last_failure"
                                + " consecutive_failures last_heartbeat version priority",
                        "When an errand of the portal is due"));
    }
}
