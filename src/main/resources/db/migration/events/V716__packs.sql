-- The pack that an event hands to its delegates.
CREATE TABLE event_pack (
    event_id UUID NOT NULL PRIMARY KEY,
    pack_id  UUID NOT NULL,
    INDEX event_pack_pack (pack_id),
    CONSTRAINT event_pack_event FOREIGN KEY (event_id) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- In place of the library's empty view: whoever has a confirmed place, as it stands at this moment, is let in to the pack.
CREATE OR REPLACE VIEW pack_delegate AS
SELECT h.pack_id, b.person_id
  FROM event_pack h JOIN event_booking b ON b.event_id = h.event_id
 WHERE EXISTS (SELECT 1 FROM event_place c WHERE c.booking_id = b.id AND c.state = 'CONFIRMED');
