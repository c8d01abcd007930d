-- An administrator opened a document that is not for them, in an emergency: for how long, why, and what another administrator said of it
-- afterwards. Kept when the document is gone, for somebody has to answer for it.
CREATE TABLE emergency_access (
    id           UUID         NOT NULL PRIMARY KEY,
    document_id  UUID         NOT NULL,
    person_id    UUID         NOT NULL,
    reason       VARCHAR(600) NOT NULL,
    opened_at    DATETIME(6)  NOT NULL,
    until_at     DATETIME(6)  NOT NULL,
    ended_at     DATETIME(6)  NULL,
    ended_by     UUID         NULL,
    reviewed_at  DATETIME(6)  NULL,
    reviewed_by  UUID         NULL,
    was_right    TINYINT(1)   NULL,
    review       VARCHAR(600) NULL,
    INDEX emergency_access_who (person_id, document_id, until_at),
    INDEX emergency_access_to_review (reviewed_at, opened_at),
    CONSTRAINT emergency_access_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT emergency_access_ends CHECK (until_at > opened_at),
    CONSTRAINT emergency_access_by_another CHECK (reviewed_by IS NULL OR reviewed_by <> person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
