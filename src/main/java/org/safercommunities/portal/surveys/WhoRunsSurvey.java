package org.safercommunities.portal.surveys;

import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rule of who plans a survey and reads its results: whoever runs what it is about. Nobody, where no module knows that. */
@Component
class WhoRunsSurvey {

    private final ObjectProvider<SurveySubject> subjects;

    WhoRunsSurvey(ObjectProvider<SurveySubject> subjects) {
        this.subjects = subjects;
    }

    boolean admits(String type, UUID subject, Reader reader) {
        return of(type).stream().anyMatch(one -> one.runs(subject, reader));
    }

    /** @throws UnknownSurvey when it is not this person’s */
    void unlessRuns(SurveyRows.Survey survey, Reader reader) {
        if (!admits(survey.subjectType(), survey.subjectId(), reader)) {
            throw new UnknownSurvey(survey.id());
        }
    }

    String path(SurveyRows.Survey survey) {
        return of(survey.subjectType()).stream()
                .findFirst()
                .map(one -> one.path(survey.subjectId()))
                .orElse("");
    }

    private List<SurveySubject> of(String type) {
        return subjects.orderedStream().filter(one -> one.type().equals(type)).toList();
    }
}
