package org.safercommunities.portal.library.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audiences.Written;

/** What the API's callers say of a document. What is left out takes its default, in a PATCH it stays as it is. */
record DocumentMetadata(
        @Nullable String title,
        @Nullable String kind,
        @Nullable List<String> topics,
        @Nullable String marking,
        @Nullable String handling,
        @Nullable Written audience,
        @Nullable String description,
        @Nullable LocalDate reviewOn,
        @Nullable Boolean draft) {

    static final DocumentMetadata NOTHING_SAID =
            new DocumentMetadata(null, null, null, null, null, null, null, null, null);
}
