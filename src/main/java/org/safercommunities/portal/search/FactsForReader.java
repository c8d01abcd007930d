package org.safercommunities.portal.search;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;

/**
 * Facts of things of one source that depend on who looks at them, so that the index must not hold them. Modules contribute these as
 * beans; each is asked for the things of one page that this reader is about to be shown, if there are any.
 */
public interface FactsForReader {

    /** The name that search knows its things by, for example {@code collections}. */
    String source();

    /** By the names that {@link SearchEntry} knows or the module's own; a fixed number of statements. */
    Map<UUID, Map<String, String>> of(Collection<UUID> things, Reader reader);
}
