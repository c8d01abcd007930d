-- From when until when a thing may be found, and from which day on it counts as out of date.
ALTER TABLE search_entry
    ADD COLUMN visible_from  DATETIME(6) NULL,
    ADD COLUMN visible_until DATETIME(6) NULL,
    ADD COLUMN stale_from    DATE        NULL;
