-- Nobody changes a line or a seal, or takes one out; also not by REPLACE or INSERT … ON DUPLICATE KEY UPDATE, which come here too.
-- The portal's account may neither drop these triggers nor the tables: it has no right to define anything (docs/adr/0021).
CREATE TRIGGER audit_row_unchanged BEFORE UPDATE ON audit_row FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Lines of the audit trail stay as they were written';
CREATE TRIGGER audit_row_kept BEFORE DELETE ON audit_row FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Lines of the audit trail stay as they were written';
CREATE TRIGGER audit_seal_unchanged BEFORE UPDATE ON audit_seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Seals of the audit trail stay as they were written';
CREATE TRIGGER audit_seal_kept BEFORE DELETE ON audit_seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Seals of the audit trail stay as they were written';
