-- Captions of a recording, by version: another cut has other times. Kept as the portal wrote them, never as they came.
CREATE TABLE document_captions (
    version_id UUID        NOT NULL,
    language   VARCHAR(12) NOT NULL,
    vtt        MEDIUMTEXT  NOT NULL,
    cues       INT         NOT NULL,
    added_by   UUID        NOT NULL,
    added_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (version_id, language),
    CONSTRAINT document_captions_version FOREIGN KEY (version_id) REFERENCES document_version (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Why a video was published without captions, and by when it will have them.
CREATE TABLE document_captions_promise (
    document_id UUID         NOT NULL PRIMARY KEY,
    reason      VARCHAR(500) NOT NULL,
    due_on      DATE         NOT NULL,
    promised_by UUID         NOT NULL,
    promised_at DATETIME(6)  NOT NULL,
    CONSTRAINT document_captions_promise_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
