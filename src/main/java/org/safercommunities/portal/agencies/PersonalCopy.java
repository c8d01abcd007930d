package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.shared.PersonalData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything the portal holds on a person, put together from what each module holds. Only for the person themself. */
@Service
public class PersonalCopy {

    private final ObjectProvider<PersonalData> parts;
    private final CurrentReader reader;
    private final AccessTrail trail;
    private final Clock clock;

    PersonalCopy(ObjectProvider<PersonalData> parts, CurrentReader reader, AccessTrail trail, Clock clock) {
        this.parts = parts;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everything on whoever is asking, ready to be written as JSON. */
    @Transactional(readOnly = true)
    public Map<String, Object> mine() {
        UUID me = reader.get().personId();
        trail.taken(new AuditNote(me, "agencies.copy-taken", "person:" + me));
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("writtenAt", clock.instant().toString());
        parts.orderedStream().forEach(part -> copy.put(part.section(), part.of(me)));
        return copy;
    }

    /** How many entries each part has on whoever is asking, by its name. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts() {
        UUID me = reader.get().personId();
        Map<String, Integer> counts = new LinkedHashMap<>();
        parts.orderedStream().forEach(part -> counts.put(part.section(), entries(part.of(me))));
        return counts;
    }

    /** Lists count what is in them; facts that stand alone count as one together. */
    private static int entries(Object part) {
        return switch (part) {
            case Collection<?> list -> list.size();
            case Map<?, ?> facts -> {
                int listed = facts.values().stream()
                        .filter(value -> value instanceof Collection<?> || value instanceof Map<?, ?>)
                        .mapToInt(value -> value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size())
                        .sum();
                boolean alone = facts.values().stream()
                        .anyMatch(value ->
                                value != null && !(value instanceof Collection<?>) && !(value instanceof Map<?, ?>));
                yield listed + (alone ? 1 : 0);
            }
            default -> 1;
        };
    }

    /** One sentence on each part, by its name. */
    public Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        parts.orderedStream().forEach(part -> contents.put(part.section(), part.inWords()));
        return contents;
    }
}
