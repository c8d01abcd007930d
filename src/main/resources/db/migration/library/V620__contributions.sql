-- Documents that practitioners offer for the library: what they say of them, the file, and what became of it. What the team made of
-- an offer is the document that it became.
CREATE TABLE document_offer (
    id               UUID          NOT NULL PRIMARY KEY,
    author           UUID          NOT NULL,
    agency           VARCHAR(80)   NOT NULL,
    state            VARCHAR(12)   NOT NULL,
    title            VARCHAR(250)  NOT NULL,
    description      VARCHAR(2000) NOT NULL,
    kind             VARCHAR(80)   NOT NULL,
    topics           VARCHAR(2000) NOT NULL,
    marking          VARCHAR(30)   NOT NULL,
    handling         VARCHAR(500)  NOT NULL,
    audience_wish    VARCHAR(500)  NOT NULL,
    note             VARCHAR(1000) NOT NULL,
    named            BOOLEAN       NOT NULL,
    may_share        BOOLEAN       NOT NULL,
    no_personal_data BOOLEAN       NOT NULL,
    version_of       UUID          NULL,
    document_id      UUID          NULL,
    sha256           CHAR(64)      NULL,
    size             BIGINT        NULL,
    file_name        VARCHAR(255)  NULL,
    media_type       VARCHAR(255)  NULL,
    file_added_at    DATETIME(6)   NULL,
    file_gone_at     DATETIME(6)   NULL,
    reading          VARCHAR(20)   NULL,
    reading_reason   VARCHAR(500)  NULL,
    reading_began_at DATETIME(6)   NULL,
    reading_attempts INT           NOT NULL DEFAULT 0,
    pages            INT           NULL,
    higher_markings  VARCHAR(300)  NOT NULL DEFAULT '',
    version          INT           NOT NULL,
    changed_at       DATETIME(6)   NOT NULL,
    sent_at          DATETIME(6)   NULL,
    decided_by       UUID          NULL,
    decided_at       DATETIME(6)   NULL,
    reason           VARCHAR(1000) NULL,
    INDEX document_offer_of_author (author, changed_at),
    INDEX document_offer_of_agency (agency, sent_at),
    INDEX document_offer_state (state, sent_at),
    INDEX document_offer_file (sha256),
    INDEX document_offer_reading (reading, reading_began_at),
    INDEX document_offer_became (document_id),
    CONSTRAINT document_offer_agency FOREIGN KEY (agency) REFERENCES agency (slug),
    CONSTRAINT document_offer_version_of FOREIGN KEY (version_of) REFERENCES document (id),
    CONSTRAINT document_offer_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The words of its file, for those who do not read pictures of pages.
CREATE TABLE document_offer_text (
    offer_id UUID     NOT NULL PRIMARY KEY,
    text     LONGTEXT NOT NULL,
    CONSTRAINT document_offer_text_offer FOREIGN KEY (offer_id) REFERENCES document_offer (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was done with it, by whom: sent, taken back, declined and why, published.
CREATE TABLE document_offer_step (
    id       BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    offer_id UUID          NOT NULL,
    what     VARCHAR(16)   NOT NULL,
    person   UUID          NULL,
    at       DATETIME(6)   NOT NULL,
    words    VARCHAR(1000) NULL,
    INDEX document_offer_steps (offer_id, id),
    INDEX document_offer_step_by (person),
    CONSTRAINT document_offer_step_offer FOREIGN KEY (offer_id) REFERENCES document_offer (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
