package org.safercommunities.portal.notifications.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.following.Shelf;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices: only of what their person may see at that moment, in the portal and by mail, and each mail once. */
@PortalIT
class NoticesIT {

    private static final Audience EVERYONE = Audience.ofEveryone();

    private final Shelf shelf;
    private final PersonalNotices telling;
    private final OwnNotices notices;
    private final NoticeChoices choices;
    private final NoticeDigests digests;
    private final NoticeTable rows;
    private final People people;
    private final TransactionTemplate transaction;

    NoticesIT(@Autowired ApplicationContext portal) {
        shelf = new Shelf(portal);
        telling = portal.getBean(PersonalNotices.class);
        notices = portal.getBean(OwnNotices.class);
        choices = portal.getBean(NoticeChoices.class);
        digests = portal.getBean(NoticeDigests.class);
        rows = portal.getBean(NoticeTable.class);
        people = portal.getBean(People.class);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    private int tell(UUID document, Reader... to) {
        return done(status -> telling.tell(
                Stream.of(to).map(Reader::personId).toList(),
                NoticeOccasion.NEW_DOCUMENT,
                "test:" + document,
                "documents",
                document,
                "library/" + document,
                NoticeUrgency.USUAL));
    }

    private int done(TransactionCallback<Integer> what) {
        return Objects.requireNonNull(transaction.execute(what));
    }

    private List<String> titles(Reader reader) {
        return notices.newest(false, 0, 200, reader).lines().stream()
                .map(line -> line.subject().title())
                .toList();
    }

    /** In three days, when whatever has come is due; the portal’s own job runs in the meantime and finds nothing due yet. */
    private static Instant later() {
        return Instant.now().plus(Duration.ofDays(3));
    }

    private void digest(Reader reader) {
        transaction.executeWithoutResult(status -> digests.send(reader.personId(), later()));
    }

    @Test
    void whatSomebodyMayNoLongerSeeIsGoneFromPageCountAndMail() {
        UUID stays = shelf.published("Stays with the north", EVERYONE, Marking.OFFICIAL);
        UUID goes = shelf.published("Goes to the south", EVERYONE, Marking.OFFICIAL);
        UUID removed = shelf.published("Taken out again", EVERYONE, Marking.OFFICIAL);
        for (UUID each : List.of(stays, goes, removed)) {
            tell(each, shelf.rowan, shelf.ash);
        }
        assertThat(titles(shelf.rowan))
                .as("before anything changes")
                .containsExactlyInAnyOrder("Stays with the north", "Goes to the south", "Taken out again");
        assertThat(notices.unread(shelf.rowan)).isEqualTo(3);

        shelf.isFor(goes, Audience.ofAgencies(shelf.south));
        shelf.remove(removed);
        assertThat(titles(shelf.rowan)).containsExactly("Stays with the north");
        assertThat(notices.newest(false, 0, 1, shelf.rowan).total()).isEqualTo(1);
        assertThat(notices.unread(shelf.rowan)).isEqualTo(1);
        assertThat(titles(shelf.ash))
                .as("the control: whoever may see it still does")
                .containsExactlyInAnyOrder("Stays with the north", "Goes to the south");

        digest(shelf.rowan);
        digest(shelf.ash);
        assertThat(shelf.mails(shelf.rowan))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail)
                        .contains(
                                "New in a topic you follow: Stays with the north",
                                "library/" + stays,
                                "account#notices")
                        .doesNotContain("Goes to the south", "Taken out", goes.toString(), removed.toString()));
        assertThat(shelf.mails(shelf.ash))
                .as("the control")
                .hasSize(1)
                .allSatisfy(
                        mail -> assertThat(mail).contains("2 things are new for you", "Goes to the south", "OFFICIAL"));

