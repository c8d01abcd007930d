-- Which changes of passwords and second factors have been told, by what they were, not whose; and to when Keycloak's events have been read.
CREATE TABLE sign_in_change (
    fingerprint CHAR(64)    NOT NULL PRIMARY KEY,
    at          DATETIME(6) NOT NULL,
    INDEX sign_in_change_at (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sign_in_change_read (
    id      TINYINT     NOT NULL PRIMARY KEY,
    read_to DATETIME(6) NOT NULL,
    CONSTRAINT sign_in_change_read_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO sign_in_change_read (id, read_to) VALUES (1, UTC_TIMESTAMP(6));
