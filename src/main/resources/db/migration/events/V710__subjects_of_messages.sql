-- What a message of the team is about, when it is not simply the event.
ALTER TABLE event_notice ADD COLUMN subject VARCHAR(250) NULL AFTER place_id;
