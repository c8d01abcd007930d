-- What the daily run of the retention rules did, a row for each kind.
CREATE TABLE retention_run (
    run_id   UUID         NOT NULL,
    rule     VARCHAR(60)  NOT NULL,
    began_at DATETIME(6)  NOT NULL,
    took_ms  BIGINT       NOT NULL,
    due      BIGINT       NOT NULL,
    done     BIGINT       NOT NULL,
    fault    VARCHAR(300) NULL,
    PRIMARY KEY (run_id, rule),
    INDEX retention_run_began (began_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
