package org.safercommunities.portal.library;

import org.safercommunities.portal.storage.FileScans;

/** What waits on the library's desk. */
public enum DeskList {
    DRAFTS("Drafts", "d.state = 'DRAFT'", "d.created_at DESC", WhoMaySeeDocument.CONDITION),
    SCHEDULED(
            "Not visible yet",
            "d.state = 'PUBLISHED' AND d.visible_from > UTC_TIMESTAMP(6)",
            "d.visible_from",
            WhoMaySeeDocument.CONDITION),
    REVIEW(
            "To review",
            "d.state = 'PUBLISHED' AND d.review_on <= :today + INTERVAL 14 DAY",
            "d.review_on",
            WhoMaySeeDocument.CONDITION),
    /** Published videos that not everybody can follow. */
    CAPTIONS(
            "Without captions",
            "d.state = 'PUBLISHED' AND EXISTS (SELECT 1 FROM document_version cut WHERE cut.document_id = d.id"
                    + " AND cut.number = d.current_number AND cut.media_type LIKE 'video/%'"
                    + " AND NOT EXISTS (SELECT 1 FROM document_captions c WHERE c.version_id = cut.id))",
            "d.published_at",
            WhoMaySeeDocument.CONDITION),
    /** Also with an earlier file that is held back: somebody has to decide what becomes of it. */
    HELD(
            "Held back by the virus scanner",
            "d.state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN') AND EXISTS (SELECT 1 FROM document_version hv"
                    + " WHERE hv.document_id = d.id AND " + FileScans.undecided("hv.sha256", "hv.added_at") + ")",
            "d.created_at DESC",
            WhoMaySeeDocument.CONDITION),
    EXPIRED(
            "Expired",
            "d.state = 'PUBLISHED' AND d.visible_until <= UTC_TIMESTAMP(6)",
            "d.visible_until DESC",
            WhoMaySeeDocument.CONDITION),
    WITHDRAWN("Withdrawn", "d.state = 'WITHDRAWN'", "d.withdrawn_at DESC", WhoMaySeeDocument.CONDITION),
    /** Also of documents that were removed: this is where they end. */
    DISPOSAL(
            "To delete for good",
            "d.dispose_on <= :today AND d.state <> 'DISPOSED'",
            "d.dispose_on",
            WhoMaySeeDocument.ON_RECORD);

    private final String label;
    final String condition;
    final String order;
    final String rule;

    DeskList(String label, String condition, String order, String rule) {
        this.label = label;
        this.condition = condition;
        this.order = order;
        this.rule = rule;
    }

    public String label() {
        return label;
    }
}
