-- Until when agencies may offer items for a bulletin: what has no row takes none. Moved by its editors, apart from its edition,
-- for it is nothing that the bulletin says.
CREATE TABLE bulletin_call (
    bulletin_id UUID        NOT NULL PRIMARY KEY,
    until_at    DATETIME(6) NOT NULL,
    set_by      UUID        NOT NULL,
    set_at      DATETIME(6) NOT NULL,
    INDEX bulletin_call_until (until_at),
    CONSTRAINT bulletin_call_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- So many days before the deadline everybody concerned was reminded, once; a deadline that is moved begins anew.
CREATE TABLE bulletin_call_reminder (
    bulletin_id UUID        NOT NULL,
    days        INT         NOT NULL,
    sent_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (bulletin_id, days),
    CONSTRAINT bulletin_call_reminder_call FOREIGN KEY (bulletin_id) REFERENCES bulletin_call (bulletin_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Items that agencies offer: what the agency wrote ("content") and what the team made of it before it was taken in ("edited"), as
-- JSON (see OfferContent). Once it is taken in, its blocks in the bulletin bear its id and say what it says now.
CREATE TABLE bulletin_offer (
    id          UUID          NOT NULL PRIMARY KEY,
    agency      VARCHAR(80)   NOT NULL,
    state       VARCHAR(12)   NOT NULL,
    content     MEDIUMTEXT    NOT NULL,
    edited      MEDIUMTEXT    NULL,
    picture     UUID          NULL,
    wished      UUID          NULL,
    bulletin_id UUID          NULL,
    version     INT           NOT NULL,
    created_by  UUID          NOT NULL,
    changed_by  UUID          NOT NULL,
    changed_at  DATETIME(6)   NOT NULL,
    offered_by  UUID          NULL,
    offered_at  DATETIME(6)   NULL,
    decided_by  UUID          NULL,
    decided_at  DATETIME(6)   NULL,
    reason      VARCHAR(1000) NULL,
    told_at     DATETIME(6)   NULL,
    INDEX bulletin_offer_of_agency (agency, changed_at),
    INDEX bulletin_offer_state (state, offered_at),
    INDEX bulletin_offer_with_picture (picture),
    CONSTRAINT bulletin_offer_agency FOREIGN KEY (agency) REFERENCES agency (slug),
    CONSTRAINT bulletin_offer_wished FOREIGN KEY (wished) REFERENCES bulletin (id) ON DELETE SET NULL,
    CONSTRAINT bulletin_offer_bulletin FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Each step, with what it said then: who offered, edited, took in, declined and why.
CREATE TABLE bulletin_offer_step (
    id       BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    offer_id UUID          NOT NULL,
    what     VARCHAR(16)   NOT NULL,
    person   UUID          NULL,
    at       DATETIME(6)   NOT NULL,
    words    VARCHAR(1000) NULL,
    content  MEDIUMTEXT    NULL,
    INDEX bulletin_offer_steps (offer_id, id),
    INDEX bulletin_offer_step_by (person),
    CONSTRAINT bulletin_offer_step_offer FOREIGN KEY (offer_id) REFERENCES bulletin_offer (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A picture of an agency's item is handed out at the public address only once the item stands in a bulletin.
ALTER TABLE bulletin_picture ADD COLUMN shut BOOLEAN NOT NULL DEFAULT FALSE;
