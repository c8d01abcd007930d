-- Entries for the reader's calendar that go with a mail: a JSON list of method and iCalendar object, or NULL.
ALTER TABLE mail ADD COLUMN calendar MEDIUMTEXT NULL AFTER headers;
