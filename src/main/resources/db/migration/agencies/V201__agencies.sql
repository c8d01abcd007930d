CREATE TABLE agency (
    slug              VARCHAR(80)  NOT NULL PRIMARY KEY,
    name              VARCHAR(160) NOT NULL,
    identity_provider VARCHAR(80)  NULL UNIQUE,
    merged_into       VARCHAR(80)  NULL,
    ended_at          DATETIME(6)  NULL,
    version           INT          NOT NULL,
    CONSTRAINT agency_merged_into FOREIGN KEY (merged_into) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE agency_domain (
    domain VARCHAR(190) NOT NULL PRIMARY KEY,
    agency VARCHAR(80)  NOT NULL,
    CONSTRAINT agency_domain_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A person is known by (provider, subject), never by e-mail. Both are empty until somebody named by staff signs in.
CREATE TABLE person (
    id              UUID         NOT NULL PRIMARY KEY,
    provider        VARCHAR(80)  NULL,
    subject         VARCHAR(80)  NULL,
    email           VARCHAR(254) NOT NULL,
    name            VARCHAR(160) NOT NULL,
    access_version  INT          NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    last_sign_in_at DATETIME(6)  NULL,
    version         INT          NOT NULL,
    UNIQUE KEY person_identity (provider, subject),
    UNIQUE KEY person_subject (subject),
    INDEX person_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE person_role (
    person_id UUID        NOT NULL,
    role      VARCHAR(20) NOT NULL,
    PRIMARY KEY (person_id, role),
    CONSTRAINT person_role_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row per stay in an agency, kept when it ends. "current" is 1 while it lasts and empty afterwards, so that the unique
-- key allows one current membership a person and any number of past ones.
CREATE TABLE membership (
    id         UUID         NOT NULL PRIMARY KEY,
    person_id  UUID         NOT NULL,
    agency     VARCHAR(80)  NOT NULL,
    since      DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6)  NULL,
    end_reason VARCHAR(300) NULL,
    current    TINYINT(1) AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
    UNIQUE KEY membership_one_current (person_id, current),
    INDEX membership_agency (agency, ended_at),
    CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT membership_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE portal_group (
    slug        VARCHAR(80)  NOT NULL PRIMARY KEY,
    name        VARCHAR(160) NOT NULL,
    description VARCHAR(600) NOT NULL,
    ended_at    DATETIME(6)  NULL,
    version     INT          NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE group_member (
    group_slug VARCHAR(80) NOT NULL,
    person_id  UUID        NOT NULL,
    PRIMARY KEY (group_slug, person_id),
    INDEX group_member_person (person_id),
    CONSTRAINT group_member_group FOREIGN KEY (group_slug) REFERENCES portal_group (slug),
    CONSTRAINT group_member_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The browser sessions that are open, on whichever node, so that one ended anywhere ends everywhere.
CREATE TABLE portal_session (
    id             UUID        NOT NULL PRIMARY KEY,
    person_id      UUID        NOT NULL,
    keycloak_sid   VARCHAR(80) NULL,
    access_version INT         NOT NULL,
    opened_at      DATETIME(6) NOT NULL,
    ended_at       DATETIME(6) NULL,
    end_reason     VARCHAR(40) NULL,
    INDEX portal_session_sid (keycloak_sid),
    INDEX portal_session_person (person_id),
    INDEX portal_session_opened (opened_at),
    CONSTRAINT portal_session_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- People whose agency the portal does not know, asking to be let in.
CREATE TABLE access_request (
    id           UUID          NOT NULL PRIMARY KEY,
    email        VARCHAR(254)  NOT NULL,
    name         VARCHAR(160)  NOT NULL,
    organisation VARCHAR(160)  NOT NULL,
    reason       VARCHAR(2000) NOT NULL,
    asked_at     DATETIME(6)   NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    answer       VARCHAR(2000) NULL,
    answered_at  DATETIME(6)   NULL,
    answered_by  UUID          NULL,
    person_id    UUID          NULL,
    version      INT           NOT NULL,
    INDEX access_request_state (state, asked_at),
    INDEX access_request_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
