package org.safercommunities.portal.audit;

import java.util.Collection;
import java.util.Map;

/** Names of the things that the trail knows by id only. Modules contribute these as beans, one for each type. */
public interface AuditNames {

    /** The part of a subject before the colon, for example {@code agency}. */
    String type();

    /** Names by id, asked for a whole page of lines at once; what no longer exists is left out. */
    Map<String, String> names(Collection<String> ids);
}
