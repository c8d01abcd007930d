package org.safercommunities.portal.notifications;

import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON, so that one statement with one parameter takes many. */
final class BatchJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BatchJson() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }
}
