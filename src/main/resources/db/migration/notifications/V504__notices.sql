-- What a person is told of: which thing, on what occasion, and where it is. Never its title: that is asked of the module it belongs
-- to when the notice is shown or mailed, so that what they may no longer see is left out. "mail": WAITING until the person's choice
-- has it sent, then MAILED; LEFT when it never will be.
CREATE TABLE notice (
    id         UUID         NOT NULL PRIMARY KEY,
    person_id  UUID         NOT NULL,
    notice_key VARCHAR(190) NOT NULL,
    occasion   VARCHAR(30)  NOT NULL,
    about      VARCHAR(20)  NOT NULL,
    source     VARCHAR(30)  NOT NULL,
    thing_id   UUID         NOT NULL,
    path       VARCHAR(300) NOT NULL,
    at         DATETIME(6)  NOT NULL,
    read_at    DATETIME(6)  NULL,
    urgent     BOOLEAN      NOT NULL,
    mail       VARCHAR(8)   NOT NULL,
    mailed_at  DATETIME(6)  NULL,
    UNIQUE KEY notice_once (person_id, notice_key),
    INDEX notice_newest (person_id, at, id),
    INDEX notice_unread (person_id, read_at, path),
    INDEX notice_mail (mail, at, person_id),
    INDEX notice_old (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- When somebody wants notices by mail, for each of the two sorts; what they have not chosen has no row.
CREATE TABLE notice_choice (
    person_id UUID        NOT NULL,
    about     VARCHAR(20) NOT NULL,
    cadence   VARCHAR(12) NOT NULL,
    PRIMARY KEY (person_id, about)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
