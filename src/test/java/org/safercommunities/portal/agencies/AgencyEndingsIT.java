package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** It takes two administrators to end an agency or to make it part of another. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class AgencyEndingsIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private AgencyEndings endings;

    @Autowired
    private Agencies agencies;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private String agency;
    private Reader first;
    private Reader second;

    @BeforeEach
    void twoAdministrators() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Ending");
        String team = somebody.agency("Team");
        first = somebody.of(team, Role.ADMINISTRATOR);
        second = somebody.of(team, Role.ADMINISTRATOR);
    }

    private UUID asked() {
        endings.ask(agency, null, "It closed", first);
        return endings.waiting(agency, second).orElseThrow().id();
    }

    private boolean active() {
        return agencies.find(agency).orElseThrow().active();
    }

    private List<String> history() {
        return trail.of("agency:" + agency, 50).stream().map(AuditLine::action).toList();
    }

    @Test
    void nothingEndsUntilASecondOneAgrees() {
        UUID id = asked();
        assertThat(active()).isTrue();
        assertThat(endings.couldAgree(first.personId(), first)).isNotEmpty();
        endings.agree(agency, id, second);
        assertThat(active()).isFalse();
        assertThat(endings.waiting(agency, second)).isEmpty();
        assertThat(history())
                .contains("agencies.agency-ending-asked", "agencies.agency-ending-agreed", "agencies.agency-ended");
    }

    @Test
    void twoMergeAgencies() {
        String into = somebody.agency("Into");
        endings.ask(agency, into, "They join", first);
        endings.agree(agency, endings.waiting(agency, second).orElseThrow().id(), second);
        assertThat(agencies.find(agency).orElseThrow().mergedInto()).isEqualTo(into);
    }

    @Test
    void nobodyAgreesToTheirOwnAskingAndNobodyElseThanAdministratorsAtAll() {
        UUID id = asked();
        for (Reader by : List.of(
                first,
                somebody.of(agency),
                somebody.of(agency, Role.COORDINATOR),
                somebody.of(agency, Role.EDITOR),
                Reader.portal())) {
            assertThatThrownBy(() -> endings.agree(agency, id, by)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> agencies.end(agency, second)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agencies.merge(agency, first.agencyId(), second))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(active()).isTrue();
    }

    @Test
    void bothAdministerWhenItIsCarriedOutWhateverTheirSessionsSay() {
        UUID id = asked();
        takeRole(second);
        assertThatThrownBy(() -> endings.agree(agency, id, second)).isInstanceOf(AccessDeniedException.class);
        Reader third = somebody.of(first.agencyId(), Role.ADMINISTRATOR);
        takeRole(first);
        assertThatThrownBy(() -> endings.agree(agency, id, third)).isInstanceOf(InvalidEntry.class);
        assertThat(active()).isTrue();
    }

    private void takeRole(Reader from) {
        jdbc.sql("DELETE FROM person_role WHERE person_id = ? AND role = 'ADMINISTRATOR'")
                .param(from.personId().toString())
                .update();
    }

    @Test
    void aChangeSinceMakesItVoid() {
        UUID id = asked();
        agencies.describe(agency, new AgencyDescription("Called otherwise " + agency, null, Set.of()), second);
        assertThatThrownBy(() -> endings.agree(agency, id, second)).isInstanceOf(InvalidEntry.class);
        assertThat(active()).isTrue();
    }

    @Test
    void itLapsesAfterAWeek() {
        UUID id = asked();
        jdbc.sql("UPDATE agency_ending SET asked_at = asked_at - INTERVAL 169 HOUR WHERE agency = ?")
                .param(agency)
                .update();
        assertThat(endings.waiting(agency, first)).isEmpty();
        assertThatThrownBy(() -> endings.agree(agency, id, second)).isInstanceOf(InvalidEntry.class);
        assertThat(asked()).as("it can be asked again").isNotEqualTo(id);
    }

    @Test
    void whoDeclinesSaysWhyAndWhoAskedTakesItBack() {
        UUID id = asked();
        assertThatThrownBy(() -> endings.decline(agency, id, " ", second)).isInstanceOf(InvalidEntry.class);
        endings.decline(agency, id, "Not yet", second);
        assertThatThrownBy(() -> endings.agree(agency, id, second)).isInstanceOf(InvalidEntry.class);
        endings.decline(agency, asked(), "", first);
        assertThat(history()).contains("agencies.agency-ending-declined", "agencies.agency-ending-taken-back");
        assertThat(active()).isTrue();
    }

    @Test
    void ofTwoWhoAgreeAtTheSameMomentOneDoesIt() throws Exception {
        Reader third = somebody.of(first.agencyId(), Role.ADMINISTRATOR);
        UUID id = asked();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(agreeing(id, second), agreeing(id, third));
            int done = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(InvalidEntry.class);
                }
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(history()).containsOnlyOnce("agencies.agency-ended");
    }

    private Callable<Boolean> agreeing(UUID id, Reader by) {
        return () -> {
            endings.agree(agency, id, by);
            return true;
        };
    }
}
