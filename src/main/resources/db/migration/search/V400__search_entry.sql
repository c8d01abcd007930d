-- What can be found, one row for each thing of each module. The search index is made from these rows and can always be
-- made again. "stamp" is drawn anew with each change, so that row and index can be compared; "pending": the index does not
-- hold this change yet; "removed": to be taken out of the index, the row goes afterwards.
CREATE TABLE search_entry (
    id          UUID         NOT NULL PRIMARY KEY,
    source      VARCHAR(40)  NOT NULL,
    thing_id    UUID         NOT NULL,
    title       VARCHAR(500) NOT NULL,
    description TEXT         NOT NULL,
    body        MEDIUMTEXT   NOT NULL,
    kind        VARCHAR(80)  NOT NULL,
    topics      TEXT         NOT NULL,
    agency      VARCHAR(80)  NULL,
    dated       DATE         NOT NULL,
    path        VARCHAR(300) NOT NULL,
    facts       TEXT         NOT NULL,
    stamp       INT          NOT NULL,
    pending     BOOLEAN      NOT NULL,
    removed     BOOLEAN      NOT NULL,
    UNIQUE KEY search_entry_thing (source, thing_id),
    INDEX search_entry_pending (pending)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The locks of each thing: the same tokens that the index filters by.
CREATE TABLE search_entry_token (
    entry_id UUID         NOT NULL,
    token    VARCHAR(140) NOT NULL,
    PRIMARY KEY (entry_id, token),
    CONSTRAINT search_entry_token_entry FOREIGN KEY (entry_id) REFERENCES search_entry (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
