-- What a document is called where it was brought in from, so that whoever brings it again changes it and adds no second one.
-- Letter by letter, spaces at the end too: two files beside each other may differ in no more.
CREATE TABLE document_reference (
    reference   VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL PRIMARY KEY,
    document_id UUID        NULL,
    sha256      CHAR(64)    NULL,
    said        CHAR(64)    NULL,
    unpublished BOOLEAN     NOT NULL,
    sent_at     DATETIME(6) NOT NULL,
    INDEX document_reference_document (document_id),
    CONSTRAINT document_reference_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
