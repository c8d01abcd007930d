-- What somebody follows: a topic, a collection or a document, by its slug or id.
CREATE TABLE library_follow (
    person_id UUID        NOT NULL,
    type      VARCHAR(20) NOT NULL,
    thing     VARCHAR(80) NOT NULL,
    since     DATETIME(6) NOT NULL,
    PRIMARY KEY (person_id, type, thing),
    INDEX library_follow_thing (type, thing, person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The words and filters of a search as its address has them; the page it was saved on shows documents only, or everything.
CREATE TABLE saved_search (
    id             UUID          NOT NULL PRIMARY KEY,
    person_id      UUID          NOT NULL,
    name           VARCHAR(120)  NOT NULL,
    query          VARCHAR(1000) NOT NULL,
    documents_only BOOLEAN       NOT NULL,
    created_at     DATETIME(6)   NOT NULL,
    INDEX saved_search_of (person_id, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What has become of a document and its followers have yet to hear of. Saved searches run over it once the index holds the document.
CREATE TABLE document_news (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    document_id UUID        NOT NULL,
    occasion    VARCHAR(12) NOT NULL,
    number      INT         NOT NULL,
    actor       UUID        NULL,
    at          DATETIME(6) NOT NULL,
    told_at     DATETIME(6) NULL,
    searched_at DATETIME(6) NULL,
    UNIQUE KEY document_news_once (document_id, occasion, number),
    INDEX document_news_to_tell (told_at, id),
    INDEX document_news_to_search (searched_at, occasion, id),
    CONSTRAINT document_news_document FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
