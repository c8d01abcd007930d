package org.safercommunities.portal.audit;

import java.util.Map;

/** How a module says its own actions. Modules contribute these as beans; an action that nobody says is shown as it stands. */
@FunctionalInterface
public interface AuditVocabulary {

    /** By action, for example {@code agencies.agency-merged}. */
    Map<String, AuditPhrase> phrases();
}
