-- What is OFFICIAL-SENSITIVE is behind a second lock: the keys to it are held by people of agencies that signed the Information Sharing
-- Agreement. Documents that are in the index already get the locks that those keys fit.
UPDATE search_entry_token t JOIN search_entry e ON e.id = t.entry_id JOIN document d ON d.id = e.thing_id
   SET t.token = CONCAT('signed:', t.token)
 WHERE e.source = 'documents' AND d.marking = 'OFFICIAL_SENSITIVE' AND t.token NOT LIKE 'signed:%';
UPDATE search_entry e JOIN document d ON d.id = e.thing_id
   SET e.pending = TRUE, e.stamp = 1 + FLOOR(RAND() * 2147483645)
 WHERE e.source = 'documents' AND d.marking = 'OFFICIAL_SENSITIVE' AND NOT e.removed;
