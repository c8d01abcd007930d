package org.safercommunities.portal.surveys;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;

/** What a survey is about. Modules that ask surveys contribute one; it alone decides who runs them. */
public interface SurveySubject {

    /** The first part of the subjects it knows, for example {@code event}. */
    String type();

    /** Whether this person plans the survey and reads its results. */
    boolean runs(UUID id, Reader reader);

    /** Where the subject’s own page is, without a leading slash. */
    String path(UUID id);
}
