-- What sort of group it is; those there are were task groups as far as anybody said.
ALTER TABLE portal_group ADD COLUMN kind VARCHAR(30) NOT NULL DEFAULT 'TASK_GROUP' AFTER name;

-- As what somebody is in a group, for whom they stand in, and from when until when. No moment: from the beginning, without end.
ALTER TABLE group_member
    ADD COLUMN capacity       VARCHAR(20) NOT NULL DEFAULT 'MEMBER',
    ADD COLUMN substitute_for UUID        NULL,
    ADD COLUMN from_at        DATETIME(6) NULL,
    ADD COLUMN until_at       DATETIME(6) NULL;

-- The rule of who is in a group now, by the clock of the database, which all nodes have in common: whoever has a place whose
-- time has come and is not over; a substitute for as long as the member has theirs too.
CREATE VIEW group_now AS
SELECT p.group_slug, p.person_id
  FROM group_member p
 WHERE (p.from_at IS NULL OR p.from_at <= UTC_TIMESTAMP(6))
   AND (p.until_at IS NULL OR p.until_at > UTC_TIMESTAMP(6))
   AND (p.substitute_for IS NULL OR EXISTS (
        SELECT 1 FROM group_member m
         WHERE m.group_slug = p.group_slug AND m.person_id = p.substitute_for AND m.substitute_for IS NULL
           AND (m.from_at IS NULL OR m.from_at <= UTC_TIMESTAMP(6))
           AND (m.until_at IS NULL OR m.until_at > UTC_TIMESTAMP(6))));
