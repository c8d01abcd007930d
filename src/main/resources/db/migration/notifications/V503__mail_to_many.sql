-- Mail to many. A batch has a few forms, written once, and a row of the outbox for each recipient with only what differs.
-- A batch: HELD -> RELEASED <-> PAUSED, -> DONE | STOPPED. "audience" counts the rows put in, so that none can go missing unseen;
-- "kept" holds the last counts once the rows are forgotten.
CREATE TABLE mail_batch (
    id         UUID         NOT NULL PRIMARY KEY,
    reference  VARCHAR(140) NOT NULL,
    kind       VARCHAR(80)  NOT NULL,
    state      VARCHAR(12)  NOT NULL,
    audience   INT          NOT NULL DEFAULT 0,
    from_at    DATETIME(6)  NULL,
    kept       VARCHAR(500) NULL,
    created_at DATETIME(6)  NOT NULL,
    UNIQUE INDEX mail_batch_reference (reference),
    INDEX mail_batch_state (state, from_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE mail_form (
    id       UUID         NOT NULL PRIMARY KEY,
    batch_id UUID         NOT NULL,
    subject  VARCHAR(250) NOT NULL,
    html     MEDIUMTEXT   NOT NULL,
    text     MEDIUMTEXT   NOT NULL,
    headers  TEXT         NOT NULL,
    INDEX mail_form_batch (batch_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Rows of a batch take subject, html and text from their form, and "vals" (JSON) for its marks. The id follows from the batch's
-- reference and the recipient's key, so that nobody is in a batch twice. One index finds work and counts batches, and it holds a
-- person's own mail (no batch) apart from mail to many.
ALTER TABLE mail
    ADD COLUMN batch_id      UUID         NULL,
    ADD COLUMN form_id       UUID         NULL,
    ADD COLUMN recipient_key VARCHAR(64)  NULL,
    ADD COLUMN vals          TEXT         NULL,
    ADD COLUMN domain        VARCHAR(253) NULL,
    MODIFY COLUMN subject VARCHAR(250) NULL,
    MODIFY COLUMN html MEDIUMTEXT NULL,
    MODIFY COLUMN text MEDIUMTEXT NULL,
    DROP INDEX mail_due,
    DROP COLUMN bulk,
    ADD INDEX mail_work (batch_id, state, due_at),
    ADD CONSTRAINT mail_is_whole CHECK (batch_id IS NULL AND subject IS NOT NULL AND html IS NOT NULL AND text IS NOT NULL
        OR batch_id IS NOT NULL AND form_id IS NOT NULL AND recipient_key IS NOT NULL AND domain IS NOT NULL);

-- How much a recipient's domain is sent, and when it wants to be left alone. "per_minute" overrides the portal's own limit; "tokens"
-- refill with time; rows that find none queue up behind "queue_at".
CREATE TABLE mail_domain (
    domain      VARCHAR(253) NOT NULL PRIMARY KEY,
    per_minute  INT          NULL,
    tokens      DOUBLE       NOT NULL,
    refilled_at DATETIME(6)  NOT NULL,
    queue_at    DATETIME(6)  NOT NULL,
    refusals    INT          NOT NULL DEFAULT 0,
    rests       INT          NOT NULL DEFAULT 0,
    rests_until DATETIME(6)  NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Addresses that a server has refused for good: mail to many leaves them out until somebody lifts it.
CREATE TABLE mail_suppression (
    address  VARCHAR(254)  NOT NULL PRIMARY KEY,
    reason   VARCHAR(1000) NOT NULL,
    since_at DATETIME(6)   NOT NULL,
    INDEX mail_suppression_since (since_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
