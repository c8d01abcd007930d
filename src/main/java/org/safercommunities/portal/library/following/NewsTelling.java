package org.safercommunities.portal.library.following;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.WhoSeesDocuments;
import org.safercommunities.portal.library.following.NewsRows.News;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.NoticeUrgency;
import org.safercommunities.portal.notifications.notices.PersonalNotices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells followers of what is new, those who may see it and have not done it themselves: a few statements for thousands. */
@Component
class NewsTelling {

    private final NewsRows rows;
    private final Following following;
    private final Readers readers;
    private final ManyReaders manyReaders;
    private final WhoSeesDocuments whoSees;
    private final PersonalNotices notices;
    private final TransactionTemplate transaction;

    NewsTelling(
            NewsRows rows,
            Following following,
            Readers readers,
            ManyReaders manyReaders,
            WhoSeesDocuments whoSees,
            PersonalNotices notices,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.following = following;
        this.readers = readers;
        this.manyReaders = manyReaders;
        this.whoSees = whoSees;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells of everything that is new. What was told and that it was told is one commit. */
    void catchUp() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {
            // On to the next
        }
    }

    private boolean tellSome() {
        List<News> some = rows.hold();
        if (some.isEmpty()) {
            return false;
        }
        Map<UUID, Set<UUID>> ofTopics = rows.followersOfTopics(documents(some, DocumentNews.PUBLISHED));
        Map<String, Set<UUID>> ofDocuments = following.followers(
                FollowedThing.DOCUMENT,
                documents(some, DocumentNews.VERSION).stream()
                        .map(UUID::toString)
                        .toList());
        Set<UUID> people = new HashSet<>();
        ofTopics.values().forEach(people::addAll);
        ofDocuments.values().forEach(people::addAll);
        Map<UUID, Set<UUID>> seen =
                seen(people, some.stream().map(News::document).collect(Collectors.toSet()));
        for (News news : some) {
            boolean published = news.occasion().equals(DocumentNews.PUBLISHED);
            Set<UUID> followers = published
                    ? ofTopics.getOrDefault(news.document(), Set.of())
                    : ofDocuments.getOrDefault(news.document().toString(), Set.of());
            tell(
                    followers.stream()
                            .filter(person ->
                                    seen.getOrDefault(person, Set.of()).contains(news.document()))
                            .collect(Collectors.toSet()),
                    published ? NoticeOccasion.NEW_DOCUMENT : NoticeOccasion.NEW_VERSION,
                    news);
        }
        rows.told(some);
        return true;
    }

    /** Of each of these people which of these documents they may see now. */
    private Map<UUID, Set<UUID>> seen(Set<UUID> people, Set<UUID> documents) {
        if (people.isEmpty()) {
            return Map.of();
        }
        manyReaders.hold(readers.ofAll(people));
        return whoSees.published(documents);
    }

    /** In a transaction. A document that is new in a topic and fits a search is one thing to be told of. */
    void tell(Collection<UUID> people, NoticeOccasion occasion, News news) {
        notices.tell(
                people.stream().filter(person -> !person.equals(news.actor())).toList(),
                occasion,
                "document:%s:%s:%d".formatted(news.document(), news.occasion(), news.number()),
                DocumentSubjects.SOURCE,
                news.document(),
                "library/" + news.document(),
                NoticeUrgency.USUAL);
    }

    private static Set<UUID> documents(List<News> news, String occasion) {
        return news.stream()
                .filter(each -> each.occasion().equals(occasion))
                .map(News::document)
                .collect(Collectors.toSet());
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> tellDocumentNews(NewsTelling telling) {
            return Tasks.recurring("tell-document-news", FixedDelay.ofSeconds(10))
                    .execute((instance, context) -> telling.catchUp());
        }

        /** Apart, since thousands of searches take seconds, and nobody else’s news waits for them. */
        @Bean
        Task<Void> runSavedSearches(SavedSearchRuns searches) {
            return Tasks.recurring("run-saved-searches", FixedDelay.ofSeconds(10))
                    .execute((instance, context) -> searches.catchUp());
        }
    }
}
