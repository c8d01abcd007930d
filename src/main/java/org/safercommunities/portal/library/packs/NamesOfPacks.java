package org.safercommunities.portal.library.packs;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.audit.AuditNames;
import org.springframework.stereotype.Component;

/** Titles of packs in the audit trail: of those that its reader may see, and of no other. */
@Component
class NamesOfPacks implements AuditNames {

    private final Packs packs;
    private final CurrentReader currentReader;

    NamesOfPacks(Packs packs, CurrentReader currentReader) {
        this.packs = packs;
        this.currentReader = currentReader;
    }

    @Override
    public String type() {
        return "pack";
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return packs.titles(ids.stream().flatMap(NamesOfPacks::id).toList(), currentReader.get()).entrySet().stream()
                .collect(Collectors.toMap(
                        title -> title.getKey().toString(), title -> "“%s”".formatted(title.getValue())));
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Stream.empty();
        }
    }
}
