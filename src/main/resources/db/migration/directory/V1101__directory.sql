-- What people say of themselves for their colleagues in other agencies. "listed" is empty until they have decided: then
-- coordinators and the team are in the directory, and nobody else.
CREATE TABLE directory_entry (
    person_id  UUID         NOT NULL PRIMARY KEY,
    listed     TINYINT(1)   NULL,
    job        VARCHAR(160) NOT NULL,
    phone      VARCHAR(40)  NOT NULL,
    about      VARCHAR(600) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    CONSTRAINT directory_entry_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE directory_lead (
    person_id UUID        NOT NULL,
    topic     VARCHAR(80) NOT NULL,
    PRIMARY KEY (person_id, topic),
    INDEX directory_lead_topic (topic),
    CONSTRAINT directory_lead_entry FOREIGN KEY (person_id) REFERENCES directory_entry (person_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
