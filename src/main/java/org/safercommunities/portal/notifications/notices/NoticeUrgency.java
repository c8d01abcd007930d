package org.safercommunities.portal.notifications.notices;

/** How soon a notice goes out by mail. */
public enum NoticeUrgency {
    /** When the person has chosen. */
    USUAL,
    /** With the next mail, unless the person wants no mail of the sort at all. */
    SOON,
    /** Never: they get a mail of its own. */
    TOLD_BY_MAIL
}
