package org.safercommunities.portal.library.ui;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.shared.ui.KeepTyped;

/** What an editor has chosen of a description, kept in their browser until it is saved. */
final class KeptDescription {

    private KeptDescription() {}

    /** Names a form after the document and what is said of it now: what was typed before somebody else saved is not put back. */
    static String form(UUID document, DocumentDescription said) {
        Audience audience = said.audience();
        int now = Objects.hash(
                said.title(),
                said.description(),
                said.kind(),
                said.topics(),
                said.marking().name(),
                said.handling(),
                audience.everyone(),
                audience.agencies(),
                audience.groups(),
                audience.people());
        return "document-%s-%08x".formatted(document, now);
    }

    static void of(DescriptionFields fields, KeepTyped kept, DescriptionChoices choices) {
        kept.choice(fields.kind, kind -> kind.slug(), choices::kind);
        kept.choice(fields.marking, Marking::name, Marking::valueOf);
        kept.choice(
                fields.topics,
                chosen -> joined(chosen, topic -> topic.slug()),
                text -> chosen(text, choices.topics().stream(), topic -> topic.slug()));
        fields.audience.keep(kept);
    }

    private static <T> String joined(Collection<T> chosen, Function<T, String> name) {
        return chosen.stream().map(name).collect(Collectors.joining(" "));
    }

    private static <T> Set<T> chosen(String text, Stream<T> all, Function<T, String> name) {
        Set<String> wanted = Set.of(text.split(" "));
        return all.filter(each -> wanted.contains(name.apply(each))).collect(Collectors.toSet());
    }
}
