-- Events as they are held: an event has sessions, a session has a pool of places for each way of coming (room, online).
CREATE TABLE event (
    id                  UUID          NOT NULL PRIMARY KEY,
    title               VARCHAR(250)  NOT NULL,
    kind                VARCHAR(30)   NOT NULL,
    description         TEXT          NOT NULL,
    state               VARCHAR(20)   NOT NULL,
    template            BOOLEAN       NOT NULL,
    agency              VARCHAR(80)   NOT NULL,
    created_by          UUID          NOT NULL,
    created_at          DATETIME(6)   NOT NULL,
    publish_at          DATETIME(6)   NULL,
    published_at        DATETIME(6)   NULL,
    cancelled_at        DATETIME(6)   NULL,
    cancel_reason       VARCHAR(1000) NULL,
    registration_opens  DATETIME(6)   NULL,
    registration_closes DATETIME(6)   NULL,
    cancel_until        DATETIME(6)   NULL,
    approval            BOOLEAN       NOT NULL,
    offer_hours         INT           NOT NULL,
    reminder_days       VARCHAR(40)   NOT NULL,
    asks_dietary        BOOLEAN       NOT NULL,
    asks_access         BOOLEAN       NOT NULL,
    starts_at           DATETIME(6)   NOT NULL,
    ends_at             DATETIME(6)   NOT NULL,
    needs_deleted_at    DATETIME(6)   NULL,
    version             INT           NOT NULL,
    INDEX event_upcoming (state, starts_at, id),
    INDEX event_due (state, publish_at),
    CONSTRAINT event_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE event_topic (
    event_id UUID        NOT NULL,
    topic    VARCHAR(80) NOT NULL,
    PRIMARY KEY (event_id, topic),
    INDEX event_topic_topic (topic, event_id),
    CONSTRAINT event_topic_event FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT event_topic_topic FOREIGN KEY (topic) REFERENCES topic (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The locks of the event's audience; a reader whose keys fit one of them may see it.
CREATE TABLE event_audience (
    event_id UUID         NOT NULL,
    token    VARCHAR(120) NOT NULL,
    PRIMARY KEY (event_id, token),
    INDEX event_audience_token (token, event_id),
    CONSTRAINT event_audience_event FOREIGN KEY (event_id) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- "removed_at": taken out of the programme, kept for those whose places ended with it.
CREATE TABLE event_session (
    id                 UUID          NOT NULL PRIMARY KEY,
    event_id           UUID          NOT NULL,
    position           INT           NOT NULL,
    title              VARCHAR(250)  NOT NULL,
    description        TEXT          NOT NULL,
    start_at           DATETIME(6)   NOT NULL,
    end_at             DATETIME(6)   NOT NULL,
    venue_name         VARCHAR(250)  NOT NULL,
    venue_address      VARCHAR(500)  NOT NULL,
    venue_map          VARCHAR(500)  NOT NULL,
    venue_access       VARCHAR(2000) NOT NULL,
    joining_link       VARCHAR(1000) NOT NULL,
    join_opens_minutes INT           NOT NULL,
    removed_at         DATETIME(6)   NULL,
    INDEX event_session_event (event_id, position),
    INDEX event_session_start (start_at),
    CONSTRAINT event_session_event FOREIGN KEY (event_id) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a session is made of: the short topics of an information session, the agenda of a conference.
CREATE TABLE event_talk (
    session_id UUID          NOT NULL,
    position   INT           NOT NULL,
    title      VARCHAR(250)  NOT NULL,
    speaker    VARCHAR(250)  NOT NULL,
    minutes    INT           NULL,
    summary    VARCHAR(2000) NOT NULL,
    PRIMARY KEY (session_id, position),
    CONSTRAINT event_talk_session FOREIGN KEY (session_id) REFERENCES event_session (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- "taken" counts places that are confirmed, offered or awaiting approval. Whoever changes anything of a pool holds its row
-- (SELECT ... FOR UPDATE), pools in the order of their ids. The check is the last guard.
CREATE TABLE event_pool (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    session_id  UUID        NOT NULL,
    mode        VARCHAR(20) NOT NULL,
    capacity    INT         NOT NULL,
    taken       INT         NOT NULL,
    next_ticket BIGINT      NOT NULL,
    UNIQUE KEY event_pool_mode (session_id, mode),
    CONSTRAINT event_pool_session FOREIGN KEY (session_id) REFERENCES event_session (id),
    CONSTRAINT event_pool_never_oversold CHECK (taken >= 0 AND taken <= capacity)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Places kept for an agency until they are released to all, and the most that it may have.
CREATE TABLE event_allocation (
    pool_id    BIGINT      NOT NULL,
    agency     VARCHAR(80) NOT NULL,
    minimum    INT         NOT NULL,
    maximum    INT         NULL,
    release_at DATETIME(6) NULL,
    PRIMARY KEY (pool_id, agency),
    CONSTRAINT event_allocation_pool FOREIGN KEY (pool_id) REFERENCES event_pool (id),
    CONSTRAINT event_allocation_agency FOREIGN KEY (agency) REFERENCES agency (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One person's booking of one event. "current" is 1 while any of its places lives, so that nobody is booked twice.
CREATE TABLE event_booking (
    id         UUID         NOT NULL PRIMARY KEY,
    event_id   UUID         NOT NULL,
    person_id  UUID         NOT NULL,
    agency     VARCHAR(80)  NOT NULL,
    booked_by  UUID         NULL,
    booked_at  DATETIME(6)  NOT NULL,
    group_id   UUID         NULL,
    automatic  BOOLEAN      NOT NULL,
    ended_at   DATETIME(6)  NULL,
    current    TINYINT(1) AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
    UNIQUE KEY event_booking_one_current (event_id, person_id, current),
    INDEX event_booking_person (person_id, ended_at),
    CONSTRAINT event_booking_event FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT event_booking_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What somebody needs in the room; seen by those who act on it, deleted by a job after the event.
CREATE TABLE event_need (
    booking_id UUID          NOT NULL PRIMARY KEY,
    dietary    VARCHAR(1000) NOT NULL,
    access     VARCHAR(1000) NOT NULL,
    CONSTRAINT event_need_booking FOREIGN KEY (booking_id) REFERENCES event_booking (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A place, or somebody's turn to get one. "ticket" is the order of joining the waiting list of the pool.
CREATE TABLE event_place (
    id         UUID         NOT NULL PRIMARY KEY,
    booking_id UUID         NOT NULL,
    session_id UUID         NOT NULL,
    pool_id    BIGINT       NOT NULL,
    agency     VARCHAR(80)  NOT NULL,
    state      VARCHAR(20)  NOT NULL,
    ticket     BIGINT       NULL,
    replaces   UUID         NULL,
    offered_at DATETIME(6)  NULL,
    lapses_at  DATETIME(6)  NULL,
    reason     VARCHAR(500) NULL,
    attendance VARCHAR(20)  NULL,
    changed_at DATETIME(6)  NOT NULL,
    live       TINYINT(1) AS (IF(state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL', 'WAITING'), 1, NULL)) PERSISTENT,
    UNIQUE KEY event_place_once (booking_id, pool_id, live),
    INDEX event_place_queue (pool_id, state, ticket),
    INDEX event_place_lapse (state, lapses_at),
    INDEX event_place_session (session_id, state),
    CONSTRAINT event_place_booking FOREIGN KEY (booking_id) REFERENCES event_booking (id),
    CONSTRAINT event_place_session FOREIGN KEY (session_id) REFERENCES event_session (id),
    CONSTRAINT event_place_pool FOREIGN KEY (pool_id) REFERENCES event_pool (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every step of every place, written with the step itself: the counters must equal a replay of these.
CREATE TABLE event_place_step (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    place_id   UUID         NOT NULL,
    pool_id    BIGINT       NOT NULL,
    booking_id UUID         NOT NULL,
    agency     VARCHAR(80)  NOT NULL,
    from_state VARCHAR(20)  NULL,
    to_state   VARCHAR(20)  NOT NULL,
    reason     VARCHAR(500) NULL,
    actor      UUID         NULL,
    at         DATETIME(6)  NOT NULL,
    INDEX event_place_step_pool (pool_id, id),
    INDEX event_place_step_booking (booking_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What somebody is to be told, noted with the step that it tells of; turned into mail right after the commit, and sooner or
-- later in any case. Writing a mail takes longer than a place may be held.
CREATE TABLE event_notice (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind       VARCHAR(40)   NOT NULL,
    event_id   UUID          NOT NULL,
    booking_id UUID          NULL,
    place_id   UUID          NULL,
    words      TEXT          NULL,
    due_at     DATETIME(6)   NOT NULL,
    attempts   INT           NOT NULL DEFAULT 0,
    INDEX event_notice_due (due_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How often a person's calendar has been told of a session: the SEQUENCE of the next invitation.
CREATE TABLE event_invitation (
    session_id UUID NOT NULL,
    person_id  UUID NOT NULL,
    sequence   INT  NOT NULL,
    PRIMARY KEY (session_id, person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Reminders that have gone out, so that none goes twice.
CREATE TABLE event_reminder (
    place_id UUID        NOT NULL,
    days     INT         NOT NULL,
    sent_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (place_id, days)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The secret part of a person's calendar address; made anew when they ask.
CREATE TABLE event_feed (
    person_id UUID        NOT NULL PRIMARY KEY,
    token     VARCHAR(64) NOT NULL,
    made_at   DATETIME(6) NOT NULL,
    UNIQUE KEY event_feed_token (token)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE event_certificate (
    code      VARCHAR(24) NOT NULL PRIMARY KEY,
    event_id  UUID        NOT NULL,
    person_id UUID        NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    UNIQUE KEY event_certificate_person (event_id, person_id),
    CONSTRAINT event_certificate_event FOREIGN KEY (event_id) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Recordings and slides, as documents of the library.
CREATE TABLE event_document (
    event_id    UUID NOT NULL,
    document_id UUID NOT NULL,
    position    INT  NOT NULL,
    PRIMARY KEY (event_id, document_id),
    CONSTRAINT event_document_event FOREIGN KEY (event_id) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
