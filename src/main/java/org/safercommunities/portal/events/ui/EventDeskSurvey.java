package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.surveys.Surveys;

/** The way from the desk to the survey: planned with the usual questions first, then changed, then read. */
final class EventDeskSurvey {

    private EventDeskSurvey() {}

    static Optional<Component> of(EventDetails event, EventDeskServices services) {
        Optional<Surveys.Planned> survey = services.surveys().of(event.id(), services.reader());
        if (survey.isPresent()) {
            return survey.map(EventDeskSurvey::link);
        }
        return event.state() == EventState.PUBLISHED
                ? Optional.of(
                        new SecondaryButton("Plan the survey", Icon.CLIPBOARD_LIST, () -> plan(event.id(), services)))
                : Optional.empty();
    }

    private static Component link(Surveys.Planned survey) {
        return survey.open() || survey.closed()
                ? LinkButton.secondary("surveys/%s/results".formatted(survey.id()), "Survey results")
                        .with(Icon.CHART_COLUMN)
                : LinkButton.secondary("surveys/%s/edit".formatted(survey.id()), "Change the survey")
                        .with(Icon.CLIPBOARD_LIST);
    }

    private static void plan(UUID event, EventDeskServices services) {
        // Two desks may be open: the survey that is there already is opened, not planned a second time
        UUID survey = services.surveys()
                .of(event, services.reader())
                .map(Surveys.Planned::id)
                .orElseGet(() -> services.surveys().plan(event, services.reader()));
        UI.getCurrent().navigate("surveys/%s/edit".formatted(survey));
    }
}
