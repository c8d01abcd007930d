package org.safercommunities.portal.agencies;

import java.time.Clock;
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

    /** One sentence on each part, by its name. */
    public Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        parts.orderedStream().forEach(part -> contents.put(part.section(), part.inWords()));
        return contents;
    }
}
