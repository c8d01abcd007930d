package org.safercommunities.portal.surveys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as somebody who is asked sees it.
 *
 * @param asked false for who runs it and is shown how it looks
 * @param path of the page of what it is about
 */
public record SurveyForm(
        UUID id,
        String title,
        String intro,
        List<Question> questions,
        State state,
        boolean asked,
        @Nullable Instant closesAt,
        String path) {

    /** Whether this person can answer now. */
    public enum State {
        NOT_OPEN,
        OPEN,
        ANSWERED,
        CLOSED
    }
}
