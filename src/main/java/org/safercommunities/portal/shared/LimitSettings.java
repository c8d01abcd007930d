package org.safercommunities.portal.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often in a minute; 0 for as often as they like.
 *
 * @param factor all are multiplied by; 0 means ten in a demonstration, which scripts try out on its own machine, and one elsewhere
 */
@ConfigurationProperties("portal.limits")
record LimitSettings(
        int factor, int signIns, int strangers, int searches, int downloads, int pictures, int uploads, int calls) {

    int of(Limited what) {
        return switch (what) {
            case SIGN_INS -> signIns;
            case STRANGERS -> strangers;
            case SEARCHES -> searches;
            case DOWNLOADS -> downloads;
            case PICTURES -> pictures;
            case UPLOADS -> uploads;
            case CALLS -> calls;
        };
    }
}
