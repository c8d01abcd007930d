-- Keys that people hold beside those of their agency, groups and roles. None, until a module above puts its own view in this one's
-- place.
CREATE VIEW person_key AS
SELECT p.id AS person_id, CAST('' AS CHAR(140)) AS token FROM person p WHERE FALSE;
