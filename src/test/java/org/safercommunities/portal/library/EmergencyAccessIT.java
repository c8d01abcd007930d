package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.AccessWorld.Something;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** One document, one administrator, one reason, and an end: on every exit. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class EmergencyAccessIT {

    private static final String REASON = "Somebody is missing tonight and the plan is in it";

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private EmergencyAccess emergencies;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private Reader administrator;
    private Reader other;
    private Reader coordinator;
    private EmergencyWorld world;
    private Something document;

    @BeforeEach
    void aDocumentThatIsNotForThem() {
        somebody = new Somebody(portal);
        String team = somebody.agency("Team");
        administrator = somebody.of(team, Role.ADMINISTRATOR);
        other = somebody.of(team, Role.ADMINISTRATOR);
        String theirs = somebody.agency("Theirs");
        coordinator = somebody.of(theirs, Role.COORDINATOR);
        world = new EmergencyWorld(portal);
        document = world.document(theirs, Marking.OFFICIAL);
    }

    /** The names of the exits that give something out. */
    private Set<String> gives(Reader reader) {
        return AccessExits.all(portal).stream()
                .filter(exit -> exit.exit().shows(document, reader))
                .map(AccessExits.Named::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Emergency open(Reader by) {
        return emergencies.open(document.id(), REASON, Duration.ofMinutes(30), by);
    }

    @Test
    void itOpensOneDocumentByItsAddressToOnePersonAndClosesAgain() {
        assertThat(gives(administrator)).isEmpty();
        Emergency emergency = open(administrator);
        assertThat(gives(administrator))
                .isNotEmpty()
                .isSubsetOf(AccessExits.BY_ADDRESS)
                .contains("page", "download", "text");
        assertThat(gives(other)).as("another administrator").isEmpty();
        Something second = world.document(somebody.agency("Second"), Marking.OFFICIAL);
        assertThat(portal.getBean(Documents.class).find(second.id(), administrator))
                .as("another document")
                .isEmpty();
        emergencies.end(emergency.id(), other);
        assertThat(gives(administrator)).as("ended by another").isEmpty();
    }

    @Test
    void itEndsByItselfAndWithTheOffice() {
        Emergency emergency = open(administrator);
        jdbc.sql(
                        "UPDATE emergency_access SET opened_at = opened_at - INTERVAL 1 DAY, until_at = UTC_TIMESTAMP(6) WHERE id = ?")
                .param(emergency.id().toString())
                .update();
        assertThat(gives(administrator)).as("its time is over").isEmpty();
        open(administrator);
        assertThat(gives(administrator)).contains("page");
        portal.getBean(People.class).giveRoles(administrator.personId(), Set.of(Role.COORDINATOR), Reader.portal());
        assertThat(gives(somebody.again(administrator.personId())))
                .as("no administrator any more")
                .isEmpty();
        assertThat(gives(administrator)).as("with keys of before").isEmpty();
    }

    @Test
    void nothingCanBeChangedByIt() {
        Reader both = somebody.of(somebody.agency("Both"), Role.ADMINISTRATOR, Role.EDITOR);
        document = world.ofGroup(somebody.agency("Group"), world.closedGroup());
        assertThat(gives(both)).isEmpty();
        open(both);
        assertThat(portal.getBean(Documents.class)
                        .find(document.id(), both)
                        .orElseThrow()
                        .mayChange())
                .isFalse();
        assertThatThrownBy(() -> portal.getBean(Library.class).remove(document.id(), both))
                .isInstanceOf(UnknownDocument.class);
    }

    @Test
    void whatIsSensitiveNeedsTheSignatureAllTheSame() {
        document = world.document(somebody.agency("Sensitive"), Marking.OFFICIAL_SENSITIVE);
        Reader unsigned = new Reader(
                administrator.personId(),
                administrator.agencyId(),
                administrator.agencyIds(),
                administrator.groupIds(),
                administrator.roles(),
                Set.of());
        assertThatThrownBy(() -> emergencies.open(document.id(), REASON, Duration.ofMinutes(30), unsigned))
                .hasMessageContaining("no document there");
        open(administrator);
        assertThat(gives(unsigned)).as("the signature lapsed meanwhile").isEmpty();
    }

    @Test
    void onlyAdministratorsTryAndNobodyLearnsWhatIsThere() {
        assertThatThrownBy(() -> open(coordinator)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> open(somebody.of(somebody.agency("Editors"), Role.EDITOR)))
                .isInstanceOf(AccessDeniedException.class);
        UUID draft = world.draft();
        for (UUID closed : List.of(UUID.randomUUID(), draft)) {
            assertThatThrownBy(() -> emergencies.open(closed, REASON, Duration.ofMinutes(30), administrator))
                    .as("alike")
                    .hasMessage("There is no document there that can be opened so. Check its address");
        }
        AuditLine refused = audit.of("document:" + draft, 10).stream()
                .filter(line -> line.action().equals("library.emergency-refused"))
                .findFirst()
                .orElseThrow();
        assertThat(refused.actor()).isEqualTo(administrator.personId());
        for (int tries = 0; tries < 8; tries++) {
            assertThatThrownBy(
                    () -> emergencies.open(UUID.randomUUID(), REASON, Duration.ofMinutes(30), administrator));
        }
        assertThatThrownBy(() -> open(administrator)).hasMessageContaining("Wait a while");
    }

    @Test
    void aReasonAndATimeAreNeededAndThreeAtOnceAreEnough() throws Exception {
        assertThatThrownBy(() -> emergencies.open(document.id(), "because", Duration.ofMinutes(30), administrator))
                .hasMessageContaining("why it cannot wait");
        assertThatThrownBy(() -> emergencies.open(document.id(), REASON, Duration.ofDays(2), administrator))
                .hasMessageContaining("24 hours");
        List<Callable<Boolean>> tries = java.util.stream.IntStream.range(0, 6)
                .mapToObj(number -> world.document(somebody.agency("Many"), Marking.OFFICIAL)
                        .id())
                .<Callable<Boolean>>map(id -> () -> opened(id))
                .toList();
        int opened = 0;
        try (ExecutorService at = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> each : at.invokeAll(tries)) {
                opened += each.get() ? 1 : 0;
            }
        }
        assertThat(opened).isEqualTo(3);
    }

    private boolean opened(UUID id) {
        try {
            emergencies.open(id, REASON, Duration.ofMinutes(30), administrator);
            return true;
        } catch (InvalidDocument enough) {
            return false;
        }
    }

    @Test
    void othersAreToldAndOneOfThemLooksAtItAfterwards() {
        Emergency emergency = open(administrator);
        List<String> told = jdbc.sql("SELECT m.to_address FROM mail m WHERE m.reference = ?")
                .param("emergency:" + emergency.id())
                .query(String.class)
                .list();
        assertThat(told).contains(world.email(coordinator), world.email(other), world.email(world.owner()));
        assertThat(told).doesNotContain(world.email(administrator));
        assertThat(jdbc.sql("SELECT m.html FROM mail m WHERE m.reference = ?")
                        .param("emergency:" + emergency.id())
                        .query(String.class)
                        .list())
                .as("neither title nor reason")
                .noneMatch(html -> html.contains(REASON) || html.contains(document.titleWord()));
        assertThat(gives(administrator)).contains("download");
        assertThatThrownBy(() -> emergencies.review(emergency.id(), true, "All well", other))
                .hasMessageContaining("still open");
        int before = emergencies.toReview(other);
        emergencies.end(emergency.id(), administrator);
        assertThat(emergencies.toReview(other)).isEqualTo(before + 1);
        assertThatThrownBy(() -> emergencies.review(emergency.id(), true, "All well", administrator))
                .hasMessageContaining("Another administrator");
        emergencies.review(emergency.id(), true, "All well", other);
        assertThat(emergencies.toReview(other)).isEqualTo(before);
        assertThatThrownBy(() -> emergencies.review(emergency.id(), false, "Again", other))
                .hasMessageContaining("already");
    }

    @Test
    void eachLineOfAReadingNamesTheEmergencyAndNoOtherLineDoes() {
        Emergency first = open(administrator);
        read();
        emergencies.end(first.id(), administrator);
        Emergency second = open(administrator);
        read();
        read();
        emergencies.end(second.id(), administrator);
        for (Emergency each : List.of(first, second)) {
            assertThat(emergencies.done(each, other))
                    .extracting(AuditLine::action)
                    .as("a reading within the hour is a line of its own in another emergency")
                    .contains(EmergencyAccess.READ, EmergencyAccess.TAKEN)
                    .hasSize(each.equals(first) ? 2 : 3);
            assertThat(emergencies.done(each, other))
                    .allSatisfy(line -> assertThat(line.details())
                            .containsEntry("emergency", each.id().toString()));
        }
        portal.getBean(OpenedTrail.class)
                .opened(document.id(), "page", world.owner().personId());
        assertThat(audit.of("document:" + document.id(), 50))
                .filteredOn(line -> world.owner().personId().equals(line.actor()))
                .noneMatch(line -> line.action().equals(EmergencyAccess.READ)
                        && line.details().containsKey("emergency"));
    }

    private void read() {
        portal.getBean(OpenedTrail.class).opened(document.id(), "page", administrator.personId());
        portal.getBean(Library.class).noteDownload(document.id(), 1, "page", administrator);
    }

    @Test
    void itsOwnerHasItBehindTheBellTooAndNoSecondMail() {
        Emergency emergency = open(administrator);
        assertThat(jdbc.sql(
                                "SELECT occasion, mail FROM notice WHERE person_id = ? AND thing_id = ? AND notice_key LIKE ?")
                        .params(
                                world.owner().personId().toString(),
                                document.id().toString(),
                                "%emergency:" + emergency.id())
                        .query((row, number) -> row.getString("occasion") + " " + row.getString("mail"))
                        .list())
                .containsExactly("OPENED_IN_EMERGENCY LEFT");
    }

    @Test
    void whoSeesItSaysSo() {
        open(administrator);
        WhoSees.Why why = portal.getBean(WhoSees.class).ask(document.id(), administrator.personId(), world.owner());
        assertThat(why.answer()).isEqualTo(WhoSees.Answer.SEES);
        assertThat(why.why()).isEqualTo(WhyMaySee.EMERGENCY);
    }
}
