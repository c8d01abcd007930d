package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalIT
class EventCopiesIT {

    private final EventPlans plans;
    private final EventPlanning planning;
    private final EventCopies copies;
    private final Somebody somebody;

    EventCopiesIT(@Autowired ApplicationContext portal) {
        plans = portal.getBean(EventPlans.class);
        planning = portal.getBean(EventPlanning.class);
        copies = portal.getBean(EventCopies.class);
        somebody = new Somebody(portal);
    }

    @Test
    void everyTimeStaysOnTheClockAcrossItsChangeAndTheMeetingStaysBehind() {
        String agency = somebody.agency("Copiers");
        Reader editor = somebody.of(agency, Role.EDITOR);
        // 9.30am in winter, and the same in summer, an hour earlier by UTC
        Instant start = Instant.parse("2040-03-01T09:30:00Z");
        List<Allocation> kept =
                List.of(new Allocation(agency, Mode.IN_PERSON, 1, null, Instant.parse("2040-02-20T12:00:00Z")));
        UUID from = planning.draft(PlannedEvents.plan(start, false, Map.of(Mode.IN_PERSON, 9), kept), editor);
        planning.useAsTemplate(from, true, editor);

        UUID copy = copies.copy(from, LocalDate.parse("2040-05-10"), editor);

        EventPlan plan = plans.plan(copy, editor).orElseThrow();
        SessionPlan session = plan.sessions().getFirst();
        assertThat(session.start()).isEqualTo(Instant.parse("2040-05-10T08:30:00Z"));
        assertThat(session.end()).isEqualTo(Instant.parse("2040-05-10T10:30:00Z"));
        assertThat(session.allocations().getFirst().releaseAt()).isEqualTo(Instant.parse("2040-04-30T11:00:00Z"));
        assertThat(session.joiningLink()).isEmpty();
        assertThat(session.talks()).hasSize(1);
        // The copy of a template is an event, not a template
        planning.publish(copy, editor);
    }

    @Test
    void aDayOnWhichTheTimeDoesNotExistIsRefusedAtTheDay() {
        Reader editor = somebody.of(somebody.agency("Copiers"), Role.EDITOR);
        Instant start = Instant.parse("2040-02-01T01:30:00Z");
        UUID from = planning.draft(PlannedEvents.plan(start, false, Map.of(Mode.ONLINE, 9), List.of()), editor);

        assertThatThrownBy(() -> copies.copy(from, LocalDate.parse("2040-03-25"), editor))
                .isInstanceOfSatisfying(
                        InvalidEvent.class,
                        refused -> assertThat(refused.field()).isEqualTo("firstDay"))
                .hasMessageContaining("clocks go forward");
        assertThatThrownBy(() -> copies.copy(from, LocalDate.parse("2020-03-25"), editor))
                .hasMessageContaining("a day to come");
    }

    @Test
    void onlyWhoRunsTheEventCopiesIt() {
        String agency = somebody.agency("Copiers");
        Reader editor = somebody.of(agency, Role.EDITOR);
        Instant start = Instant.parse("2040-02-01T10:00:00Z");
        UUID from = planning.draft(PlannedEvents.plan(start, false, Map.of(Mode.ONLINE, 9), List.of()), editor);
        planning.publish(from, editor);
        assertThatThrownBy(
                        () -> copies.copy(from, LocalDate.parse("2040-04-01"), somebody.of(agency, Role.COORDINATOR)))
                .isInstanceOf(UnknownEvent.class);
    }
}
