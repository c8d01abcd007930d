-- Bulletins as they are written: blocks are JSON (see Blocks), and so is the audience. "edition" rises with each change of what
-- is said; whoever saves names the one they began with. DRAFT -> REVIEW -> APPROVED -> SCHEDULED -> SENDING -> SENT, or PAUSED, STOPPED.
CREATE TABLE bulletin (
    id               UUID         NOT NULL PRIMARY KEY,
    kind             VARCHAR(12)  NOT NULL,
    title            VARCHAR(200) NOT NULL,
    subject          VARCHAR(200) NOT NULL,
    blocks           MEDIUMTEXT   NOT NULL,
    audience         TEXT         NOT NULL,
    account_only     BOOLEAN      NOT NULL,
    template         BOOLEAN      NOT NULL,
    state            VARCHAR(12)  NOT NULL,
    edition          INT          NOT NULL,
    created_by       UUID         NOT NULL,
    created_at       DATETIME(6)  NOT NULL,
    last_editor      UUID         NOT NULL,
    changed_at       DATETIME(6)  NOT NULL,
    submitted_by     UUID         NULL,
    approved_by      UUID         NULL,
    send_at          DATETIME(6)  NULL,
    batch_id         UUID         NULL,
    sent_at          DATETIME(6)  NULL,
    corrects         UUID         NULL,
    version          INT          NOT NULL,
    INDEX bulletin_state (state, send_at),
    INDEX bulletin_sent (sent_at, id),
    CONSTRAINT bulletin_corrects FOREIGN KEY (corrects) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The locks of the audience, by which the archive opens to its readers.
CREATE TABLE bulletin_lock (
    bulletin_id UUID         NOT NULL,
    token       VARCHAR(120) NOT NULL,
    PRIMARY KEY (bulletin_id, token),
    INDEX bulletin_lock_token (token, bulletin_id),
    CONSTRAINT bulletin_lock_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What each edition said. Of those that one editor saves by the minute, the last of ten minutes stays.
CREATE TABLE bulletin_edition (
    bulletin_id UUID         NOT NULL,
    edition     INT          NOT NULL,
    editor      UUID         NOT NULL,
    at          DATETIME(6)  NOT NULL,
    title       VARCHAR(200) NOT NULL,
    subject     VARCHAR(200) NOT NULL,
    blocks      MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (bulletin_id, edition),
    CONSTRAINT bulletin_edition_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who was sent which bulletin, from the moment its readers were settled; the outbox says what became of each.
CREATE TABLE bulletin_copy (
    bulletin_id   UUID NOT NULL,
    subscriber_id UUID NOT NULL,
    PRIMARY KEY (bulletin_id, subscriber_id),
    INDEX bulletin_copy_subscriber (subscriber_id, bulletin_id),
    CONSTRAINT bulletin_copy_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Pictures in bulletins. The file that came in lies in the store and is never handed out, only what was drawn from it.
CREATE TABLE bulletin_picture (
    id         UUID         NOT NULL PRIMARY KEY,
    sha256     CHAR(64)     NOT NULL,
    media_type VARCHAR(120) NOT NULL,
    file_name  VARCHAR(255) NOT NULL,
    width      INT          NOT NULL,
    height     INT          NOT NULL,
    added_by   UUID         NOT NULL,
    added_at   DATETIME(6)  NOT NULL,
    INDEX bulletin_picture_file (sha256)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
