-- Who gets bulletins: an account, whose name, address and agency are read anew whenever something is sent, or an address
-- outside. A row stays when somebody has ended it, so that no list that is put in again brings them back. "own_choice": they
-- chose themselves, so that a list changes nothing of it. "secret" is the part of their links that nobody can guess.
CREATE TABLE subscriber (
    id           UUID         NOT NULL PRIMARY KEY,
    person_id    UUID         NULL,
    email        VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    name         VARCHAR(160) NOT NULL,
    agency       VARCHAR(80)  NULL,
    secret       BINARY(18)   NOT NULL,
    basis        VARCHAR(300) NOT NULL,
    own_choice   BOOLEAN      NOT NULL,
    confirmed_at DATETIME(6)  NOT NULL,
    ended_at     DATETIME(6)  NULL,
    ended_by     VARCHAR(10)  NULL,
    UNIQUE KEY subscriber_person (person_id),
    UNIQUE KEY subscriber_email (email),
    CONSTRAINT subscriber_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT subscriber_agency FOREIGN KEY (agency) REFERENCES agency (slug),
    CONSTRAINT subscriber_has_one_address CHECK ((person_id IS NULL) <> (email IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE subscription (
    subscriber_id UUID        NOT NULL,
    kind          VARCHAR(20) NOT NULL,
    PRIMARY KEY (subscriber_id, kind),
    INDEX subscription_kind (kind, subscriber_id),
    CONSTRAINT subscription_subscriber FOREIGN KEY (subscriber_id) REFERENCES subscriber (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- None at all: every topic, those to come included.
CREATE TABLE subscriber_topic (
    subscriber_id UUID        NOT NULL,
    topic         VARCHAR(80) NOT NULL,
    PRIMARY KEY (subscriber_id, topic),
    INDEX subscriber_topic_topic (topic, subscriber_id),
    CONSTRAINT subscriber_topic_subscriber FOREIGN KEY (subscriber_id) REFERENCES subscriber (id) ON DELETE CASCADE,
    CONSTRAINT subscriber_topic_topic FOREIGN KEY (topic) REFERENCES topic (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Domains beyond those of agencies whose people may have bulletins.
CREATE TABLE subscriber_domain (
    domain     VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    allowed_at DATETIME(6)  NOT NULL,
    allowed_by UUID         NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Asked for on the public page and still to be confirmed by the link in a mail; deleted after seven days.
CREATE TABLE subscription_request (
    id       UUID          NOT NULL PRIMARY KEY,
    secret   BINARY(18)    NOT NULL,
    email    VARCHAR(254)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name     VARCHAR(160)  NOT NULL,
    kinds    VARCHAR(60)   NOT NULL,
    topics   VARCHAR(2000) NOT NULL,
    asked_at DATETIME(6)   NOT NULL,
    INDEX subscription_request_asked (asked_at),
    INDEX subscription_request_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
