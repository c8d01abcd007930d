package org.safercommunities.portal.surveys;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule of surveys: that somebody was asked and has answered is theirs; what was answered is nobody’s. */
@Component
@Order(400)
class SurveysPrivacy implements PrivacyRules {

    @Override
    public String area() {
        return "Events";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(PersonalRule.of("surveys", "That you were asked to answer a survey, and whether you did")
                .because(Basis.PUBLIC_TASK, "you answer once, and it is known how many did")
                .kept(Keeping.until("the survey is deleted"), Fate.NUMBER)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("surveys")
                .notCopied("What you answered: it is kept without whose it is, and nobody can tell.")
                .in("survey_invited", "survey_id person_id answered"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of(
                        "survey",
                        "id subject title intro opens_at closes_at opened_at created_at version",
                        "What staff ask"),
                Nobodys.of("survey_question", "survey_id position id kind words choices required", "What staff ask"),
                Nobodys.of(
                        "survey_answer",
                        "response_id question_id survey_id value",
                        "Answers have no link to who gave them; the page asks for no names in them"));
    }
}
