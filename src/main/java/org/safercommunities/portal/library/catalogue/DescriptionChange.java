package org.safercommunities.portal.library.catalogue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.library.DocumentDescription;

/** What is put to a description or taken from it, and leaves the rest of it as it is. */
public record DescriptionChange(
        Set<String> addTopics,
        Set<String> removeTopics,
        @Nullable Audience addAudience) {

    public DocumentDescription apply(DocumentDescription before) {
        Set<String> topics = new HashSet<>(before.topics());
        topics.removeAll(removeTopics);
        topics.addAll(addTopics);
        return new DocumentDescription(
                before.title(),
                before.description(),
                before.kind(),
                topics,
                before.marking(),
                before.handling(),
                addAudience == null ? before.audience() : both(before.audience(), addAudience),
                before.reviewOn());
    }

    private static Audience both(Audience one, Audience other) {
        return new Audience(
                one.everyone() || other.everyone(),
                union(one.agencies(), other.agencies()),
                union(one.groups(), other.groups()),
                DescriptionChange.<UUID>union(one.people(), other.people()));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
