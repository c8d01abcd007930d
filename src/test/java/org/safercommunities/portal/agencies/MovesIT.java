package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A colleague changes agency: their coordinator says so, the other one says yes, and nobody can do both. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class MovesIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Moves moves;

    @Autowired
    private Groups groups;

    @Autowired
    private Agencies agencies;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private String from;
    private String to;
    private Reader ours;
    private Reader theirs;
    private UUID person;

    @BeforeEach
    void twoAgencies() {
        somebody = new Somebody(portal);
        from = somebody.agency("Moves from");
        to = somebody.agency("Moves to");
        ours = somebody.of(from, Role.COORDINATOR);
        theirs = somebody.of(to, Role.COORDINATOR);
        person = somebody.of(from, Role.EDITOR).personId();
    }

    private String agencyNow() {
        return somebody.again(person).agencyId();
    }

    private List<String> mails(String kind, Reader reader) {
        return jdbc.sql("SELECT m.subject FROM mail m JOIN person p ON p.email = m.to_address"
                        + " WHERE p.id = ? AND m.kind = ? ORDER BY m.subject")
                .params(reader.personId().toString(), kind)
                .query(String.class)
                .list();
    }

    @Test
    void whenTheOtherAgencySaysYesTheyAreItsPeopleWithoutRolesAndGroups() {
        String group = groups.create(GroupKind.TASK_GROUP, "Moving " + UUID.randomUUID(), "", Reader.portal())
                .slug();
        groups.add(group, person, Reader.portal());
        moves.ask(person, to, "Starts on Monday", ours);
        assertThat(agencyNow()).as("nothing changes until it is answered").isEqualTo(from);
        assertThat(somebody.again(person).groupIds()).contains(group);
        assertThat(mails("move-asked", theirs)).hasSize(1);
        Moves.Move waiting = moves.arriving(to, theirs).getFirst();
        assertThat(waiting.person()).isEqualTo(person);
        assertThat(waiting.note()).isEqualTo("Starts on Monday");
        assertThat(moves.leaving(from, ours)).containsExactly(waiting);
        moves.accept(person, theirs);
        Reader moved = somebody.again(person);
        assertThat(moved.agencyId()).isEqualTo(to);
        assertThat(moved.roles()).isEmpty();
        assertThat(moved.groupIds()).isEmpty();
        assertThat(moves.arriving(to, theirs)).isEmpty();
        assertThat(mails("move-accepted", moved)).hasSize(1);
        assertThat(mails("move-accepted", ours)).hasSize(1);
    }

    @Test
    void whenItSaysNoOrItIsTakenBackTheyStay() {
        moves.ask(person, to, "", ours);
        assertThatThrownBy(() -> moves.decline(person, " ", theirs)).hasMessageContaining("Enter a reason");
        moves.decline(person, "Nobody of that name works here", theirs);
        assertThat(agencyNow()).isEqualTo(from);
        assertThat(mails("move-declined", ours)).hasSize(1);
        moves.ask(person, to, "", ours);
        moves.takeBack(person, ours);
        assertThat(moves.arriving(to, theirs)).isEmpty();
        assertThatThrownBy(() -> moves.accept(person, theirs)).hasMessageContaining("does not wait any more");
        assertThat(agencyNow()).isEqualTo(from);
    }

    @Test
    void nobodyBringsAnybodyIntoOrOutOfAnAgencyThatIsNotTheirs() {
        Reader elsewhere = somebody.of(somebody.agency("Elsewhere"), Role.COORDINATOR);
        Reader colleague = somebody.of(from);
        for (Reader other : List.of(theirs, elsewhere, colleague, somebody.of(from, Role.EDITOR))) {
            assertThatThrownBy(() -> moves.ask(person, to, "", other)).isInstanceOf(AccessDeniedException.class);
        }
        moves.ask(person, to, "", ours);
        for (Reader other : List.of(ours, elsewhere, colleague)) {
            assertThatThrownBy(() -> moves.accept(person, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> moves.decline(person, "No", other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> moves.arriving(to, other)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> moves.takeBack(person, theirs)).isInstanceOf(AccessDeniedException.class);
        assertThat(agencyNow()).isEqualTo(from);
    }

    @Test
    void whatCannotBeIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> moves.ask(ours.personId(), to, "", ours))
                .hasMessageContaining("Ask another coordinator");
        assertThatThrownBy(() -> moves.ask(person, from, "", ours)).hasMessageContaining("Choose another agency");
        agencies.end(to, Reader.portal());
        assertThatThrownBy(() -> moves.ask(person, to, "", ours)).hasMessageContaining("Choose another agency");
        String withProvider = agencies.create(
                        new AgencyDescription(
                                "Own sign-in " + UUID.randomUUID(),
                                "own-" + UUID.randomUUID(),
                                Set.of(UUID.randomUUID() + ".example")),
                        Reader.portal())
                .slug();
        assertThatThrownBy(() -> moves.ask(person, withProvider, "", ours))
                .hasMessageContaining("invites them with their new address");
    }

    @Test
    void whoLeftMeanwhileDoesNotCome() {
        moves.ask(person, to, "", ours);
        portal.getBean(People.class).endMembership(person, "Has left", ours);
        assertThat(moves.arriving(to, theirs)).isEmpty();
        assertThatThrownBy(() -> moves.accept(person, theirs)).hasMessageContaining("does not wait any more");
    }

    @Test
    void twoAnswersAtOnceAreOne() throws Exception {
        Reader second = somebody.of(to, Role.COORDINATOR);
        moves.ask(person, to, "", ours);
        List<Callable<Boolean>> answers = List.of(
                () -> answered(() -> moves.accept(person, theirs)),
                () -> answered(() -> moves.decline(person, "No", second)));
        int done = 0;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> each : both.invokeAll(answers)) {
                done += each.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
    }

    private static boolean answered(Runnable answer) {
        try {
            answer.run();
            return true;
        } catch (InvalidEntry answeredAlready) {
            return false;
        }
    }
}
