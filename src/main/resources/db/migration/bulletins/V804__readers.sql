-- Who has read a bulletin, to be counted once: a pseudonym that follows from the person and the bulletin's salt, and the agency they
-- were of. Both go after ninety days; what stays is what was shown by then.
CREATE TABLE bulletin_salt (
    bulletin_id UUID       NOT NULL PRIMARY KEY,
    salt        BINARY(32) NOT NULL,
    CONSTRAINT bulletin_salt_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE bulletin_read (
    bulletin_id UUID        NOT NULL,
    reader      BINARY(16)  NOT NULL,
    agency      VARCHAR(80) NOT NULL,
    PRIMARY KEY (bulletin_id, reader),
    INDEX bulletin_read_agency (bulletin_id, agency),
    CONSTRAINT bulletin_read_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- No agency at all: '-', of those whose agency nobody knows; '*', of all that are too few by themselves.
CREATE TABLE bulletin_readers (
    bulletin_id UUID        NOT NULL,
    agency      VARCHAR(80) NOT NULL,
    readers     INT         NOT NULL,
    PRIMARY KEY (bulletin_id, agency),
    CONSTRAINT bulletin_readers_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who has a bulletin open to write it, renewed by the pages that show it, on whatever node; forgotten soon after the last time.
CREATE TABLE bulletin_open (
    page        UUID         NOT NULL PRIMARY KEY,
    bulletin_id UUID         NOT NULL,
    person_id   UUID         NOT NULL,
    block       VARCHAR(40)  NOT NULL,
    seen_at     DATETIME(6)  NOT NULL,
    INDEX bulletin_open_bulletin (bulletin_id, seen_at),
    INDEX bulletin_open_seen (seen_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
