package org.safercommunities.portal.surveys;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Staff did something with a survey. That somebody answered is in no trail.
 *
 * @param what {@code planned}, {@code opened} or {@code closed}
 * @param subject what it is about, as {@code type:id}
 */
public record SurveyMessage(
        UUID survey, String subject, String what, @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "surveys.survey-" + what, subject, Map.of("survey", survey.toString()));
    }
}
