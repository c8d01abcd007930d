-- Files on their way in, in pieces. The bytes lie beside the originals until all are here; received is what is safely on the disk.
CREATE TABLE document_upload (
    id            UUID          NOT NULL PRIMARY KEY,
    owner         UUID          NOT NULL,
    purpose       VARCHAR(10)   NOT NULL,
    document_id   UUID          NULL,
    file_name     VARCHAR(250)  NOT NULL,
    last_modified BIGINT        NULL,
    client_key    VARCHAR(80)   NULL,
    metadata      VARCHAR(4000) NOT NULL,
    length        BIGINT        NOT NULL,
    received      BIGINT        NOT NULL,
    sha256        CHAR(64)      NULL,
    state         VARCHAR(10)   NOT NULL,
    created_at    DATETIME(6)   NOT NULL,
    expires_at    DATETIME(6)   NOT NULL,
    UNIQUE KEY document_upload_key (owner, client_key),
    INDEX document_upload_owner (owner, state),
    INDEX document_upload_expiry (expires_at),
    INDEX document_upload_sha256 (sha256)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
