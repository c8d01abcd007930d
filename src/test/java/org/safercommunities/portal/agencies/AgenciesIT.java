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
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalIT
@SuppressWarnings("NullAway.Init")
class AgenciesIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private PeopleDirectory directory;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private Reader admin;

    @BeforeEach
    void administrator() {
        somebody = new Somebody(portal);
        admin = somebody.of(somebody.agency("Team"), Role.ADMINISTRATOR);
    }

    private List<String> history(String agency) {
        return trail.of("agency:" + agency, 50).stream().map(AuditLine::action).toList();
    }

    @Test
    void renamingKeepsTheSlugAndTheHistory() {
        String slug = somebody.agency("Shepway");
        agencies.describe(slug, new AgencyDescription("Folkestone and Hythe", null, Set.of()), admin);
        assertThat(agencies.find(slug).orElseThrow().name()).isEqualTo("Folkestone and Hythe");
        assertThat(history(slug)).containsExactly("agencies.agency-described", "agencies.agency-created");
        assertThat(trail.search(AuditFilter.about("agency:" + slug), null, 1)
                        .getFirst()
                        .details())
                .containsKey("nameBefore");
    }

    @Test
    void peopleOfAMergedAgencySeeWhatEitherWasMeantToSee() {
        String first = somebody.agency("First");
        String second = somebody.agency("Second");
        String third = somebody.agency("Third");
        Reader before = somebody.of(first, Role.COORDINATOR);
        agencies.mergeAgreed(first, second, admin);
        agencies.mergeAgreed(second, third, admin);
        Reader after = somebody.again(before.personId());
        assertThat(after.agencyId()).isEqualTo(third);
        assertThat(after.tokens()).contains("agency:" + first, "agency:" + second, "agency:" + third);
        assertThat(after.roles()).containsExactly(Role.COORDINATOR);
        assertThat(directory.open(before.personId(), admin).orElseThrow().stays())
                .extracting(PersonFile.Stay::agency)
                .containsExactly(third, second, first);
        assertThat(history(first)).contains("agencies.agency-merged", "agencies.agency-created");
    }

    @Test
    void whoJoinsTheOtherAgencyLaterSeesWhatTheMergedOneWasMeantToSee() {
        String old = somebody.agency("Old");
        String now = somebody.agency("Now");
        agencies.mergeAgreed(old, now, admin);
        assertThat(somebody.of(now).tokens()).contains("agency:" + old);
    }

    @Test
    void aMergedAgencyIsNeitherMergedNorOpenedAgain() {
        String first = somebody.agency("First");
        String second = somebody.agency("Second");
        agencies.mergeAgreed(first, second, admin);
        assertThatThrownBy(() -> agencies.mergeAgreed(first, admin.agencyId(), admin))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> agencies.reopen(first, admin)).isInstanceOf(InvalidEntry.class);
    }

    @Test
    void twoWhoMergeTwoAgenciesIntoEachOtherLeaveOneOfThem() throws Exception {
        for (int round = 0; round < 5; round++) {
            String first = somebody.agency("First");
            String second = somebody.agency("Second");
            int done = bothAtOnce(
                    () -> agencies.mergeAgreed(first, second, admin), () -> agencies.mergeAgreed(second, first, admin));
            assertThat(done).isEqualTo(1);
            assertThat(List.of(first, second))
                    .filteredOn(slug -> agencies.find(slug).orElseThrow().active())
                    .hasSize(1);
        }
    }

    @Test
    void endingKeepsPeopleAndHistoryAndOpeningBringsThemBack() {
        String slug = somebody.agency("Resting");
        Reader member = somebody.of(slug);
        agencies.endAgreed(slug, admin);
        assertThat(portal.getBean(Readers.class).of(member.personId())).isEmpty();
        assertThat(directory.open(member.personId(), admin)).isPresent();
        agencies.reopen(slug, admin);
        assertThat(somebody.again(member.personId()).agencyId()).isEqualTo(slug);
        assertThat(history(slug))
                .containsExactly("agencies.agency-reopened", "agencies.agency-ended", "agencies.agency-created");
    }

    @Test
    void nobodyEndsTheirOwnAgency() {
        assertThatThrownBy(() -> agencies.endAgreed(admin.agencyId(), admin)).isInstanceOf(InvalidEntry.class);
    }

    @Test
    void aDomainBelongsToOneAgency() {
        String slug = somebody.agency("Owner");
        Set<String> taken = agencies.find(slug).orElseThrow().domains();
        assertThatThrownBy(
                        () -> agencies.create(new AgencyDescription("Thief " + UUID.randomUUID(), null, taken), admin))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, entry -> assertThat(entry.field()).isEqualTo("domains"));
    }

    @Test
    void anAgencyIsNotAddedTwiceUnderOneName() {
        String name = "Once " + UUID.randomUUID();
        agencies.create(new AgencyDescription(name, null, Set.of()), admin);
        assertThatThrownBy(() -> agencies.create(
                        new AgencyDescription(name.toUpperCase(java.util.Locale.UK), null, Set.of()), admin))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> agencies.create(new AgencyDescription("!!!", null, Set.of()), admin))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    void twoAdministratorsCannotTakeEachOthersRoleAway() throws Exception {
        for (int round = 0; round < 5; round++) {
            jdbc.sql("DELETE FROM person_role WHERE role = 'ADMINISTRATOR'").update();
            Reader one = somebody.of(admin.agencyId(), Role.ADMINISTRATOR);
            Reader other = somebody.of(admin.agencyId(), Role.ADMINISTRATOR);
            int done = bothAtOnce(
                    () -> people.giveRoles(other.personId(), Set.of(), one),
                    () -> people.endMembership(one.personId(), "Moved on", other));
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("DELETE FROM person_role WHERE role = 'ADMINISTRATOR'").update();
        Reader last = somebody.of(somebody.agency("Last"), Role.ADMINISTRATOR);
        assertThatThrownBy(() -> people.giveRoles(last.personId(), Set.of(), Reader.portal()))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> agencies.endAgreed(last.agencyId(), Reader.portal()))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> people.endMembership(last.personId(), "Left", Reader.portal()))
                .isInstanceOf(InvalidEntry.class);
        assertThat(somebody.again(last.personId()).roles()).containsExactly(Role.ADMINISTRATOR);
    }

    /** How many of the two were done rather than refused. */
    private static int bothAtOnce(Runnable one, Runnable other) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> tasks = List.of(task(one), task(other));
            int done = 0;
            for (Future<Void> each : threads.invokeAll(tasks)) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(InvalidEntry.class);
                }
            }
            return done;
        }
    }

    private static Callable<Void> task(Runnable action) {
        return () -> {
            action.run();
            return null;
        };
    }
}
