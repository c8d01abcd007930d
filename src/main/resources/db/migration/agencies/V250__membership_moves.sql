-- Somebody who is to change from one agency to another, from when their coordinator says so until the other agency's answers. Only what
-- waits is here: what became of it is in the audit trail.
CREATE TABLE membership_move (
    person_id   UUID         NOT NULL PRIMARY KEY,
    from_agency VARCHAR(80)  NOT NULL,
    to_agency   VARCHAR(80)  NOT NULL,
    note        VARCHAR(300) NOT NULL,
    asked_by    UUID         NULL,
    asked_at    DATETIME(6)  NOT NULL,
    INDEX membership_move_to (to_agency),
    INDEX membership_move_from (from_agency),
    CONSTRAINT membership_move_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT membership_move_from_agency FOREIGN KEY (from_agency) REFERENCES agency (slug),
    CONSTRAINT membership_move_to_agency FOREIGN KEY (to_agency) REFERENCES agency (slug),
    CONSTRAINT membership_move_elsewhere CHECK (from_agency <> to_agency)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
