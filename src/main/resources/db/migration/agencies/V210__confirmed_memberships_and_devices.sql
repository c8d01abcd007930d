-- When a coordinator last said that somebody still works there.
ALTER TABLE membership ADD COLUMN confirmed_at DATETIME(6) NULL AFTER since;

-- What a session was opened with ("Firefox on Windows"), so that people recognise their own.
ALTER TABLE portal_session ADD COLUMN device VARCHAR(80) NULL AFTER access_version;
