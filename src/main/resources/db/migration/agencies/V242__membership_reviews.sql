-- Each quarter every agency's coordinators look through who still works there. What is left to answer is not kept: it is who has been
-- a member since before the review and was not confirmed since.
CREATE TABLE membership_review (
    agency      VARCHAR(80) NOT NULL,
    quarter     DATE        NOT NULL,
    opened_at   DATETIME(6) NOT NULL,
    due_on      DATE        NOT NULL,
    reminded_at DATETIME(6) NULL,
    finished_at DATETIME(6) NULL,
    finished_by UUID        NULL,
    PRIMARY KEY (agency, quarter),
    INDEX membership_review_open (finished_at, due_on),
    CONSTRAINT membership_review_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- When somebody whose account is not used was asked whether they still want it.
ALTER TABLE membership ADD COLUMN questioned_at DATETIME(6) NULL AFTER confirmed_at;
