CREATE INDEX audit_row_action ON audit_row (action, id);
