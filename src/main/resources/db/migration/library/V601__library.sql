-- Topics and kinds are data that the team edits, never code: priorities and themes change every year.
CREATE TABLE topic (
    slug     VARCHAR(80)  NOT NULL PRIMARY KEY,
    name     VARCHAR(160) NOT NULL,
    theme    BOOLEAN      NOT NULL,
    position INT          NOT NULL,
    retired  BOOLEAN      NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE document_kind (
    slug     VARCHAR(80)  NOT NULL PRIMARY KEY,
    name     VARCHAR(160) NOT NULL,
    position INT          NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO document_kind (slug, name, position) VALUES
    ('report', 'Report', 1), ('guidance', 'Guidance', 2), ('template', 'Template', 3), ('data', 'Data', 4),
    ('presentation', 'Presentation', 5), ('recording', 'Recording', 6), ('campaign', 'Campaign material', 7),
    ('learning-pack', 'Learning pack', 8), ('review', 'Review', 9), ('newsletter', 'Newsletter', 10),
    ('paper', 'Meeting paper', 11), ('other', 'Other', 12);

INSERT INTO topic (slug, name, theme, position, retired) VALUES
    ('anti-social-behaviour', 'Anti-Social Behaviour', FALSE, 1, FALSE),
    ('domestic-abuse', 'Domestic Abuse', FALSE, 2, FALSE),
    ('substance-misuse', 'Substance Misuse', FALSE, 3, FALSE),
    ('safeguarding-vulnerable-people', 'Safeguarding Vulnerable People', FALSE, 4, FALSE),
    ('serious-violence-and-organised-crime', 'Serious Violence and Organised Crime', FALSE, 5, FALSE),
    ('preventing-extremism-and-hate', 'Preventing Extremism and Hate', FALSE, 6, FALSE),
    ('road-safety', 'Road Safety', FALSE, 7, FALSE),
    ('early-intervention-prevention-and-education', 'Early Intervention, Prevention and Education', TRUE, 8, FALSE),
    ('reduce-re-offending-and-support-victims', 'Reduce Re-Offending and Support Victims', TRUE, 9, FALSE),
    ('improve-quality-of-life-and-enhance-community-resilience', 'Improve Quality of Life and Enhance Community Resilience', TRUE, 10, FALSE),
    ('support-mental-health-and-wellbeing', 'Support Mental Health and Wellbeing', TRUE, 11, FALSE);

CREATE TABLE document (
    id             UUID          NOT NULL PRIMARY KEY,
    title          VARCHAR(250)  NOT NULL,
    description    VARCHAR(2000) NOT NULL,
    kind           VARCHAR(80)   NOT NULL,
    marking        VARCHAR(30)   NOT NULL,
    handling       VARCHAR(500)  NULL,
    agency         VARCHAR(80)   NOT NULL,
    owner          UUID          NOT NULL,
    review_on      DATE          NULL,
    state          VARCHAR(20)   NOT NULL,
    published_at   DATETIME(6)   NULL,
    created_at     DATETIME(6)   NOT NULL,
    current_number INT           NOT NULL,
    version        INT           NOT NULL,
    INDEX document_newest (state, published_at, id),
    INDEX document_owner (owner, state),
    CONSTRAINT document_kind FOREIGN KEY (kind) REFERENCES document_kind (slug),
    CONSTRAINT document_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE document_topic (
    document_id UUID        NOT NULL,
    topic       VARCHAR(80) NOT NULL,
    PRIMARY KEY (document_id, topic),
    CONSTRAINT document_topic_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT document_topic_topic FOREIGN KEY (topic) REFERENCES topic (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The locks of the document's audience; a reader whose keys fit one of them may see it.
CREATE TABLE document_audience (
    document_id UUID         NOT NULL,
    token       VARCHAR(120) NOT NULL,
    PRIMARY KEY (document_id, token),
    INDEX document_audience_token (token, document_id),
    CONSTRAINT document_audience_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE document_version (
    id                 UUID          NOT NULL PRIMARY KEY,
    document_id        UUID          NOT NULL,
    number             INT           NOT NULL,
    sha256             CHAR(64)      NOT NULL,
    size               BIGINT        NOT NULL,
    file_name          VARCHAR(250)  NOT NULL,
    media_type         VARCHAR(120)  NOT NULL,
    note               VARCHAR(1000) NOT NULL,
    added_by           UUID          NOT NULL,
    added_at           DATETIME(6)   NOT NULL,
    reading            VARCHAR(20)   NOT NULL,
    reading_reason     VARCHAR(500)  NULL,
    reading_began_at   DATETIME(6)   NULL,
    reading_attempts   INT           NOT NULL,
    pages              INT           NULL,
    higher_markings    VARCHAR(300)  NOT NULL,
    UNIQUE KEY document_version_number (document_id, number),
    INDEX document_version_sha256 (sha256),
    INDEX document_version_reading (reading, reading_began_at),
    CONSTRAINT document_version_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The words of a version, apart from it, so that no list ever loads them by accident.
CREATE TABLE document_text (
    version_id UUID     NOT NULL PRIMARY KEY,
    text       LONGTEXT NOT NULL,
    CONSTRAINT document_text_version FOREIGN KEY (version_id) REFERENCES document_version (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
