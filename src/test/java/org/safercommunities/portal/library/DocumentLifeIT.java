package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.Inspection;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;

/** Embargo and expiry, withdrawal, versions, reviews and the end of retention. */
@PortalIT
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class DocumentLifeIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentLife life;

    @Autowired
    private EarlierVersions earlier;

    @Autowired
    private DocumentHistory history;

    @Autowired
    private Disposals disposals;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private WhoSees whoSees;

    @Autowired
    private Announcements announcements;

    @Autowired
    private Intake intake;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Search search;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private Reader editor;
    private Reader reader;
    private Reader other;
    private Reader second;
    private String word;

    @BeforeEach
    void people() {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Editors"), Role.EDITOR);
        reader = somebody.of(somebody.agency("Readers"));
        other = somebody.of(somebody.agency("Others"));
        second = somebody.of(editor.agencyId(), Role.EDITOR);
        word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
    }

    @Test
    void anEmbargoEndsByItselfAndTheDocumentIsAnnouncedOnce() throws Exception {
        Instant from = Instant.now().plusSeconds(3);
        UUID id = draft("embargoed", new DocumentTerm(editor.personId(), from, null, null, null));
        library.publish(id, editor);
        assertThat(documents.find(id, reader)).isEmpty();
        assertThat(documents.gone(id, reader)).isEmpty();
        assertThat(documents.find(id, editor)).isPresent();
        assertThat(desk.of(DeskList.SCHEDULED, 0, 200, editor))
                .extracting(DocumentCard::id)
                .contains(id);
        assertThat(whoSees.ask(id, reader.personId(), editor).answer()).isEqualTo(WhoSees.Answer.EMBARGO);
        announcements.catchUp();
        assertThat(announced(id)).isZero();

        Eventually.holds(() -> assertThat(documents.find(id, reader)).isPresent());
        assertThat(Instant.now()).isAfterOrEqualTo(from);
        Eventually.holds(() -> assertThat(found()).containsExactly(id));
        announcements.catchUp();
        announcements.catchUp();
        assertThat(announced(id)).isEqualTo(1);
        assertThat(documents.find(id, reader).orElseThrow().publishedAt())
                .isEqualTo(from.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Test
    void whatHasExpiredIsGoneFromEveryListAndItsPlaceSaysSo() throws Exception {
        UUID id = published("expiring");
        Eventually.holds(() -> assertThat(found()).containsExactly(id));
        DocumentDetails now = documents.find(id, editor).orElseThrow();
        library.describe(
                id,
                now.description(),
                new DocumentTerm(editor.personId(), null, Instant.now().minusSeconds(1), null, null),
                editor);
        assertThat(documents.find(id, reader)).isEmpty();
        assertThat(found()).isEmpty();
        assertThat(documents.gone(id, reader))
                .hasValueSatisfying(gone -> assertThat(gone.withdrawn()).isFalse());
        assertThat(documents.gone(id, other)).isEmpty();
        assertThat(whoSees.ask(id, reader.personId(), editor).answer()).isEqualTo(WhoSees.Answer.EXPIRED);
    }

    @Test
    void aWithdrawnDocumentTellsItsReadersWhyAndWhatToUseInstead() throws Exception {
        UUID wrong = published("wrong");
        UUID right = published("right");
        UUID hidden = draft("hidden", DocumentTerm.of(editor.personId()));
        Eventually.holds(() -> assertThat(found()).contains(wrong));
        assertThatThrownBy(() -> life.withdraw(wrong, " ", null, editor)).isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> life.withdraw(wrong, "Old", null, reader)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> life.withdraw(wrong, "Old", null, other)).isInstanceOf(UnknownDocument.class);

        life.withdraw(wrong, "The numbers were wrong", right, editor);
        assertThat(documents.find(wrong, reader)).isEmpty();
        assertThat(found()).doesNotContain(wrong);
        GoneDocument gone = documents.gone(wrong, reader).orElseThrow();
        assertThat(gone.reason()).isEqualTo("The numbers were wrong");
        assertThat(gone.replacedBy()).isEqualTo(right);
        assertThat(documents.gone(wrong, other)).isEmpty();

        life.reinstate(wrong, editor);
        life.withdraw(wrong, "Once more", hidden, editor);
        assertThat(documents.gone(wrong, reader).orElseThrow().replacedBy())
                .as("of a draft a reader learns nothing")
                .isNull();
        life.reinstate(wrong, editor);
        assertThat(documents.find(wrong, reader)).isPresent();
        assertThat(history.of(wrong, 0, 20, editor))
                .extracting(DocumentChange::what, DocumentChange::after)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(DocumentField.STATE, "Withdrawn: The numbers were wrong"));
    }

    @Test
    void goingBackIsANewVersionWithTheOldFileAndItsWords() throws Exception {
        UUID id = published("first");
        Eventually.holds(() -> assertThat(documents.text(id, 1, reader)).isPresent());
        library.addVersion(id, file("second"), "Better", editor);
        int again = earlier.restore(id, 1, editor);
        DocumentDetails details = documents.find(id, reader).orElseThrow();
        assertThat(again).isEqualTo(3);
        assertThat(details.current().sha256())
                .isEqualTo(details.versions().getLast().sha256());
        assertThat(documents.text(id, 3, reader)).isEqualTo(documents.text(id, 1, reader));
        assertThat(details.current().note()).isEqualTo("Back to version 1");
        assertThatThrownBy(() -> earlier.restore(id, 3, editor)).isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> earlier.restore(id, 9, editor)).isInstanceOf(UnknownDocument.class);
        assertThatThrownBy(() -> earlier.restore(id, 1, reader)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itsHistorySaysFieldByFieldWhoChangedWhatAndOnlyToEditors() throws Exception {
        UUID id = published("described");
        DocumentDetails before = documents.find(id, editor).orElseThrow();
        DocumentDescription said = before.description();
        library.describe(
                id,
                new DocumentDescription(
                        "Another title",
                        said.description(),
                        said.kind(),
                        said.topics(),
                        Marking.OFFICIAL_SENSITIVE,
                        null,
                        said.audience(),
                        null),
                editor);
        assertThat(history.of(id, 0, 2, editor))
                .extracting(DocumentChange::what)
                .containsExactly(DocumentField.MARKING, DocumentField.TITLE);
        assertThat(history.of(id, 0, 20, editor).get(1))
                .satisfies(change -> assertThat(change.after()).isEqualTo("Another title"))
                .satisfies(change -> assertThat(change.by()).isNotNull());
        assertThatThrownBy(() -> history.of(id, 0, 20, reader)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> history.of(id, 0, 20, other)).isInstanceOf(UnknownDocument.class);
    }

    @Test
    void ownersAreAskedTwoWeeksBeforeOnTheDayAndEveryMonthUntilSomebodyHasLooked() throws Exception {
        UUID id = published("ageing");
        LocalDate day = Dates.today().plusDays(400);
        DocumentDescription said = documents.find(id, editor).orElseThrow().description();
        library.describe(
                id,
                new DocumentDescription(
                        said.title(), "", said.kind(), said.topics(), said.marking(), null, said.audience(), day),
                new DocumentTerm(reader.personId(), null, null, null, null),
                editor);
        // Day by day; each day the job runs twice
        for (int offset = -30; offset <= 65; offset++) {
            ReviewReminders reminders = remindersOn(day.plusDays(offset));
            reminders.ask();
            reminders.ask();
        }
        assertThat(asked(id)).containsExactly(day.minusDays(14), day, day.plusDays(30), day.plusDays(60));
        assertThatThrownBy(() -> life.reviewed(id, null, other)).isInstanceOf(UnknownDocument.class);
        life.reviewed(id, day.plusYears(1), reader);
        remindersOn(day.plusDays(100)).ask();
        assertThat(asked(id)).hasSize(4);
    }

    @Test
    void aStaleDocumentComesAfterOneThatFitsAsWell() throws Exception {
        UUID stale = published("same words");
        UUID fresh = published("same words");
        DocumentDescription said = documents.find(stale, editor).orElseThrow().description();
        library.describe(
                stale,
                new DocumentDescription(
                        said.title(),
                        "",
                        said.kind(),
                        said.topics(),
                        said.marking(),
                        null,
                        said.audience(),
                        Dates.today().minusDays(1)),
                editor);
        // The older of two equals comes last; here that would be the stale one anyway, so let it be the newer
        jdbc.sql("UPDATE document SET published_at = published_at + INTERVAL 3 DAY WHERE id = ?")
                .param(stale.toString())
                .update();
        library.describe(stale, documents.find(stale, editor).orElseThrow().description(), editor);
        Eventually.holds(() -> assertThat(found()).containsExactly(fresh, stale));
        assertThat(desk.of(DeskList.REVIEW, 0, 200, editor))
                .extracting(DocumentCard::id)
                .contains(stale)
                .doesNotContain(fresh);
    }

    @Test
    void whatIsDeletedForGoodLeavesARecordAndNoBytes() throws Exception {
        UUID id = published("kept for a while");
        UUID twin = published("twin");
        StoredFile shared = file("shared by two");
        library.addVersion(id, shared, "", editor);
        library.addVersion(twin, shared, "", editor);
        String own =
                documents.find(id, editor).orElseThrow().versions().getLast().sha256();
        UUID last = jdbc.sql("SELECT id FROM document_version WHERE document_id = ? ORDER BY number DESC LIMIT 1")
                .param(id.toString())
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> disposals.approve(id, editor))
                .as("nothing says that it may be deleted")
                .isInstanceOf(InvalidDocument.class);
        due(id, Dates.today());
        assertThat(desk.of(DeskList.DISPOSAL, 0, 200, editor))
                .extracting(DocumentCard::id)
                .contains(id);
        assertThatThrownBy(() -> disposals.approve(id, reader)).isInstanceOf(UnknownDocument.class);
        disposals.keepUntil(id, Dates.today().plusDays(1), "A court asked for it", editor);
        assertThatThrownBy(() -> disposals.approve(id, editor)).isInstanceOf(InvalidDocument.class);
        due(id, Dates.today());
        disposals.approve(id, editor);
        assertThat(documents.find(id, editor)).isEmpty();
        assertThat(documents.gone(id, reader)).isEmpty();
        assertThat(textsOf(id)).isZero();
        portal.getBean(FileReading.class).keep(last, words("read before it was deleted, and kept after"));
        assertThat(textsOf(id)).isZero();
        assertThat(disposals.records(0, 50, editor).stream()
                        .filter(record -> record.document().equals(id)))
                .singleElement()
                .satisfies(record -> assertThat(record.files()).isEqualTo(2))
                .satisfies(record -> assertThat(record.basis()).isEqualTo("Retention policy"));
        assertThat(disposals.records(0, 50, other)).isEmpty();
        assertThat(blobs.exists(shared.sha256())).as("the twin has it still").isTrue();
        assertThat(portal.getBean(UnreferencedFiles.class).unreferenced(own)).isTrue();
        assertThat(portal.getBean(UnreferencedFiles.class).unreferenced(shared.sha256()))
                .isFalse();
    }

    private int textsOf(UUID document) {
        return jdbc.sql("SELECT COUNT(*) FROM document_text t JOIN document_version v ON v.id = t.version_id"
                        + " WHERE v.document_id = ?")
                .param(document.toString())
                .query(Integer.class)
                .single();
    }

    private static Inspection words(String text) {
        return new Inspection(Inspection.State.TEXT, "", "text/plain", text, 1, null, Set.of(), Set.of());
    }

    @Test
    void whatWasRemovedWaitsAMonthAndThenForApproval() throws Exception {
        UUID id = published("removed");
        library.remove(id, editor);
        due(id, Dates.today());
        assertThat(desk.of(DeskList.DISPOSAL, 0, 200, editor))
                .extracting(DocumentCard::id)
                .contains(id);
        assertThatThrownBy(() -> disposals.approve(id, editor))
                .as("who took it out does not also approve that it is gone")
                .hasMessageContaining("Another editor");
        disposals.approve(id, second);
        assertThat(disposals.records(0, 50, editor))
                .extracting(Disposal::document)
                .contains(id);
    }

    @Test
    void whatGoesBeforeItsTimeTakesTwo() throws Exception {
        UUID id = published("hurried");
        DocumentDescription said = documents.find(id, editor).orElseThrow().description();
        library.describe(id, said, keptUntil(Dates.today().plusYears(3)), editor);
        library.describe(id, said, keptUntil(Dates.today()), editor);
        assertThatThrownBy(() -> disposals.approve(id, editor)).hasMessageContaining("Another editor");
        // To keep it longer again is no way round
        library.describe(id, said, keptUntil(Dates.today().plusYears(1)), second);
        library.describe(id, said, keptUntil(Dates.today()), second);
        assertThatThrownBy(() -> disposals.approve(id, second)).hasMessageContaining("Another editor");
        disposals.approve(id, editor);
        assertThat(documents.find(id, editor)).isEmpty();
    }

    @Test
    void whoPutItInToBeGoneAtOnceDoesNotApproveThatEither() throws Exception {
        UUID id = draft("gone at once", keptUntil(Dates.today()));
        library.publish(id, editor);
        assertThatThrownBy(() -> disposals.approve(id, editor)).hasMessageContaining("Another editor");
        Somebody somebody = new Somebody(portal);
        UUID twin = somebody.of(editor.agencyId(), Role.EDITOR).personId();
        jdbc.sql(
                        "UPDATE person SET email = (SELECT UPPER(email) FROM (SELECT email FROM person WHERE id = ?) same) WHERE id = ?")
                .params(editor.personId().toString(), twin.toString())
                .update();
        assertThatThrownBy(() -> disposals.approve(id, somebody.again(twin)))
                .as("another account of theirs")
                .hasMessageContaining("Another editor");
        disposals.approve(id, second);
    }

    private DocumentTerm keptUntil(java.time.LocalDate day) {
        return new DocumentTerm(editor.personId(), null, null, day, "Retention policy");
    }

    @Test
    void theDeskIsCountedAsItIsListed() throws Exception {
        published("one");
        draft("two", DocumentTerm.of(editor.personId()));
        var counts = desk.counts(editor);
        for (DeskList list : DeskList.values()) {
            assertThat(desk.of(list, 0, 10_000, editor)).as(list.label()).hasSize(counts.getOrDefault(list, -1));
        }
        assertThatThrownBy(() -> desk.counts(reader)).isInstanceOf(AccessDeniedException.class);
    }

    private void due(UUID id, LocalDate day) {
        jdbc.sql("UPDATE document SET dispose_on = ?, retention_basis = 'Retention policy' WHERE id = ?")
                .params(day, id.toString())
                .update();
    }

    private ReviewReminders remindersOn(LocalDate day) {
        return new ReviewReminders(
                portal.getBean(DocumentRecords.class),
                jdbc,
                portal.getBean(PlatformTransactionManager.class),
                portal,
                Clock.fixed(day.atTime(8, 0).toInstant(ZoneOffset.UTC), Dates.KENT));
    }

    private List<LocalDate> asked(UUID id) {
        return events.stream(ReviewDue.class)
                .filter(due -> due.document().equals(id))
                .map(ReviewDue::asked)
                .toList();
    }

    private long announced(UUID id) {
        return events.stream(DocumentAppeared.class)
                .filter(appeared -> appeared.document().equals(id))
                .count();
    }

    private List<UUID> found() {
        return search.search(SearchQuery.of(word), reader).hits().stream()
                .map(SearchHit::id)
                .toList();
    }

    private UUID published(String name) throws IOException {
        UUID id = draft(name, DocumentTerm.of(editor.personId()));
        library.publish(id, editor);
        return id;
    }

    private UUID draft(String name, DocumentTerm term) throws IOException {
        return library.draft(
                file(name),
                new DocumentDescription(
                        "Paper " + word,
                        "",
                        "report",
                        Set.of(),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofAgencies(reader.agencyId()),
                        null),
                term,
                editor);
    }

    private StoredFile file(String words) throws IOException {
        return intake.take(
                new ByteArrayInputStream((words + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)),
                words.replace(' ', '-') + ".txt");
    }
}
