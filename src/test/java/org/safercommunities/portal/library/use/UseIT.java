package org.safercommunities.portal.library.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.following.Shelf;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What readers say of documents, and the figures: for those they are meant for, and singling nobody out. */
@PortalIT
class UseIT {

    private static final Audience EVERYONE = Audience.ofEveryone();

    private final Shelf shelf;
    private final Usefulness usefulness;
    private final LibraryReads reads;
    private final LibraryFigures figures;
    private final ReadingWeeks weeks;
    private final NeglectedDocuments neglected;
    private final FigureTables tables;
    private final SearchesInVain inVain;
    private final OldFigures old;
    private final OwnUseData ownData;
    private final Pseudonyms pseudonyms;
    private final Library library;
    private final OwnNotices notices;
    private final MonthSpan span = MonthSpan.last(1, Dates.today());

    UseIT(@Autowired ApplicationContext portal) {
        shelf = new Shelf(portal);
        usefulness = portal.getBean(Usefulness.class);
        reads = portal.getBean(LibraryReads.class);
        figures = portal.getBean(LibraryFigures.class);
        weeks = portal.getBean(ReadingWeeks.class);
        neglected = portal.getBean(NeglectedDocuments.class);
        tables = portal.getBean(FigureTables.class);
        inVain = portal.getBean(SearchesInVain.class);
        old = portal.getBean(OldFigures.class);
        ownData = portal.getBean(OwnUseData.class);
        pseudonyms = portal.getBean(Pseudonyms.class);
        library = portal.getBean(Library.class);
        notices = portal.getBean(OwnNotices.class);
    }

    @Test
    void aReaderAnswersOnceAndTheOwnerHearsWhatTheyWrote() {
        UUID document = shelf.published("Asked about", EVERYONE, Marking.OFFICIAL);
        usefulness.answer(document, true, "", shelf.rowan);
        assertThat(of(shelf.editor)).as("a count needs no notice").isEmpty();
        usefulness.answer(document, false, " The number on page 2 is old. ", shelf.rowan);
        usefulness.answer(document, false, "The number on page 2 is old.", shelf.rowan);
        usefulness.answer(document, true, "", shelf.ash);
        assertThat(of(shelf.editor)).extracting(NoticeLine::occasion).containsExactly(NoticeOccasion.COMMENTED);
        Usefulness.Opinion opinion = usefulness.opinion(document, shelf.editor);
        assertThat(opinion.useful()).isEqualTo(1);
        assertThat(opinion.notUseful()).isEqualTo(1);
        assertThat(opinion.comments()).hasSize(1).allSatisfy(comment -> {
            assertThat(comment.name()).isEqualTo("Rowan Weald");
            assertThat(comment.comment()).isEqualTo("The number on page 2 is old.");
        });
        assertThatThrownBy(() -> usefulness.opinion(document, shelf.rowan)).isInstanceOf(AccessDeniedException.class);
        assertThat(ownData.of(shelf.rowan.personId()).toString()).contains("page 2", document.toString());
        usefulness.takeBack(document, shelf.rowan);
        assertThat(usefulness.own(document, shelf.rowan)).isEmpty();
        assertThat(usefulness.opinion(document, shelf.editor).comments()).isEmpty();
        assertThatThrownBy(() -> usefulness.answer(document, true, "x".repeat(1001), shelf.rowan))
                .isInstanceOf(InvalidUse.class);
    }

