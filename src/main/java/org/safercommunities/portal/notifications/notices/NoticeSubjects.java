package org.safercommunities.portal.notifications.notices;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;

/**
 * The things of a module that people are told of. Each module contributes one as a bean; it is asked anew whenever notices are
 * counted, shown or mailed.
 */
public interface NoticeSubjects {

    /** The name under which notices of these things are kept, for example {@code documents}. */
    String source();

    /** Those of these things that this person may see now; what is left out is shown and mailed nowhere. One statement. */
    Map<UUID, NoticeSubject> of(Collection<UUID> ids, Reader reader);
}
