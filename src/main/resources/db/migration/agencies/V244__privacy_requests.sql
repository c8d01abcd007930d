-- “This is wrong” and “Erase me”, until somebody has answered.
CREATE TABLE privacy_request (
    id          UUID          NOT NULL PRIMARY KEY,
    person_id   UUID          NOT NULL,
    kind        VARCHAR(12)   NOT NULL,
    words       VARCHAR(2000) NOT NULL,
    asked_at    DATETIME(6)   NOT NULL,
    state       VARCHAR(10)   NOT NULL,
    answer      VARCHAR(2000) NULL,
    answered_at DATETIME(6)   NULL,
    answered_by UUID          NULL,
    INDEX privacy_request_state (state, asked_at),
    INDEX privacy_request_person (person_id, asked_at),
    CONSTRAINT privacy_request_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT privacy_request_kind CHECK (kind IN ('CORRECTION', 'ERASURE')),
    CONSTRAINT privacy_request_state CHECK (state IN ('OPEN', 'DONE', 'DECLINED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
