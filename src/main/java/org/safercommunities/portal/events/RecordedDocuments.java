package org.safercommunities.portal.events;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.packs.PackState;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recordings and slides of an event: documents of the library, each seen by whoever the library lets see it. */
@Service
public class RecordedDocuments {

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final Documents documents;
    private final HandedPacks packs;
    private final EventNotices notices;
    private final ApplicationEventPublisher messages;

    RecordedDocuments(
            JdbcClient jdbc,
            WhoMaySeeEvent whoMaySee,
            Documents documents,
            HandedPacks packs,
            EventNotices notices,
            ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.documents = documents;
        this.packs = packs;
        this.notices = notices;
        this.messages = messages;
    }

    /** Those that this person may see, in the order they were added; none of an event that is not theirs to see. */
    @Transactional(readOnly = true)
    public List<DocumentCard> of(UUID event, Reader reader) {
        if (!whoMaySee.admits(reader, event)) {
            return List.of();
        }
        List<UUID> ids = jdbc.sql("SELECT document_id FROM event_document WHERE event_id = ? ORDER BY position")
                .param(event.toString())
                .query((row, number) -> Sql.id(row, "document_id"))
                .list();
        return documents.cards(ids, reader).stream()
                .sorted(Comparator.comparingInt(card -> ids.indexOf(card.id())))
                .toList();
    }

    /** @throws InvalidEvent when there is no such document for this person */
    @Transactional
    public void add(UUID event, UUID document, Reader by) {
        whoMaySee.unlessRuns(by, event);
        InvalidEvent.unless(
                documents.find(document, by).isPresent(), "document", "Choose a document that is in the library");
        int added = jdbc.sql("""
                        INSERT IGNORE INTO event_document (event_id, document_id, position)
                        SELECT :event, :document, COALESCE(MAX(d.position) + 1, 0) FROM event_document d WHERE d.event_id = :event
                        """)
                .param("event", event.toString())
                .param("document", document.toString())
                .update();
        if (added == 1) {
            tell(event, "document-added", Map.of("document", document.toString()), by);
        }
    }

    @Transactional
    public void remove(UUID event, UUID document, Reader by) {
        whoMaySee.unlessRuns(by, event);
        int removed = jdbc.sql("DELETE FROM event_document WHERE event_id = ? AND document_id = ?")
                .param(event.toString())
                .param(document.toString())
                .update();
        if (removed == 1) {
            tell(event, "document-removed", Map.of("document", document.toString()), by);
        }
    }

    /**
     * Tells those who came, and those who wanted to and could not, that there is something to look at.
     *
     * @return to how many people
     */
    @Transactional
    public int announce(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        InvalidEvent.unless(
                !of(event, by).isEmpty()
                        || packs.of(event, by)
                                .filter(pack -> pack.state() == PackState.PUBLISHED)
                                .isPresent(),
                "document",
                "Add a document, or hand out a published pack, first");
        List<UUID> bookings = jdbc.sql("""
                        SELECT MIN(b.id) AS id FROM event_booking b WHERE b.event_id = ? AND EXISTS (
                               SELECT 1 FROM event_place p WHERE p.booking_id = b.id
                                  AND p.state IN ('CONFIRMED', 'WAITING', 'OFFERED', 'CANCELLED', 'DECLINED', 'LAPSED'))
                         GROUP BY b.person_id
                        """)
                .param(event.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        InvalidEvent.unless(!bookings.isEmpty(), "document", "Nobody has booked this event");
        bookings.forEach(booking -> notices.note(NoticeKind.RECORDING_READY, event, booking, null, null));
        tell(event, "documents-announced", Map.of("count", String.valueOf(bookings.size())), by);
        return bookings.size();
    }

    private void tell(UUID event, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new EventMessage(event, what, details, by.actor()));
    }
}
