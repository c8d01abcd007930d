-- Packs: ordered, described sets of documents, links and events, each with an audience of its own.
CREATE TABLE pack (
    id           UUID          NOT NULL PRIMARY KEY,
    title        VARCHAR(250)  NOT NULL,
    description  VARCHAR(4000) NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    owner        UUID          NOT NULL,
    agency       VARCHAR(80)   NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    changed_at   DATETIME(6)   NOT NULL,
    published_at DATETIME(6)   NULL,
    cover_sha256 CHAR(64)      NULL,
    cover_type   VARCHAR(120)  NULL,
    INDEX pack_newest (state, published_at, id),
    INDEX pack_owner (owner, state),
    INDEX pack_cover (cover_sha256)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE pack_audience (
    pack_id UUID         NOT NULL,
    token   VARCHAR(120) NOT NULL,
    PRIMARY KEY (pack_id, token),
    INDEX pack_audience_token (token, pack_id),
    CONSTRAINT pack_audience_pack FOREIGN KEY (pack_id) REFERENCES pack (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Positions only say what comes before what: they may have gaps. Events belong to another module, so nothing is held to them.
CREATE TABLE pack_member (
    id          UUID          NOT NULL PRIMARY KEY,
    pack_id     UUID          NOT NULL,
    position    INT           NOT NULL,
    kind        VARCHAR(20)   NOT NULL,
    document_id UUID          NULL,
    event_id    UUID          NULL,
    title       VARCHAR(250)  NOT NULL,
    address     VARCHAR(2000) NOT NULL,
    note        VARCHAR(1000) NOT NULL,
    section     VARCHAR(160)  NOT NULL,
    UNIQUE KEY pack_member_document (pack_id, document_id),
    UNIQUE KEY pack_member_event (pack_id, event_id),
    INDEX pack_member_order (pack_id, position, id),
    INDEX pack_member_of_document (document_id, pack_id),
    CONSTRAINT pack_member_pack FOREIGN KEY (pack_id) REFERENCES pack (id),
    CONSTRAINT pack_member_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who took which version of a document out with a pack, so that they can be told of a newer one.
CREATE TABLE pack_taker (
    document_id UUID        NOT NULL,
    person_id   UUID        NOT NULL,
    pack_id     UUID        NOT NULL,
    number      INT         NOT NULL,
    taken_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (document_id, person_id, pack_id),
    INDEX pack_taker_person (person_id, taken_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who is let in to a pack beside its audience. Nobody, until a module above the library puts its own view in this one's place.
CREATE VIEW pack_delegate AS
SELECT p.id AS pack_id, p.owner AS person_id FROM pack p WHERE FALSE;
