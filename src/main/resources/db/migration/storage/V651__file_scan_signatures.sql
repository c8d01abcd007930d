-- What the scanner went by when it looked at a file last, in its own words: what passed by other signatures than those of today is
-- scanned again. Null: nobody noted it.
ALTER TABLE file_scan
    ADD COLUMN signatures VARCHAR(200) NULL;
