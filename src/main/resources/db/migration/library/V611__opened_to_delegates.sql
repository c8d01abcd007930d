-- Which documents of a pack are open to the delegates of the events that hand it out. An editor says so, document by document.
ALTER TABLE pack_member
    ADD COLUMN opened BOOLEAN NOT NULL DEFAULT FALSE;

-- Who is let in to a document beside its audience: delegates, for as long as the view over their bookings names them.
CREATE VIEW document_delegate AS
SELECT m.document_id, came.person_id
  FROM pack_member m JOIN pack p ON p.id = m.pack_id JOIN pack_delegate came ON came.pack_id = p.id
 WHERE m.opened AND p.state = 'PUBLISHED';

-- In place of the empty view of the agencies: the same as keys, which search goes by.
CREATE OR REPLACE VIEW person_key AS
SELECT came.person_id, CONCAT('pack:', p.id) AS token
  FROM pack_delegate came JOIN pack p ON p.id = came.pack_id
 WHERE p.state = 'PUBLISHED';

-- Packs that are in the index already get the lock that those keys fit.
INSERT IGNORE INTO search_entry_token (entry_id, token)
SELECT e.id, CONCAT('pack:', e.thing_id) FROM search_entry e WHERE e.source = 'collections' AND NOT e.removed;
UPDATE search_entry SET pending = TRUE, stamp = 1 + FLOOR(RAND() * 2147483645) WHERE source = 'collections' AND NOT removed;