    @Test
    void nobodyAnswersOrReadsAnswersOfWhatTheyMayNotSee() {
        UUID document = shelf.published("North only", Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        assertThatThrownBy(() -> usefulness.answer(document, true, "", shelf.ash))
                .isInstanceOf(UnknownDocument.class);
        assertThatThrownBy(() -> usefulness.opinion(document, shelf.ash)).isInstanceOf(UnknownDocument.class);
        assertThatThrownBy(() ->
                        usefulness.answer(shelf.draft("Draft", EVERYONE, Marking.OFFICIAL), true, "", shelf.editor))
                .as("a draft is not asked about")
                .isInstanceOf(UnknownDocument.class);
    }

    private List<NoticeLine> of(Reader reader) {
        return notices.newest(false, 0, 100, reader).lines();
    }

    /** So many people of an agency open it. */
    private void read(UUID document, String agency, int people) {
        for (int i = 0; i < people; i++) {
            reads.opened(document, new Reader(UUID.randomUUID(), agency, Set.of(agency), Set.of(), Set.of()));
        }
    }

    private LibraryFigures.OfDocument line(UUID document) {
        return figures.documents(span, shelf.editor).stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void peopleAreCountedOnceEditorsNotAndFewAreNotShown() throws IOException {
        UUID document = shelf.published("=Counted", EVERYONE, Marking.OFFICIAL);
        read(document, shelf.north, 9);
        reads.opened(document, shelf.editor);
        assertThat(line(document).people()).isEmpty();
        reads.opened(document, shelf.rowan);
        reads.opened(document, shelf.rowan);
        library.noteDownload(document, 1, "page", shelf.rowan);
        library.noteDownload(document, 1, "page", shelf.editor);
        assertThat(line(document).people()).hasValue(10);
        assertThat(line(document).downloads()).isEqualTo(1);
        read(document, shelf.north, 4);
        read(document, shelf.south, 7);
        assertThat(line(document).people())
                .as("21, and one more or less does not show")
                .hasValue(20);
        ReaderCounts counts = figures.agencies(span, shelf.editor);
        assertThat(counts.byAgency()).containsEntry(shelf.north, 10).doesNotContainKey(shelf.south);
        StringBuilder file = new StringBuilder();
        tables.documents(span, file, shelf.editor);
        assertThat(file.toString()).contains("'=Counted,OFFICIAL,20,1,");
        file.setLength(0);
        tables.agencies(span, file, shelf.editor);
        assertThat(file.toString()).contains("Shelf north").doesNotContain("Shelf south");
        assertThat(figures.downloads(span, shelf.editor).get(YearMonth.from(Dates.today())))
                .isPositive();
        assertThat(shelf.jdbc
                        .sql("SELECT COUNT(*) FROM library_read WHERE reader = ?")
                        .param(pseudonyms.of(shelf.rowan.personId()))
                        .query(Integer.class)
                        .single())
                .as("a row a person, document and day")
                .isEqualTo(1);
        assertThat(ownData.of(shelf.rowan.personId()).toString()).contains(document.toString());
    }

    @Test
    void anEditorSeesNoFigureOfAGroupsDocumentThatIsNotTheirs(@Autowired Groups groups) {
        Reader reader = shelf.editor;
        GroupSummary group =
                groups.create(GroupKind.TASK_GROUP, "Figures " + UUID.randomUUID(), "For a test", Reader.portal());
        UUID document = shelf.draft("Group matters", Audience.ofGroups(group.slug()), Marking.OFFICIAL);
        shelf.publish(document);
        read(document, shelf.north, 12);
        shelf.publishedAt(document, Instant.now().minus(Duration.ofDays(400)));
        shelf.jdbc
                .sql("UPDATE document SET review_on = '2020-01-01' WHERE id = ?")
                .param(document.toString())
                .update();
        assertThat(seenIn(document, reader)).isEmpty();
        groups.add(group.slug(), reader.personId(), Reader.portal());
        assertThat(seenIn(document, shelf.somebody.again(reader.personId())))
                .as("the control: in the group they do")
                .containsExactly("read", "stale", "unread");
        for (Role role : List.of(Role.ADMINISTRATOR, Role.COORDINATOR)) {
            Reader other = shelf.somebody.of(shelf.north, role);
            assertThatThrownBy(() -> figures.documents(span, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> figures.searchesInVain(span, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> neglected.stale(other)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private List<String> seenIn(UUID document, Reader reader) {
        List<String> in = new java.util.ArrayList<>();
        if (figures.documents(span, reader).stream().anyMatch(line -> line.id().equals(document))) {
            in.add("read");
        }
        if (neglected.stale(reader).stream().anyMatch(line -> line.id().equals(document))) {
            in.add("stale");
        }
        if (neglected.unread(reader).stream().anyMatch(line -> line.id().equals(document))) {
            in.add("unread");
        }
        return in;
    }

    @Test
    void eachWeekIsCountedByItselfAndNoneIsLeftOut() throws IOException {
        LocalDate today = Dates.today();
        MonthSpan two = MonthSpan.last(2, today);
        List<ReadingWeeks.Week> before = weeks.of(two, shelf.editor);
        UUID document = shelf.published("Week by week", EVERYONE, Marking.OFFICIAL);
        read(document, shelf.north, 3);
        shelf.jdbc
                .sql("UPDATE library_read SET day = ?, downloads = 2 WHERE document_id = ?")
                .params(two.first(), document.toString())
                .update();
        read(document, shelf.south, 2);
        List<ReadingWeeks.Week> now = weeks.of(two, shelf.editor);
        assertThat(now.getFirst().from()).isEqualTo(two.first());
        assertThat(now.getFirst().reads() - before.getFirst().reads()).isEqualTo(3);
        assertThat(now.getFirst().downloads() - before.getFirst().downloads()).isEqualTo(6);
        assertThat(now.getLast().reads() - before.getLast().reads()).isEqualTo(2);
        assertThat(now.getLast().over()).isFalse();
        for (int at = 1; at < now.size(); at++) {
            assertThat(now.get(at).from())
                    .isEqualTo(now.get(at - 1).to().plusDays(1))
                    .isBeforeOrEqualTo(today);
        }
        StringBuilder file = new StringBuilder();
        tables.weeks(two, file, shelf.editor);
        assertThat(file.toString().lines()).hasSize(now.size() + 1);
        assertThatThrownBy(() -> weeks.of(two, shelf.rowan)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsDownloadedIsNotUnread() {
        UUID document = shelf.published("Old but read", EVERYONE, Marking.OFFICIAL);
        shelf.publishedAt(document, Instant.now().minus(Duration.ofDays(500)));
        assertThat(seenIn(document, shelf.editor)).contains("unread");
        library.noteDownload(document, 1, "page", shelf.rowan);
        assertThat(seenIn(document, shelf.editor)).doesNotContain("unread");
    }

    @Test
    void searchesInVainAreCountedByWordsAndForgottenAfterAYear() {
        String word = "unfound" + UUID.randomUUID();
        String typed = word.replaceAll("[0-9-]", "x");
        inVain.note(typed.toUpperCase(java.util.Locale.ROOT));
        inVain.note(typed + " somebody@somewhere.example");
        assertThat(figures.searchesInVain(span, shelf.editor)).contains(new LibraryFigures.InVain(typed, 2));
        UUID document = shelf.published("Long ago", EVERYONE, Marking.OFFICIAL);
        read(document, shelf.north, 1);
        LocalDate today = Dates.today();
        shelf.jdbc
                .sql("UPDATE search_without_result SET day = ? WHERE words = ?")
                .params(today.minusYears(1).minusDays(1), typed)
                .update();
        shelf.jdbc
                .sql("UPDATE library_read SET day = ? WHERE document_id = ?")
                .params(today.minusMonths(13).minusDays(1), document.toString())
                .update();
        assertThat(old.forgetReads() + old.forgetWords()).isGreaterThanOrEqualTo(2);
        assertThat(rows("search_without_result WHERE words = ?", typed)).isZero();
        assertThat(rows("library_read WHERE document_id = ?", document.toString()))
                .isZero();
    }

    private int rows(String of, String value) {
        return Objects.requireNonNull(shelf.jdbc
                .sql("SELECT COUNT(*) FROM " + of)
                .param(value)
                .query(Integer.class)
                .single());
    }

    @Test
    void figuresAreOfWholeMonths() {
        YearMonth now = YearMonth.from(Dates.today());
        assertThatThrownBy(() -> new MonthSpan(now, now.minusMonths(1))).isInstanceOf(InvalidUse.class);
        assertThatThrownBy(() -> new MonthSpan(now.minusMonths(12), now)).isInstanceOf(InvalidUse.class);
        assertThat(new MonthSpan(now.minusMonths(11), now).first().getDayOfMonth())
                .isEqualTo(1);
        assertThat(figures.downloads(new MonthSpan(now.minusMonths(11), now), shelf.editor))
                .hasSize(12);
    }
}
