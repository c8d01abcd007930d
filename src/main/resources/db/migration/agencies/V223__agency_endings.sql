-- An agency that an administrator wants to end, or to make part of another, from when they say so until a second one answers. Only what
-- waits is here: what became of it is in the audit trail.
CREATE TABLE agency_ending (
    id          UUID         NOT NULL PRIMARY KEY,
    agency      VARCHAR(80)  NOT NULL,
    into_agency VARCHAR(80)  NULL,
    fingerprint CHAR(64)     NOT NULL,
    reason      VARCHAR(300) NOT NULL,
    asked_by    UUID         NOT NULL,
    asked_at    DATETIME(6)  NOT NULL,
    CONSTRAINT agency_ending_once UNIQUE (agency),
    CONSTRAINT agency_ending_agency FOREIGN KEY (agency) REFERENCES agency (slug),
    CONSTRAINT agency_ending_into FOREIGN KEY (into_agency) REFERENCES agency (slug),
    CONSTRAINT agency_ending_asked_by FOREIGN KEY (asked_by) REFERENCES person (id),
    CONSTRAINT agency_ending_elsewhere CHECK (into_agency IS NULL OR into_agency <> agency)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
