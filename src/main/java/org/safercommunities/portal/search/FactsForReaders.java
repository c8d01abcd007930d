package org.safercommunities.portal.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Component;

/** Adds to things that were found what of them depends on who found them. */
@Component
class FactsForReaders {

    private final List<FactsForReader> sources;

    FactsForReaders(List<FactsForReader> sources) {
        this.sources = List.copyOf(sources);
    }

    List<StoredThing> added(List<StoredThing> things, Reader reader) {
        Map<UUID, Map<String, String>> facts = new HashMap<>();
        for (FactsForReader source : sources) {
            Set<UUID> ids = things.stream()
                    .filter(thing -> thing.source().equals(source.source()))
                    .map(thing -> UUID.fromString(thing.thingId()))
                    .collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                source.of(ids, reader).forEach((id, more) -> facts.put(IndexedThing.idOf(source.source(), id), more));
            }
        }
        return things.stream()
                .map(thing -> {
                    Map<String, String> more = facts.get(thing.entryId());
                    return more == null ? thing : thing.with(more);
                })
                .toList();
    }
}
