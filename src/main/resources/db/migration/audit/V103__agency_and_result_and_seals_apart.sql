-- Seals in a table of their own, so that a line of the trail is never written twice: rows of both are put in and stay as they are.
-- "number" is the place in the chain, without gaps; "format" says what the seal is made over, so that seals made before a column
-- was added still fit.
CREATE TABLE audit_seal (
    number BIGINT     NOT NULL PRIMARY KEY,
    line   BIGINT     NOT NULL,
    format TINYINT    NOT NULL,
    seal   BINARY(32) NOT NULL,
    UNIQUE KEY audit_seal_line (line)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO audit_seal (number, line, format, seal)
SELECT ROW_NUMBER() OVER (ORDER BY id), id, 1, seal FROM audit_row WHERE seal IS NOT NULL;

-- From which agency, and with what result. What was written before was done.
ALTER TABLE audit_row
    DROP INDEX audit_row_unsealed,
    DROP COLUMN seal,
    ADD COLUMN agency VARCHAR(80) NULL AFTER actor,
    ADD COLUMN result VARCHAR(10) NOT NULL DEFAULT 'done' AFTER subject,
    ADD INDEX audit_row_agency (agency, id),
    ADD INDEX audit_row_result (result, id),
    ADD INDEX audit_row_at (at);
