package org.safercommunities.portal.notifications.notices;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Of the things that somebody was told of, those they may see now: a question to each module that has some. */
@Component
class SeenThings {

    private final ObjectProvider<NoticeSubjects> modules;

    SeenThings(ObjectProvider<NoticeSubjects> modules) {
        this.modules = modules;
    }

    /** A thing of a module. */
    record Thing(String source, UUID id) {}

    /** As many statements as there are sorts of things; what no module knows is seen by nobody. */
    Seen of(Collection<Thing> things, Reader reader) {
        Map<String, List<UUID>> bySource = new HashMap<>();
        things.stream()
                .distinct()
                .forEach(thing -> bySource.computeIfAbsent(thing.source(), any -> new java.util.ArrayList<>())
                        .add(thing.id()));
        Map<Thing, NoticeSubject> seen = new HashMap<>();
        for (NoticeSubjects module : modules) {
            List<UUID> ids = bySource.getOrDefault(module.source(), List.of());
            if (!ids.isEmpty()) {
                module.of(ids, reader).forEach((id, subject) -> seen.put(new Thing(module.source(), id), subject));
            }
        }
        return new Seen(Map.copyOf(seen));
    }

    record Seen(Map<Thing, NoticeSubject> subjects) {

        Optional<NoticeSubject> subject(Thing thing) {
            return Optional.ofNullable(subjects.get(thing));
        }

        /** Their ids, as SQL takes them: a list must hold something. */
        List<String> ids() {
            return subjects.isEmpty()
                    ? List.of(new UUID(0, 0).toString())
                    : subjects.keySet().stream()
                            .map(thing -> thing.source() + ':' + thing.id())
                            .toList();
        }
    }
}
