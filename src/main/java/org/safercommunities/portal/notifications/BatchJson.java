package org.safercommunities.portal.notifications;

import tools.jackson.databind.json.JsonMapper;

/** How many rows go into one statement, as JSON. */
final class BatchJson {

    static final int ROWS_PER_STATEMENT = 1000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BatchJson() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }
}
