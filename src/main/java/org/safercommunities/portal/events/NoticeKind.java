package org.safercommunities.portal.events;

/** What people are told about their places, each by a letter of its own. */
public enum NoticeKind {
    CONFIRMED,
    WAITING,
    AWAITING_APPROVAL,
    OFFERED,
    OFFER_LAPSED,
    OFFER_ACCEPTED_FOR_YOU,
    CANCELLED,
    REFUSED,
    GIVEN_AWAY,
    RECEIVED,
    MODE_CHANGED,
    EVENT_CHANGED,
    EVENT_CANCELLED,
    SESSION_CANCELLED,
    WAITING_LIST_CLOSED,
    REMINDER,
    /** In the team’s own words. */
    MESSAGE,
    SURVEY_OPEN,
    RECORDING_READY
}
