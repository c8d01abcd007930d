package org.safercommunities.portal.notifications.notices;

/** Why somebody is told of a thing, in words that stand before or below its title. */
public enum NoticeOccasion {
    NEW_DOCUMENT(NoticeAbout.FOLLOWED, "New in a topic you follow"),
    SEARCH_FOUND(NoticeAbout.FOLLOWED, "New, and fits a search you saved"),
    NEW_VERSION(NoticeAbout.FOLLOWED, "New version"),
    NEW_IN_PACK(NoticeAbout.FOLLOWED, "New in a pack you follow"),
    PACK_CHANGED(NoticeAbout.FOLLOWED, "Newer version of something in a pack you took"),
    COMMENTED(NoticeAbout.OWN, "A reader wrote to you about it"),
    REVIEW_DUE(NoticeAbout.OWN, "Review due"),
    RETENTION_DUE(NoticeAbout.OWN, "To be deleted or kept: decide"),
    CAPTIONS_DUE(NoticeAbout.OWN, "Captions due"),
    OFFERED(NoticeAbout.OWN, "Offered to the library"),
    ANSWERED(NoticeAbout.OWN, "Answered"),
    OPENED_IN_EMERGENCY(NoticeAbout.OWN, "Opened in an emergency"),
    QUARANTINED(NoticeAbout.OWN, "Held back by the virus scanner");

    private final NoticeAbout about;
    private final String words;

    NoticeOccasion(NoticeAbout about, String words) {
        this.about = about;
        this.words = words;
    }

    public NoticeAbout about() {
        return about;
    }

    public String words() {
        return words;
    }
}
