-- Whether a reader found a document useful, and what they wrote to its owner; each person once, changed as often as they like.
CREATE TABLE document_usefulness (
    document_id UUID          NOT NULL,
    person_id   UUID          NOT NULL,
    useful      BOOLEAN       NOT NULL,
    comment     VARCHAR(1000) NOT NULL,
    number      INT           NOT NULL,
    answered_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (document_id, person_id),
    INDEX document_usefulness_by (person_id),
    CONSTRAINT document_usefulness_document FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who has read what on which day, to be counted: under a pseudonym that follows from the person and the portal's salt, with the agency
-- they were of. Deleted after thirteen months.
CREATE TABLE library_read (
    document_id UUID        NOT NULL,
    day         DATE        NOT NULL,
    reader      BINARY(16)  NOT NULL,
    agency      VARCHAR(80) NOT NULL,
    opened      BOOLEAN     NOT NULL,
    downloads   INT         NOT NULL,
    PRIMARY KEY (document_id, day, reader),
    INDEX library_read_day (day),
    INDEX library_read_by (reader, day),
    CONSTRAINT library_read_document FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE library_read_salt (
    id   TINYINT    NOT NULL PRIMARY KEY,
    salt BINARY(32) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Words for which nothing was found, and how often a day; never by whom. Deleted after a year.
CREATE TABLE search_without_result (
    day   DATE         NOT NULL,
    words VARCHAR(100) NOT NULL,
    times INT          NOT NULL,
    PRIMARY KEY (day, words)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
