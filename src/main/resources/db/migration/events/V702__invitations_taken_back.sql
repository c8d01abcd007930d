-- Whether the entry was taken back, so that it is not taken back twice, nor at all when there was none.
ALTER TABLE event_invitation ADD COLUMN cancelled BOOLEAN NOT NULL DEFAULT FALSE;

-- What one booking is told at once goes into one letter.
ALTER TABLE event_notice ADD INDEX event_notice_booking (booking_id, kind);
