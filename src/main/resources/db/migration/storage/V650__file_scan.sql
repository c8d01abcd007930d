-- What the virus scanner said of each file, by its bytes. due_at: when it is to be scanned, or scanned again; null when it is not.
-- While a node scans it, due_at lies ahead, so that another takes over when that node died. again_at: the same bytes came in again
-- since, and versions that were put in from then on wait, as if nobody had known them.
CREATE TABLE file_scan (
    sha256      CHAR(64)     NOT NULL PRIMARY KEY,
    size        BIGINT       NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    finding     VARCHAR(300) NULL,
    added_at    DATETIME(6)  NOT NULL,
    scanned_at  DATETIME(6)  NULL,
    again_at    DATETIME(6)  NULL,
    due_at      DATETIME(6)  NULL,
    urgent      BOOLEAN      NOT NULL,
    attempts    INT          NOT NULL,
    claim       CHAR(36)     NULL,
    INDEX file_scan_due (urgent, due_at),
    INDEX file_scan_state (state, added_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What came before was not scanned, or was when it came; it stays open, and is scanned in its turn where there is a scanner.
INSERT IGNORE INTO file_scan (sha256, size, state, added_at, urgent, attempts)
SELECT sha256, size, 'NOT_SCANNED', added_at, FALSE, 0 FROM document_version;

INSERT IGNORE INTO file_scan (sha256, size, state, added_at, urgent, attempts)
SELECT cover_sha256, 0, 'NOT_SCANNED', UTC_TIMESTAMP(6), FALSE, 0 FROM pack WHERE cover_sha256 IS NOT NULL;

-- The table of another module, which in an empty database comes later
SET @pictures = (SELECT IF(COUNT(*) = 0, 'DO 0', 'INSERT IGNORE INTO file_scan (sha256, size, state, added_at, urgent, attempts) SELECT sha256, 0, ''NOT_SCANNED'', added_at, FALSE, 0 FROM bulletin_picture')
                   FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'bulletin_picture');
EXECUTE IMMEDIATE @pictures;
