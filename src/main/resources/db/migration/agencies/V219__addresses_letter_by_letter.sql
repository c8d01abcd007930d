-- Addresses are kept in small letters and compared letter by letter: "é" in one is another address and another domain than
-- "e", and whoever has the one must never be taken for the other.
ALTER TABLE person MODIFY email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE agency_domain MODIFY domain VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE access_request MODIFY email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
