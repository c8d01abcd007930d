package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
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
class EventPlansIT {

    private final EventPlans plans;
    private final EventPlanning planning;
    private final Somebody somebody;

    EventPlansIT(@Autowired ApplicationContext portal) {
        plans = portal.getBean(EventPlans.class);
        planning = portal.getBean(EventPlanning.class);
        somebody = new Somebody(portal);
    }

    @Test
    void whoRunsTheEventReadsWhatWasPlannedAndNobodyElseDoes() {
        String agency = somebody.agency("Planners");
        Reader editor = somebody.of(agency, Role.EDITOR);
        Instant start = Instant.parse("2027-03-04T09:30:00Z");
        List<Allocation> kept = List.of(
                new Allocation(agency, Mode.IN_PERSON, 2, 5, Instant.parse("2027-02-01T09:00:00Z")),
                new Allocation(agency, Mode.ONLINE, 1, null, null));
        EventPlan plan = PlannedEvents.plan(start, true, Map.of(Mode.IN_PERSON, 20, Mode.ONLINE, 50), kept);
        UUID id = planning.draft(plan, editor);

        EventPlan read = plans.plan(id, editor).orElseThrow();
        SessionPlan session = read.sessions().getFirst();
        assertThat(session.joiningLink()).isEqualTo(PlannedEvents.LINK);
        assertThat(session.capacity()).isEqualTo(plan.sessions().getFirst().capacity());
        assertThat(session.allocations()).isEqualTo(kept);
        assertThat(session.talks()).isEqualTo(plan.sessions().getFirst().talks());
        assertThat(session.venue()).isEqualTo(plan.sessions().getFirst().venue());
        assertThat(read.reminderDays()).containsExactly(7);
        assertThat(read.approval()).isTrue();
        planning.change(id, read, editor);
        assertThat(plans.plan(id, editor)).contains(read);

        planning.publish(id, editor);
        for (Role role : List.of(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            assertThat(plans.plan(id, somebody.of(agency, role))).as("%s", role).isEmpty();
        }
        assertThat(plans.plan(id, somebody.of(agency))).isEmpty();
        assertThat(plans.plan(UUID.randomUUID(), editor)).isEmpty();
    }

    @Test
    void timesThatTheClocksSkipOrRepeatAreTold() {
        assertThatThrownBy(() -> KentTime.moment(LocalDateTime.parse("2027-03-28T01:30"), "start"))
                .isInstanceOfSatisfying(InvalidEvent.class, refused -> {
                    assertThat(refused.field()).isEqualTo("start");
                    assertThat(refused.getMessage()).contains("no 1.30am", "before 1am", "2am or later");
                });
        assertThatThrownBy(() -> KentTime.moment(LocalDateTime.parse("2026-10-25T01:30"), "end"))
                .hasMessageContaining("comes twice")
                .hasMessageContaining("2am or later");
        assertThat(KentTime.moment(LocalDateTime.parse("2026-10-25T02:00"), "end"))
                .isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
        assertThat(KentTime.moment(LocalDateTime.parse("2027-03-28T02:00"), "end"))
                .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
    }
}
