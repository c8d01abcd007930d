-- The outbox. A row is written in the transaction of what it tells about, so that either both happen or neither does.
-- PENDING -> SENDING -> SENT | FAILED | UNCERTAIN. "deferrals" counts how often the server said "not now", "attempts" how
-- often a row was taken up; "doubtful" is set when it was sent again although it may have arrived before.
CREATE TABLE mail (
    id         UUID          NOT NULL PRIMARY KEY,
    to_address VARCHAR(254)  NOT NULL,
    to_name    VARCHAR(160)  NOT NULL,
    kind       VARCHAR(80)   NOT NULL,
    reference  VARCHAR(140)  NULL,
    subject    VARCHAR(250)  NOT NULL,
    html       MEDIUMTEXT    NOT NULL,
    text       MEDIUMTEXT    NOT NULL,
    headers    TEXT          NOT NULL,
    bulk       TINYINT(1)    NOT NULL,
    state      VARCHAR(12)   NOT NULL,
    attempts   INT           NOT NULL DEFAULT 0,
    deferrals  INT           NOT NULL DEFAULT 0,
    doubtful   TINYINT(1)    NOT NULL DEFAULT 0,
    answer     VARCHAR(1000) NULL,
    created_at DATETIME(6)   NOT NULL,
    due_at     DATETIME(6)   NOT NULL,
    claimed_at DATETIME(6)   NULL,
    settled_at DATETIME(6)   NULL,
    INDEX mail_due (state, bulk, due_at),
    INDEX mail_created (created_at),
    INDEX mail_state_created (state, created_at),
    INDEX mail_reference (reference)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
