package org.safercommunities.portal.library.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Followers and saved searches hear of what is new, if they may see it and have not done it themselves, and once. */
@PortalIT
class FollowingIT {

    private static final Audience EVERYONE = Audience.ofEveryone();

    private final Shelf shelf;
    private final Following following;
    private final SavedSearches searches;
    private final SavedSearchRuns runs;
    private final NewsTelling telling;
    private final DocumentNews news;
    private final OwnNotices notices;
    private final TransactionTemplate transaction;

    FollowingIT(@Autowired ApplicationContext portal) {
        shelf = new Shelf(portal);
        following = portal.getBean(Following.class);
        searches = portal.getBean(SavedSearches.class);
        runs = portal.getBean(SavedSearchRuns.class);
        telling = portal.getBean(NewsTelling.class);
        news = portal.getBean(DocumentNews.class);
        notices = portal.getBean(OwnNotices.class);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    private List<NoticeLine> of(Reader reader) {
        return notices.newest(false, 0, 200, reader).lines();
    }

    private List<String> titles(Reader reader) {
        return of(reader).stream().map(line -> line.subject().title()).toList();
    }

    @Test
    void followersOfATopicHearOfWhatTheyMaySee() {
        FollowedThing topic = FollowedThing.topic(shelf.topic);
        for (Reader each : List.of(shelf.rowan, shelf.ash, shelf.editor)) {
            following.follow(topic, each);
            following.follow(topic, each);
        }
        shelf.published("For all", EVERYONE, Marking.OFFICIAL);
        shelf.published("For the north", Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        tell();
        tell();
        assertThat(titles(shelf.rowan)).containsExactlyInAnyOrder("For all", "For the north");
        assertThat(titles(shelf.ash)).containsExactly("For all");
        assertThat(of(shelf.ash).getFirst().occasion()).isEqualTo(NoticeOccasion.NEW_DOCUMENT);
        assertThat(titles(shelf.editor)).as("who did it themselves").isEmpty();
        // Whoever it was not for then is not told of by a row that waits for them
        assertThat(shelf.jdbc
                        .sql("SELECT COUNT(*) FROM notice WHERE person_id = ?")
                        .param(shelf.ash.personId().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        following.unfollow(topic, shelf.rowan);
        shelf.published("Later", EVERYONE, Marking.OFFICIAL);
        tell();
        assertThat(titles(shelf.rowan)).doesNotContain("Later");
        assertThat(titles(shelf.ash)).contains("Later");
    }

    @Test
    void whatBecomesVisibleLaterIsToldThenAndNobodyTwice() {
        following.follow(FollowedThing.topic(shelf.topic), shelf.rowan);
        following.follow(FollowedThing.topic(shelf.topic), shelf.ash);
        UUID document = shelf.published("Held back", Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        tell();
        assertThat(titles(shelf.rowan)).containsExactly("Held back");
        assertThat(titles(shelf.ash)).isEmpty();
        shelf.isFor(document, EVERYONE);
        transaction.executeWithoutResult(status -> news.becameVisible(document, null));
        tell();
        assertThat(titles(shelf.ash)).containsExactly("Held back");
        assertThat(of(shelf.rowan)).as("told before").hasSize(1);
    }

    @Test
    void followersOfADocumentHearOfItsNewVersions() {
        UUID document = shelf.published("Winter plan", EVERYONE, Marking.OFFICIAL);
        UUID theirs = shelf.published("South only", Audience.ofAgencies(shelf.south), Marking.OFFICIAL);
        following.follow(FollowedThing.document(document), shelf.rowan);
        assertThatThrownBy(() -> following.follow(FollowedThing.document(theirs), shelf.rowan))
                .isInstanceOf(InvalidFollowing.class)
                .hasMessage("There is nothing like that for you to follow. Name a topic, or a document you may see");
        assertThatThrownBy(() -> following.follow(FollowedThing.document(UUID.randomUUID()), shelf.rowan))
                .as("the same words as for what is not there")
                .hasMessage("There is nothing like that for you to follow. Name a topic, or a document you may see");
        shelf.newVersion(document);
        shelf.newVersion(theirs);
        tell();
        assertThat(of(shelf.rowan)).extracting(NoticeLine::occasion).containsExactly(NoticeOccasion.NEW_VERSION);
        assertThat(following.all(shelf.rowan)).extracting(Following.Line::name).containsExactly("Winter plan");
        shelf.isFor(document, Audience.ofAgencies(shelf.south));
        shelf.newVersion(document);
        tell();
        assertThat(of(shelf.rowan)).as("no longer theirs").isEmpty();
        assertThat(following.all(shelf.rowan)).isEmpty();
    }

    @Test
    void aSavedSearchFindsWhatIsPublishedAfterwardsWithTheRightsOfItsOwner() {
        String word = "lanternwalk" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        searches.save("Lanterns", "q=" + word, true, shelf.rowan);
        searches.save("Lanterns", "q=" + word, true, shelf.ash);
        searches.save("Elsewhere", "q=" + word + "&kind=template", true, shelf.editor);
        UUID north = shelf.published("North " + word, Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        UUID all = shelf.published("All " + word, EVERYONE, Marking.OFFICIAL);
        shelf.published("Nothing of the sort", EVERYONE, Marking.OFFICIAL);
        tell();
        Eventually.holds(() -> {
            runs.catchUp();
            assertThat(searched(north) && searched(all)).isTrue();
        });
        assertThat(titles(shelf.rowan)).containsExactlyInAnyOrder("North " + word, "All " + word);
        assertThat(titles(shelf.ash)).containsExactly("All " + word);
        assertThat(of(shelf.ash).getFirst().occasion()).isEqualTo(NoticeOccasion.SEARCH_FOUND);
        assertThat(titles(shelf.editor)).isEmpty();
        searches.save("Too late", "q=" + word, true, shelf.somebody.again(shelf.editor.personId()));
        runs.catchUp();
        assertThat(titles(shelf.editor)).as("what was there before is not new").isEmpty();
    }

    /** As after a large import: more than is looked at together, of which some never come into the index. */
    @Test
    void oneRunSearchesWhateverIsNewHoweverMuchAndTellsOfItOnce() {
        String word = "lanternwalk" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        searches.save("Lanterns", "q=" + word, true, shelf.rowan);
        UUID document = shelf.published("All " + word, EVERYONE, Marking.OFFICIAL);
        UUID hidden = shelf.published("Not in the index", EVERYONE, Marking.OFFICIAL);
        tell();
        Eventually.holds(() -> {
            runs.catchUp();
            assertThat(searched(document) && searched(hidden)).isTrue();
        });
        shelf.jdbc
                .sql("UPDATE search_entry SET pending = TRUE, removed = TRUE WHERE thing_id = ?")
                .param(hidden.toString())
                .update();
        news(hidden, 60);
        news(document, 120);
        runs.catchUp();
        assertThat(unsearched(document)).isZero();
        assertThat(unsearched(hidden)).isEqualTo(60);
        assertThat(of(shelf.rowan)).hasSize(121);
        runs.catchUp();
        assertThat(of(shelf.rowan)).hasSize(121);
    }

    private void news(UUID document, int many) {
        shelf.jdbc
                .sql("INSERT INTO document_news (document_id, occasion, number, actor, at, told_at)"
                        + " SELECT :document, 'PUBLISHED', 100 + seq, NULL, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)"
                        + " FROM seq_1_to_" + many)
                .param("document", document.toString())
                .update();
    }

    private int unsearched(UUID document) {
        return shelf.jdbc
                .sql("SELECT COUNT(*) FROM document_news WHERE document_id = ? AND searched_at IS NULL")
                .param(document.toString())
                .query(Integer.class)
                .single();
    }

    private boolean searched(UUID document) {
        return shelf.jdbc
                        .sql("SELECT COUNT(*) FROM document_news WHERE document_id = ? AND searched_at IS NOT NULL")
                        .param(document.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void aSearchIsSavedOnceRenamedAndDeletedByItsOwner() {
        SavedSearch saved = searches.save(" Lighting ", "topic=road-safety&q=street+lamps&pages=3", true, shelf.rowan);
        assertThat(saved.path()).isEqualTo("library?q=street+lamps&topic=road-safety");
        SavedSearch again = searches.save("Lamps", "q=street%20lamps&topic=road-safety", true, shelf.rowan);
        assertThat(again.id()).isEqualTo(saved.id());
        assertThat(searches.all(shelf.rowan)).extracting(SavedSearch::name).containsExactly("Lamps");
        assertThat(searches.rename(saved.id(), "Mine now", shelf.ash)).isFalse();
        assertThat(searches.delete(saved.id(), shelf.ash)).isFalse();
        assertThatThrownBy(() -> searches.rename(saved.id(), " ", shelf.rowan)).hasMessage("Give the search a name");
        assertThatThrownBy(() -> searches.save("Nothing", "sort=newest", true, shelf.rowan))
                .hasMessage("Search for something or choose a filter, then save it");
        assertThat(searches.delete(saved.id(), shelf.rowan)).isTrue();
        assertThat(searches.all(shelf.rowan)).isEmpty();
    }

    @Test
    void tellingTakesTheSameStatementsHoweverManyFollow() {
        long few = statements(3);
        assertThat(statements(300)).isEqualTo(few).isLessThanOrEqualTo(20);
    }

    private long statements(int followers) {
        JdbcClient jdbc = shelf.jdbc;
        for (int i = 0; i < followers; i++) {
            jdbc.sql("INSERT INTO library_follow (person_id, type, thing, since) VALUES (UUID(), 'topic', ?, NOW())")
                    .param(shelf.topic)
                    .update();
        }
        UUID document = shelf.published("Followed by " + followers, EVERYONE, Marking.OFFICIAL);
        tell();
        long asked = Objects.requireNonNull(transaction.execute(status -> {
            news.becameVisible(document, null);
            long before = questions();
            telling.catchUp();
            return questions() - before;
        }));
        jdbc.sql("DELETE FROM library_follow WHERE thing = ?")
                .param(shelf.topic)
                .update();
        return asked;
    }

    /** Also what the portal’s own job has taken up at the same moment. */
    private void tell() {
        telling.catchUp();
        Eventually.holds(() -> assertThat(shelf.jdbc
                        .sql(
                                "SELECT COUNT(*) FROM document_news n JOIN document_topic t ON t.document_id = n.document_id"
                                        + " WHERE t.topic = ? AND n.told_at IS NULL")
                        .param(shelf.topic)
                        .query(Integer.class)
                        .single())
                .isZero());
    }

    private long questions() {
        return shelf.jdbc
                .sql("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }
}
