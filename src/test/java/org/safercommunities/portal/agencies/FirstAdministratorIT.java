package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalIT
class FirstAdministratorIT {

    private static final String EMAIL = "first.administrator@kcst.example";
    private static final String ACCOUNT = "0f1e2d3c-0000-4000-8000-00000000abcd";

    @Autowired
    private FirstPeople firstPeople;

    @Autowired
    private AgencyRecords agencies;

    @Autowired
    private PersonRecords people;

    @Autowired
    private MembershipRecords memberships;

    @Autowired
    private ApplicationEventPublisher messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private FirstAdministrator configured() {
        FirstPeople allowed = new FirstPeople(agencies, people, memberships, messages, Clock.systemUTC(), false, EMAIL);
        return new FirstAdministrator(allowed, jdbc, EMAIL, ACCOUNT);
    }

    /** Other tests share the database: whatever happens in here is undone. */
    private void withoutAdministrators(Runnable check) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("DELETE FROM person_role WHERE role = 'ADMINISTRATOR'").update();
            check.run();
        });
    }

    @Test
    void whileThereIsNoAdministratorTheConfiguredOneBecomesIt() {
        withoutAdministrators(() -> {
            configured().start();
            Person person = people.findBySubject(ACCOUNT).orElseThrow();
            assertThat(person.roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(person.email()).isEqualTo(EMAIL);
            assertThat(agencies.existsById("kent-community-safety-team")).isTrue();
        });
    }

    @Test
    void onceThereIsAnAdministratorTheConfigurationMakesNobodyOne() {
        withoutAdministrators(() -> {
            configured().start();
            assertThat(people.findByEmail(EMAIL)).hasSize(1);
            FirstPeople allowed = new FirstPeople(
                    agencies, people, memberships, messages, Clock.systemUTC(), false, "second@kcst.example");
            new FirstAdministrator(allowed, jdbc, "second@kcst.example", "").start();
            assertThat(people.findByEmail("second@kcst.example")).isEmpty();
        });
    }

    @Test
    void nobodyElseIsPutInThisWay() {
        FirstPerson anybody = new FirstPerson(
                "somebody@kcst.example", "Somebody", "kent-community-safety-team", null, null, Set.of(Role.EDITOR));
        assertThatThrownBy(() -> firstPeople.person(anybody)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> firstPeople.agency("some", new AgencyDescription("Some", null, Set.of())))
                .isInstanceOf(IllegalStateException.class);
    }
}
