-- What of the demonstration has been put in, so that nothing is put in twice and what was taken out stays out.
CREATE TABLE demo_seed (
    item    VARCHAR(190) NOT NULL PRIMARY KEY,
    done_at DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
