-- Accounts in Keycloak whose person was erased, until Keycloak has deleted them and for a day longer: whoever comes with one then was
-- signing in while it went.
CREATE TABLE account_to_delete (
    subject    VARCHAR(80) NOT NULL PRIMARY KEY,
    person_id  UUID        NOT NULL,
    since      DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    INDEX account_to_delete_since (since),
    CONSTRAINT account_to_delete_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
