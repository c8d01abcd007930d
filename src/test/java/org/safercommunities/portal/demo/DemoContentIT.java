package org.safercommunities.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Admission.Admitted;
import org.safercommunities.portal.agencies.FirstPerson;
import org.safercommunities.portal.agencies.Identity;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.WhoMaySignIn;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.support.DemoPortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoPortalIT
class DemoContentIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ALL =
            DemoDocuments.all(LocalDate.now(ZoneOffset.UTC)).size();
    private static final DemoWorld WORLD = DemoWorld.read();

    @Autowired
    private DemoContent content;

    @Autowired
    private DemoSeed seed;

    @Autowired
    private DemoPeople demoPeople;

    @Autowired
    private DemoDocuments demoDocuments;

    @Autowired
    private Documents documents;

    @Autowired
    private Library library;

    @Autowired
    private PersonList people;

    @Autowired
    private Readers readers;

    @Autowired
    private WhoMaySignIn whoMaySignIn;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void filled() {
        until(() -> demoDocuments.missing().isEmpty());
        // What is put together of documents comes after them
        until(() -> seed.has("pack:campaign") && seed.has("pack:seminar") && seed.has("reading"));
    }

    private static void until(BooleanSupplier done) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Reader reader(String email) {
        return readers.of(people.findByEmail(email).orElseThrow().id())
                .orElseThrow()
                .proven();
    }

    private List<DocumentCard> seenBy(String email) {
        return documents.publishedSince(null, 200, reader(email));
    }

    private int rows(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private List<Integer> everything() {
        return List.of(
                rows("agency"),
                rows("person"),
                rows("membership"),
                rows("group_member"),
                rows("document"),
                rows("document_version"),
                rows("demo_seed"));
    }

    @Test
    void everyDemoAccountComesInWithItsRolesAndAgency() {
        for (FirstPerson person : WORLD.people()) {
            String account = person.account();
            if (account != null) {
                var admission = whoMaySignIn.admit(new Identity(
                        account, person.provider(), Set.of(person.agency()), person.email(), person.name()));
                assertThat(admission)
                        .isInstanceOfSatisfying(
                                Admitted.class,
                                admitted -> assertThat(admitted.roles()).isEqualTo(person.roles()));
                assertThat(reader(person.email()).agencyId()).isEqualTo(person.agency());
            }
        }
    }

    @Test
    void seedingTwiceChangesNothing() {
        List<Integer> before = everything();
        demoPeople.putIn(WORLD);
        content.fill();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void twoOfferedDocumentsWaitAndOneIsDeclined() {
        assertThat(jdbc.sql("SELECT state FROM document_offer ORDER BY state")
                        .query(String.class)
                        .list())
                .containsExactly("DECLINED", "WAITING", "WAITING");
    }

    @Test
    void whatFailsHalfwayLeavesNothingAndIsTakenUpAgain() {
        List<Integer> before = everything();
        assertThatThrownBy(() -> seed.once("document:broken", () -> {
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        assertThat(everything()).isEqualTo(before);
        assertThat(seed.has("document:broken")).isFalse();
    }

    @Test
    void aSeedingThatWasCutOffIsCompletedWithoutDoingAnythingTwice() {
        List<Integer> before = everything();
        for (String key : List.of("50-restorative", "01-cuckooing-home-visits", "54-winter-call-draft")) {
            forget(titleOf(key));
            jdbc.sql("DELETE FROM demo_seed WHERE item = ?")
                    .param("document:" + key)
                    .update();
        }
        assertThat(demoDocuments.missing()).hasSize(3);
        content.fill();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatWasTakenOutIsNotBroughtBack() {
        Reader editor = reader("editor@kcst.example");
        DocumentCard speedwatch = seenBy("editor@kcst.example").stream()
                .filter(card -> card.title().equals("Starting a community speedwatch"))
                .findFirst()
                .orElseThrow();
        library.remove(speedwatch.id(), editor);
        content.fill();
        assertThat(seenBy("editor@kcst.example")).noneMatch(card -> card.title().equals(speedwatch.title()));
    }

    @Test
    void everyFileIsReadOrSaysWhyNot() {
        until(() -> jdbc.sql("SELECT COUNT(*) FROM document_version WHERE reading = 'PENDING'")
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(states("SELECT DISTINCT reading FROM document_version"))
                .containsExactlyInAnyOrder("TEXT", "NO_TEXT", "LOCKED");
        DocumentCard locked = titled("practitioner@dover.example", "Safe address scheme: contacts");
        assertThat(locked.reading()).isEqualTo(ReadingState.LOCKED);
        assertThat(locked.readingReason()).contains("password");
        assertThat(titled("editor@kcst.example", "Information sharing agreement, signed copy")
                        .readingReason())
                .contains("scanned");
        assertThat(titled("editor@kcst.example", "Working Group notes, March 2024")
                        .higherMarkings())
                .containsExactly("RESTRICTED");
    }

    @Test
    void everybodySeesWhatIsMeantForThemAndNoMore() {
        assertThat(titles("practitioner@dover.example"))
                .contains("Your case study for the newsletter: our notes", "Home visits where cuckooing is suspected")
                .doesNotContain("Swale: community trigger caseload, third quarter");
        assertThat(titles("practitioner@swale.example"))
                .contains("Swale: community trigger caseload, third quarter")
                .doesNotContain("Dover: seafront patrol rota, January 2027");
        assertThat(titles("board@kfrs.example")).contains("KCSP board: agenda and papers, 9 December 2026");
        assertThat(titles("editor@kcst.example"))
                .contains("DHR action plans: where each recommendation stands")
                .doesNotContain("KCSP board: agenda and papers, 9 December 2026");
        assertThat(titles("volunteer@mail.example"))
                .contains("Home visits where cuckooing is suspected")
                .doesNotContain("Organised crime groups: what frontline staff notice first");
    }

    @Test
    void documentsHaveTheDatesTheyWouldHaveHad() {
        DocumentCard visits = titled("reviewer@kcst.example", "Home visits where cuckooing is suspected");
        assertThat(visits.version()).isEqualTo(3);
        assertThat(visits.when()).isBetween("2025-09-09T00:00:00Z", "2025-09-10T00:00:00Z");
        assertThat(rows("document")).isEqualTo(ALL);
        assertThat(documents.countDrafts(reader("editor@kcst.example"))).isEqualTo(4);
    }

    private Set<String> titles(String email) {
        return seenBy(email).stream().map(DocumentCard::title).collect(Collectors.toSet());
    }

    private DocumentCard titled(String email, String title) {
        return seenBy(email).stream()
                .filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> states(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static String titleOf(String key) {
        return DemoDocuments.all(LocalDate.now(ZoneOffset.UTC)).stream()
                .filter(document -> document.key().equals(key))
                .findFirst()
                .orElseThrow()
                .said()
                .text("title");
    }

    private void forget(String title) {
        String id = jdbc.sql("SELECT id FROM document WHERE title = ?")
                .param(title)
                .query(String.class)
                .single();
        jdbc.sql(
                        "DELETE FROM document_text WHERE version_id IN (SELECT id FROM document_version WHERE document_id = ?)")
                .param(id)
                .update();
        for (String table :
                List.of("pack_member", "document_change", "document_version", "document_topic", "document_audience")) {
            jdbc.sql("DELETE FROM " + table + " WHERE document_id = ?")
                    .param(id)
                    .update();
        }
        jdbc.sql("DELETE FROM document WHERE id = ?").param(id).update();
    }
}
