-- When Keycloak last said that the account of a session's person may still sign in.
ALTER TABLE portal_session ADD COLUMN checked_at DATETIME(6) NULL AFTER opened_at;
UPDATE portal_session SET checked_at = UTC_TIMESTAMP(6) WHERE ended_at IS NULL;
