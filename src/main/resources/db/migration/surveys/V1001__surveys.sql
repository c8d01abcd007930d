-- Surveys, anonymous by design: what was answered and who has answered are two tables that nothing joins. An answer carries
-- no person, no moment and no number that counts up, so that not even the database's administrator can put them together.
CREATE TABLE survey (
    id         UUID          NOT NULL PRIMARY KEY,
    subject    VARCHAR(80)   NOT NULL,
    title      VARCHAR(250)  NOT NULL,
    intro      VARCHAR(2000) NOT NULL,
    opens_at   DATETIME(6)   NULL,
    closes_at  DATETIME(6)   NULL,
    opened_at  DATETIME(6)   NULL,
    created_at DATETIME(6)   NOT NULL,
    version    INT           NOT NULL,
    UNIQUE KEY survey_subject (subject),
    INDEX survey_due (opened_at, opens_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE survey_question (
    survey_id UUID          NOT NULL,
    position  INT           NOT NULL,
    id        UUID          NOT NULL,
    kind      VARCHAR(20)   NOT NULL,
    words     VARCHAR(500)  NOT NULL,
    choices   VARCHAR(4000) NOT NULL,
    required  BOOLEAN       NOT NULL,
    PRIMARY KEY (survey_id, position),
    UNIQUE KEY survey_question_id (id),
    CONSTRAINT survey_question_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE survey_invited (
    survey_id UUID    NOT NULL,
    person_id UUID    NOT NULL,
    answered  BOOLEAN NOT NULL,
    PRIMARY KEY (survey_id, person_id),
    INDEX survey_invited_person (person_id, answered),
    CONSTRAINT survey_invited_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE survey_answer (
    response_id UUID NOT NULL,
    question_id UUID NOT NULL,
    survey_id   UUID NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (response_id, question_id),
    INDEX survey_answer_question (question_id),
    CONSTRAINT survey_answer_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
