-- Who answers for an agency.
CREATE TABLE agency_contact (
    agency VARCHAR(80)  NOT NULL PRIMARY KEY,
    name   VARCHAR(160) NOT NULL,
    email  VARCHAR(254) NOT NULL,
    phone  VARCHAR(40)  NOT NULL,
    CONSTRAINT agency_contact_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How the people of an agency sign in, or are to sign in once it was tried: it is in use when the agency names its alias. Portal and
-- Keycloak share no transaction: "stamp" rises with each change, and Keycloak is in step when "done_stamp" has reached it. What the
-- portal shows the provider to prove itself (the client secret) stands in Keycloak alone.
CREATE TABLE agency_sign_in (
    agency          VARCHAR(80)   NOT NULL PRIMARY KEY,
    kind            VARCHAR(10)   NOT NULL,
    alias           VARCHAR(80)   NULL UNIQUE,
    address         VARCHAR(500)  NOT NULL,
    identity        VARCHAR(500)  NOT NULL,
    client_id       VARCHAR(200)  NOT NULL,
    attribute_names VARCHAR(20)   NOT NULL,
    settings        MEDIUMTEXT    NOT NULL,
    keys_until      DATETIME(6)   NULL,
    needs_secret    BOOLEAN       NOT NULL,
    trial_until     DATETIME(6)   NULL,
    tried_at        DATETIME(6)   NULL,
    tried_faults    VARCHAR(1000) NOT NULL,
    stamp           INT           NOT NULL,
    done_stamp      INT           NOT NULL,
    trouble         VARCHAR(500)  NULL,
    CONSTRAINT agency_sign_in_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
