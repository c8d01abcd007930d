-- The versions of the Information Sharing Agreement; the one that was put in force last is the one that counts.
CREATE TABLE sharing_agreement (
    version       VARCHAR(40) NOT NULL PRIMARY KEY,
    in_force_from DATETIME(6) NULL,
    added_at      DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who signed which for an agency. "valid_until" is the first moment at which it does not hold any more; a mistake is taken back, never
-- deleted.
CREATE TABLE sharing_signature (
    id            UUID         NOT NULL PRIMARY KEY,
    agency        VARCHAR(80)  NOT NULL,
    version       VARCHAR(40)  NOT NULL,
    signed_on     DATE         NOT NULL,
    signed_by     VARCHAR(160) NOT NULL,
    valid_until   DATETIME(6)  NULL,
    recorded_at   DATETIME(6)  NOT NULL,
    taken_back_at DATETIME(6)  NULL,
    INDEX sharing_signature_agency (agency, version),
    CONSTRAINT sharing_signature_agency FOREIGN KEY (agency) REFERENCES agency (slug),
    CONSTRAINT sharing_signature_version FOREIGN KEY (version) REFERENCES sharing_agreement (version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Which agency was told how many days before which end, so that nobody is told twice.
CREATE TABLE sharing_notice (
    agency    VARCHAR(80) NOT NULL,
    lapses_at DATETIME(6) NOT NULL,
    days      INT         NOT NULL,
    sent_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (agency, lapses_at, days)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The rule of which agencies' people may be given what is OFFICIAL-SENSITIVE, at this moment, by the clock of the database: every
-- agency while no version is in force; after that those that have signed the one that is.
CREATE VIEW agency_sharing AS
SELECT a.slug AS agency
  FROM agency a
 WHERE NOT EXISTS (SELECT 1 FROM sharing_agreement v WHERE v.in_force_from <= UTC_TIMESTAMP(6))
    OR EXISTS (SELECT 1 FROM sharing_signature s JOIN sharing_agreement v ON v.version = s.version
                WHERE s.agency = a.slug AND s.taken_back_at IS NULL AND v.in_force_from <= UTC_TIMESTAMP(6)
                  AND (s.valid_until IS NULL OR s.valid_until > UTC_TIMESTAMP(6))
                  AND NOT EXISTS (SELECT 1 FROM sharing_agreement later
                                   WHERE later.in_force_from > v.in_force_from AND later.in_force_from <= UTC_TIMESTAMP(6)));
