-- Whose data is held, although its time is over: nothing of theirs is erased meanwhile.
CREATE TABLE person_hold (
    id        UUID         NOT NULL PRIMARY KEY,
    person_id UUID         NOT NULL,
    reason    VARCHAR(500) NOT NULL,
    until_on  DATE         NULL,
    held_at   DATETIME(6)  NOT NULL,
    held_by   UUID         NOT NULL,
    lifted_at DATETIME(6)  NULL,
    current   TINYINT(1) AS (IF(lifted_at IS NULL, 1, NULL)) PERSISTENT,
    UNIQUE KEY person_hold_one_current (person_id, current),
    CONSTRAINT person_hold_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who was forgotten, and when. The id is all that is left of them.
CREATE TABLE person_erasure (
    person_id UUID        NOT NULL PRIMARY KEY,
    erased_at DATETIME(6) NOT NULL,
    CONSTRAINT person_erasure_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- For the deletions of every module.
CREATE VIEW person_held AS
SELECT h.person_id, p.email
  FROM person_hold h JOIN person p ON p.id = h.person_id
 WHERE h.lifted_at IS NULL AND (h.until_on IS NULL OR h.until_on >= CURRENT_DATE);
