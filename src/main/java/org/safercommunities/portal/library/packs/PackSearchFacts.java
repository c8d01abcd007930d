package org.safercommunities.portal.library.packs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.search.FactsForReader;
import org.safercommunities.portal.search.SearchEntry;
import org.springframework.stereotype.Component;

/** The marking of a pack among results: the highest of what this reader sees in it, for any other would tell of the rest. */
@Component
class PackSearchFacts implements FactsForReader {

    private final PackMembers members;

    PackSearchFacts(PackMembers members) {
        this.members = members;
    }

    @Override
    public String source() {
        return PackSearchEntries.SOURCE;
    }

    @Override
    public Map<UUID, Map<String, String>> of(Collection<UUID> packs, Reader reader) {
        Map<UUID, Map<String, String>> facts = new HashMap<>();
        members.markings(packs, reader)
                .forEach((pack, marking) -> facts.put(pack, Map.of(SearchEntry.MARKING, marking.label())));
        return facts;
    }
}