        shelf.isFor(goes, EVERYONE);
        assertThat(notices.unread(shelf.rowan)).as("theirs again").isEqualTo(2);
        digest(shelf.rowan);
        assertThat(shelf.mails(shelf.rowan))
                .as("what was left out is not sent late")
                .hasSize(1);
    }

    @Test
    void theTitleOfWhatIsSensitiveStaysInThePortal() {
        UUID document = shelf.published("Names of victims", EVERYONE, Marking.OFFICIAL_SENSITIVE);
        tell(document, shelf.rowan);
        digest(shelf.rowan);
        assertThat(titles(shelf.rowan)).containsExactly("Names of victims");
        assertThat(shelf.mails(shelf.rowan))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("A document marked OFFICIAL-SENSITIVE", "library/" + document)
                        .doesNotContain("Names of victims"));
    }

    @Test
    void nobodyIsToldTwiceAndThousandsAreToldInAFewStatements() {
        UUID document = shelf.published("For thousands", EVERYONE, Marking.OFFICIAL);
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(2_500).toList();
        List<Integer> told = new ArrayList<>();
        long statements = statements(() -> told.add(done(status -> telling.tell(
                many,
                NoticeOccasion.NEW_VERSION,
                "many:" + document,
                "documents",
                document,
                "x",
                NoticeUrgency.USUAL))));
        assertThat(told).containsExactly(2_500);
        assertThat(statements).isEqualTo(3);
        assertThat(tell(document, shelf.rowan)).isEqualTo(1);
        assertThat(tell(document, shelf.rowan, shelf.rowan)).as("again").isZero();
        assertThatThrownBy(() -> telling.tell(
                        List.of(), NoticeOccasion.ANSWERED, "k", "documents", document, "x", NoticeUrgency.SOON))
                .as("outside of what it tells about")
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
        shelf.jdbc
                .sql("DELETE FROM notice WHERE notice_key = ?")
                .param("many:" + document)
                .update();
    }

    @Test
    void aMailAndTheMarkThatItWasSentAreOne() {
        tell(shelf.published("Once", EVERYONE, Marking.OFFICIAL), shelf.rowan);
        transaction.executeWithoutResult(status -> {
            digests.send(shelf.rowan.personId(), later());
            assertThat(shelf.mails(shelf.rowan))
                    .as("just before the portal is killed")
                    .hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(shelf.mails(shelf.rowan)).as("nothing went out").isEmpty();
        digest(shelf.rowan);
        digest(shelf.rowan);
        assertThat(shelf.mails(shelf.rowan))
                .as("nothing is lost, nothing doubled")
                .hasSize(1);
    }

    @Test
    void anotherProcessLeavesAlonePeopleWhoAreBeingWrittenTo() throws Exception {
        tell(shelf.published("Held", EVERYONE, Marking.OFFICIAL), shelf.rowan);
        transaction.executeWithoutResult(status -> {
            digests.send(shelf.rowan.personId(), later());
            Thread other = Thread.ofVirtual().start(() -> digest(shelf.rowan));
            try {
                assertThat(other.join(Duration.ofSeconds(10)))
                        .as("it does not wait")
                        .isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        assertThat(shelf.mails(shelf.rowan)).hasSize(1);
    }

    @Test
    void eachChoosesWhenMailComesAndWhoeverLeftGetsNone() {
        Reader weekly = shelf.somebody.of(shelf.north);
        Reader never = shelf.somebody.of(shelf.north);
        Reader left = shelf.somebody.of(shelf.north);
        Reader atOnce = shelf.somebody.of(shelf.north);
        choices.choose(NoticeAbout.FOLLOWED, NoticeCadence.WEEKLY, weekly);
        choices.choose(NoticeAbout.FOLLOWED, NoticeCadence.PORTAL_ONLY, never);
        choices.choose(NoticeAbout.FOLLOWED, NoticeCadence.AT_ONCE, atOnce);
        tell(shelf.published("Chosen", EVERYONE, Marking.OFFICIAL), weekly, never, left, atOnce, shelf.rowan);
        people.endMembership(left.personId(), "Left", Reader.portal());
        // Thursday noon: what came an hour ago is due at once, and neither for the day nor for the week
        ZonedDateTime thursday = ZonedDateTime.now(Dates.KENT)
                .plusDays(1)
                .with(TemporalAdjusters.next(DayOfWeek.THURSDAY))
                .with(LocalTime.NOON);
        Instant noon = thursday.toInstant();
        cameAt(noon.minusSeconds(3600));
        digests.catchUp(noon);
        assertThat(shelf.mails(atOnce)).hasSize(1);
        for (Reader each : List.of(weekly, never, left, shelf.rowan)) {
            assertThat(shelf.mails(each)).isEmpty();
        }
        digests.catchUp(thursday.plusDays(1).withHour(7).toInstant());
        assertThat(shelf.mails(shelf.rowan)).as("in the morning").hasSize(1);
        assertThat(shelf.mails(weekly)).isEmpty();
        digests.catchUp(thursday.plusDays(4).withHour(7).toInstant());
        assertThat(shelf.mails(weekly)).as("on Monday").hasSize(1);
        choices.choose(NoticeAbout.FOLLOWED, NoticeCadence.AT_ONCE, never);
        digests.catchUp(thursday.plusDays(14).toInstant());
        assertThat(shelf.mails(never)).as("not even afterwards").isEmpty();
        assertThat(shelf.mails(left)).isEmpty();
        assertThat(notices.unread(never)).isEqualTo(1);
    }

    private void cameAt(Instant moment) {
        shelf.jdbc
                .sql("UPDATE notice SET at = ? WHERE source = 'documents' AND thing_id IN"
                        + " (SELECT t.document_id FROM document_topic t WHERE t.topic = ?)")
                .params(Sql.utc(moment), shelf.topic)
                .update();
    }

    @Test
    void whatWasReadIsNotMailedAndTheListTakesTheSameStatementsHoweverLong() {
        UUID first = shelf.published("Read one", EVERYONE, Marking.OFFICIAL);
        tell(first, shelf.rowan);
        long few = statements(() -> titles(shelf.rowan));
        for (int i = 0; i < 12; i++) {
            tell(shelf.published("More " + i, EVERYONE, Marking.OFFICIAL), shelf.rowan);
        }
        assertThat(statements(() -> titles(shelf.rowan))).isEqualTo(few).isLessThanOrEqualTo(4);
        assertThat(notices.arrived("library/" + first, shelf.rowan)).isTrue();
        assertThat(notices.arrived("library/" + first, shelf.rowan)).isFalse();
        assertThat(notices.unread(shelf.rowan)).isEqualTo(12);
        UUID last = notices.newest(true, 0, 1, shelf.rowan).lines().getFirst().id();
        assertThat(notices.mark(last, true, shelf.ash)).as("another’s").isFalse();
        assertThat(notices.mark(last, true, shelf.rowan)).isTrue();
        assertThat(notices.mark(last, true, shelf.rowan)).as("again").isTrue();
        digest(shelf.rowan);
        assertThat(shelf.mails(shelf.rowan))
                .hasSize(1)
                .allSatisfy(
                        mail -> assertThat(mail).contains("11 things are new").doesNotContain("Read one"));
        notices.markAllRead(shelf.rowan);
        assertThat(notices.unread(shelf.rowan)).isZero();
        assertThat(notices.newest(true, 0, 10, shelf.rowan).lines()).isEqualTo(Collections.emptyList());
        assertThat(notices.newest(false, 0, 200, shelf.rowan).total()).isEqualTo(13);
    }

    @Test
    void noticesAreForgottenAfterTheirTime() {
        UUID document = shelf.published("Old", EVERYONE, Marking.OFFICIAL);
        tell(document, shelf.rowan, shelf.ash);
        shelf.jdbc
                .sql("UPDATE notice SET at = ? WHERE person_id = ?")
                .params(
                        Sql.utc(Instant.now().minus(Duration.ofDays(91))),
                        shelf.rowan.personId().toString())
                .update();
        rows.forget(Duration.ofDays(90));
        assertThat(titles(shelf.rowan)).isEmpty();
        assertThat(titles(shelf.ash)).containsExactly("Old");
    }

    private long statements(Runnable what) {
        Long asked = transaction.execute(status -> {
            long before = questions();
            what.run();
            return questions() - before - 1;
        });
        return asked == null ? 0 : asked;
    }

    /** As the database counts them, on the connection of one transaction. */
    private long questions() {
        return shelf.jdbc
                .sql("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }
}
