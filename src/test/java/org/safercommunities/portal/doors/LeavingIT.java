package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonHolds;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Retention;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.context.WebApplicationContext;

/** People who have left are forgotten by the rules: nothing tells who they were, and no number changes. */
@PortalIT
class LeavingIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private PersonHolds holds;

    @Autowired
    private DataRequests requests;

    @Autowired
    @Qualifier("peopleWhoLeftInTime")
    private Retention leaving;

    private Reader somebody() {
        Somebody somebody = new Somebody(portal);
        return somebody.named("Ottilie Leaver", somebody.agency("Leaving"));
    }

    private Reader administrator() {
        Somebody somebody = new Somebody(portal);
        return somebody.of(somebody.agency("Looks after leavers"), Role.ADMINISTRATOR);
    }

    private void left(Reader who, int daysAgo) {
        people.endMembership(who.personId(), "Left", Reader.portal());
        jdbc.sql("UPDATE membership SET ended_at = ? WHERE person_id = ?")
                .params(
                        Sql.utc(Instant.now()).minusDays(daysAgo),
                        who.personId().toString())
                .update();
    }

    private boolean erased(Reader who) {
        return jdbc.sql("SELECT COUNT(*) FROM person_erasure WHERE person_id = ?")
                        .param(who.personId().toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private String name(Reader who) {
        return jdbc.sql("SELECT name FROM person WHERE id = ?")
                .param(who.personId().toString())
                .query(String.class)
                .single();
    }

    private Map<String, Long> figures(BusyPeople busy) {
        Map<String, Long> figures = new LinkedHashMap<>();
        Map.of(
                        "attendance",
                        "SELECT COUNT(*) FROM event_place WHERE attendance = 'ATTENDED' AND ? <> ''",
                        "bookings by agency",
                        "SELECT COUNT(*) FROM event_booking WHERE agency = ?",
                        "steps by agency",
                        "SELECT COUNT(*) FROM event_place_step WHERE agency = ?",
                        "asked by survey",
                        "SELECT COUNT(*) FROM survey_invited WHERE ? <> ''",
                        "found useful",
                        "SELECT COUNT(*) FROM document_usefulness WHERE useful AND ? <> ''",
                        "taken with packs",
                        "SELECT COUNT(*) FROM pack_taker WHERE ? <> ''",
                        "sent bulletins",
                        "SELECT COUNT(*) FROM bulletin_copy WHERE ? <> ''",
                        "documents of agencies",
                        "SELECT COUNT(*) FROM document WHERE ? <> ''",
                        "certificates",
                        "SELECT COUNT(*) FROM event_certificate WHERE ? <> ''",
                        "trail of the person",
                        "SELECT COUNT(*) FROM audit_row WHERE actor = ?")
                .forEach((figure, count) -> figures.put(
                        figure,
                        jdbc.sql(count)
                                .param(
                                        figure.startsWith("trail")
                                                ? busy.practitioner.personId().toString()
                                                : busy.practitioner.agencyId())
                                .query(Long.class)
                                .single()));
        return figures;
    }

    @Test
    void nothingTellsWhoTheyWereAndNoNumberChanges() throws IOException {
        BusyPeople busy = new BusyPeople(portal, "Ermengarde Gone");
        List<Reader> both = List.of(busy.practitioner, busy.editor);
        List<String> words = both.stream()
                .flatMap(who -> List.of(busy.email(who), busy.name(who), busy.subject(who)).stream())
                .toList();
        WholeDatabase database = new WholeDatabase(jdbc);
        assertThat(database.find(words).stream().map(WholeDatabase.Hit::table))
                .as("the search finds them before")
                .contains(
                        "person",
                        "mail",
                        "event_need",
                        "document_usefulness",
                        "subscription_request",
                        "agency_contact");
        both.forEach(who -> left(who, 91));
        Map<String, Long> before = figures(busy);

        leaving.run().getAsInt();

        assertThat(both).allMatch(this::erased);
        assertThat(database.find(words))
                .as("nothing but errands to Keycloak, which wait while it is away")
                .allMatch(hit -> Set.of("scheduled_tasks", "account_to_delete").contains(hit.table()));
        assertThat(figures(busy)).isEqualTo(before);
        assertThat(both).allSatisfy(who -> assertThat(name(who)).isEqualTo(Forgetting.NOBODY));
        assertThat(jdbc.sql("SELECT owner FROM document WHERE id = ?")
                        .param(busy.world.document.toString())
                        .query(String.class)
                        .single())
                .as("the document stays its agency’s, under an id that names nobody")
                .isEqualTo(busy.editor.personId().toString());
        assertThat(leaving.due().applyAsLong(Instant.now())).isZero();
        assertThat(leaving.run().getAsInt())
                .as("a second time there is nothing to do")
                .isZero();
    }

    @Test
    void nobodyIsForgottenBeforeTheTimeOrWhileTheyBelongSomewhere() {
        Reader lately = somebody();
        Reader stays = somebody();
        Reader cameBack = somebody();
        left(lately, 89);
        left(cameBack, 200);
        people.join(cameBack.personId(), stays.agencyId(), Reader.portal());
        leaving.run().getAsInt();
        assertThat(List.of(lately, stays, cameBack)).noneMatch(this::erased);
        assertThat(name(lately)).isEqualTo("Ottilie Leaver");
    }

    @Test
    void whoseDataIsHeldIsForgottenOnceTheHoldIsLifted() {
        Reader administrator = administrator();
        Reader held = somebody();
        left(held, 365);
        holds.hold(held.personId(), new PersonHolds.Hold("A court has asked for it", null), administrator);
        leaving.run().getAsInt();
        assertThat(erased(held)).isFalse();
        assertThat(holds.of(held.personId(), administrator)).isPresent();
        holds.lift(held.personId(), administrator);
        leaving.run().getAsInt();
        assertThat(erased(held)).isTrue();
        assertThatThrownBy(() -> holds.hold(held.personId(), new PersonHolds.Hold("Too late", null), administrator))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    void onlyAdministratorsHoldDataAndAnswer() {
        Reader who = somebody();
        Somebody somebody = new Somebody(portal);
        UUID request = requests.ask(DataRequest.Kind.CORRECTION, "My name is Otilie", who);
        for (Role role : List.of(Role.COORDINATOR, Role.EDITOR, Role.BOARD_MEMBER)) {
            Reader other = somebody.of(who.agencyId(), role);
            assertThatThrownBy(() -> holds.hold(who.personId(), new PersonHolds.Hold("Because", null), other))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> holds.lift(who.personId(), other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> holds.of(who.personId(), other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> requests.open(other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> requests.answer(request, true, "Done", other))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void whoAsksToBeErasedIsAnsweredByMailAndForgottenWithTheNextRun() {
        Reader administrator = administrator();
        Reader who = somebody();
        UUID request = requests.ask(DataRequest.Kind.ERASURE, "", who);
        assertThat(requests.ask(DataRequest.Kind.ERASURE, "Please", who))
                .as("asked once")
                .isEqualTo(request);
        leaving.run().getAsInt();
        assertThat(erased(who)).as("not before somebody has answered").isFalse();
        requests.answer(request, true, "Your account ends today.", administrator);
        assertThat(jdbc.sql("SELECT text FROM mail WHERE kind = 'data-request-answered' AND reference = ?")
                        .param("person:" + who.personId())
                        .query(String.class)
                        .single())
                .contains("Your account ends today.");
        assertThatThrownBy(() -> requests.answer(request, false, "No", administrator))
                .isInstanceOf(InvalidEntry.class);
        leaving.run().getAsInt();
        assertThat(erased(who)).isTrue();
    }

    @Test
    void aNoIsToldAndNobodyIsForgotten() {
        Reader who = somebody();
        UUID request = requests.ask(DataRequest.Kind.ERASURE, "", who);
        requests.answer(request, false, "The law asks us to keep it.", administrator());
        leaving.run().getAsInt();
        assertThat(erased(who)).isFalse();
        assertThat(requests.mine(who))
                .singleElement()
                .satisfies(told -> assertThat(told.answer()).isEqualTo("The law asks us to keep it."));
    }

    @Test
    void twoRunsAtOnceForgetEachOnce() throws Exception {
        List<Reader> many =
                java.util.stream.Stream.generate(this::somebody).limit(6).toList();
        many.forEach(who -> left(who, 100));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> run = () -> leaving.run().getAsInt();
            int forgotten = 0;
            for (var each : threads.invokeAll(List.of(run, run))) {
                forgotten += Objects.requireNonNull(each.get());
            }
            assertThat(forgotten).isGreaterThanOrEqualTo(6);
        }
        assertThat(many).allMatch(this::erased);
        many.forEach(who -> assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM audit_row WHERE action = 'agencies.person-erased' AND subject = ?")
                        .param("person:" + who.personId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
    }

    /** What a module cannot do takes the whole person back, and keeps nobody else from it; as a kill in between would. */
    @Test
    void whoCannotBeForgottenStaysWholeAndIsTriedAgain() {
        Reader stuck = somebody();
        Reader next = somebody();
        List.of(stuck, next).forEach(who -> left(who, 100));
        // One of the last statements of the erasure goes beyond what the column can hold
        accessVersion(stuck, Integer.MAX_VALUE);
        try {
            assertThatThrownBy(() -> leaving.run().getAsInt())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("could not be");
        } finally {
            accessVersion(stuck, 1);
        }
        assertThat(erased(next)).isTrue();
        assertThat(erased(stuck)).isFalse();
        assertThat(name(stuck)).isEqualTo("Ottilie Leaver");
        leaving.run().getAsInt();
        assertThat(erased(stuck)).isTrue();
    }

    private void accessVersion(Reader who, int version) {
        jdbc.sql("UPDATE person SET access_version = ? WHERE id = ?")
                .params(version, who.personId().toString())
                .update();
    }
}
