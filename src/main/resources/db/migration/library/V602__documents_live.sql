-- What happens to a document after it is published: embargo and expiry, withdrawal, review, retention, disposal.
ALTER TABLE document
    ADD COLUMN visible_from     DATETIME(6)  NULL,
    ADD COLUMN visible_until    DATETIME(6)  NULL,
    ADD COLUMN announced_at     DATETIME(6)  NULL,
    ADD COLUMN withdrawn_at     DATETIME(6)  NULL,
    ADD COLUMN withdrawn_reason VARCHAR(500) NULL,
    ADD COLUMN replaced_by      UUID         NULL,
    ADD COLUMN review_asked_on  DATE         NULL,
    ADD COLUMN dispose_on       DATE         NULL,
    ADD COLUMN retention_basis  VARCHAR(300) NULL,
    ADD INDEX document_to_announce (announced_at, state, visible_from),
    ADD INDEX document_review (state, review_on),
    ADD INDEX document_disposal (dispose_on, state);

UPDATE document SET announced_at = published_at WHERE published_at IS NOT NULL;

-- Who changed what, field by field. Apart from the audit trail, which administrators read: these are words of the document,
-- for the editors who see it.
CREATE TABLE document_change (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    document_id UUID        NOT NULL,
    at          DATETIME(6) NOT NULL,
    actor       UUID        NULL,
    what        VARCHAR(40) NOT NULL,
    before_text TEXT        NULL,
    after_text  TEXT        NULL,
    INDEX document_change_document (document_id, id),
    CONSTRAINT document_change_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What stays of a document whose bytes were deleted at the end of its retention.
CREATE TABLE document_disposal (
    document_id UUID         NOT NULL PRIMARY KEY,
    due_on      DATE         NOT NULL,
    basis       VARCHAR(300) NOT NULL,
    files       INT          NOT NULL,
    bytes       BIGINT       NOT NULL,
    approved_by UUID         NOT NULL,
    approved_at DATETIME(6)  NOT NULL,
    INDEX document_disposal_at (approved_at),
    CONSTRAINT document_disposal_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How long things of a kind are kept, and in which years a topic was one of the agreement's.
ALTER TABLE document_kind
    ADD COLUMN retention_months INT     NULL,
    ADD COLUMN retired          BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE topic
    ADD COLUMN first_year SMALLINT NULL,
    ADD COLUMN last_year  SMALLINT NULL;
