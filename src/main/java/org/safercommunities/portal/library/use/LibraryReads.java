package org.safercommunities.portal.library.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDownloaded;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts who opens and downloads documents: a row a person, document and day, under a pseudonym. Editors are not counted. */
@Service
public class LibraryReads {

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;
    private final Readers readers;
    private final Clock clock;

    LibraryReads(JdbcClient jdbc, Pseudonyms pseudonyms, Readers readers, Clock clock) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.readers = readers;
        this.clock = clock;
    }

    /** Somebody has a published document's page before them. */
    @Transactional
    public void opened(UUID document, Reader reader) {
        note(document, reader, 0);
    }

    @EventListener
    void on(DocumentDownloaded message) {
        readers.of(message.actor()).ifPresent(reader -> note(message.document(), reader, 1));
    }

    private void note(UUID document, Reader reader, int downloads) {
        if (reader.is(Role.EDITOR)) {
            return;
        }
        jdbc.sql("""
                INSERT INTO library_read (document_id, day, reader, agency, opened, downloads)
                VALUES (:document, :day, :reader, :agency, :opened, :downloads)
                ON DUPLICATE KEY UPDATE opened = opened OR :opened, downloads = downloads + :downloads
                """)
                .param("document", document.toString())
                .param("day", LocalDate.ofInstant(clock.instant(), Dates.KENT))
                .param("reader", pseudonyms.of(reader.personId()))
                .param("agency", reader.agencyId())
                .param("opened", downloads == 0)
                .param("downloads", downloads)
                .update();
    }
}
