package org.safercommunities.portal.surveys;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What staff do with surveys, in words. */
@Component
class SurveyTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                "surveys.survey-planned",
                new AuditPhrase("Survey planned", "planned the survey of {subject}"),
                "surveys.survey-opened",
                new AuditPhrase("Survey opened", "opened the survey of {subject}"),
                "surveys.survey-closed",
                new AuditPhrase("Survey closed", "closed the survey of {subject}"));
    }
}
