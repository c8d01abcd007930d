-- Who did what to what. Rows are written in the transaction of the thing itself and sealed afterwards, one after the
-- other, by a single writer: a chain inside the business transaction would be a lock that everybody waits for.
CREATE TABLE audit_row (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at      DATETIME(6)  NOT NULL,
    actor   UUID         NULL,
    action  VARCHAR(60)  NOT NULL,
    subject VARCHAR(140) NOT NULL,
    details TEXT         NOT NULL,
    seal    BINARY(32)   NULL,
    INDEX audit_row_subject (subject, id),
    INDEX audit_row_actor (actor, id),
    INDEX audit_row_unsealed (seal, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            LONGBLOB,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50),
    last_success         DATETIME(6)  NULL,
    last_failure         DATETIME(6)  NULL,
    consecutive_failures INT,
    last_heartbeat       DATETIME(6)  NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance),
    INDEX scheduled_tasks_execution_time (execution_time),
    INDEX scheduled_tasks_last_heartbeat (last_heartbeat)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
