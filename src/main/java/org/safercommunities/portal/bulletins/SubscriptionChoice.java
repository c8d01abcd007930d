package org.safercommunities.portal.bulletins;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants to get.
 *
 * @param kinds none: nothing at all
 * @param topics slugs; none: whatever the topic
 */
public record SubscriptionChoice(Set<BulletinKind> kinds, Set<String> topics) {

    public static final SubscriptionChoice NOTHING = new SubscriptionChoice(Set.of(), Set.of());

    public SubscriptionChoice {
        kinds = Set.copyOf(kinds);
        topics = Set.copyOf(topics);
    }

    /** Everything, whatever the topic. */
    public static SubscriptionChoice everything() {
        return new SubscriptionChoice(EnumSet.allOf(BulletinKind.class), Set.of());
    }

    /** For example “e-bulletin and newsletter”. */
    public String inWords() {
        return Stream.of(BulletinKind.values())
                .filter(kinds::contains)
                .map(BulletinKind::word)
                .collect(Collectors.joining(" and "));
    }

    String kindsAsText() {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    String topicsAsText() {
        return String.join(" ", new TreeSet<>(topics));
    }

    static SubscriptionChoice ofTexts(String kinds, String topics) {
        return new SubscriptionChoice(
                words(kinds).map(BulletinKind::valueOf).collect(Collectors.toSet()),
                words(topics).collect(Collectors.toSet()));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[ ,]")).filter(word -> !word.isEmpty());
    }
}
