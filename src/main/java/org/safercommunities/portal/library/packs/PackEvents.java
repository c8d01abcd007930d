package org.safercommunities.portal.library.packs;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.modulith.NamedInterface;

/** What packs have to know of events. The module of events says it, which stands above the library. */
@NamedInterface("packs")
public interface PackEvents {

    /** Those of these events that this person may see, by its own rule; a fixed number of statements. */
    Map<UUID, PackEvent> seen(Collection<UUID> events, Reader reader);

    /** The locks of the audience of each. */
    Map<UUID, Set<String>> locks(Collection<UUID> events);

    /** The events that hand a pack to their delegates. */
    Set<UUID> handing(UUID pack);
}
