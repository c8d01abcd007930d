package org.safercommunities.portal.library.use;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a demonstration the reading of the weeks before it was started, by people whom nobody could name. */
@Service
@NamedInterface("use")
@ConditionalOnBooleanProperty("portal.demo")
public class EarlierReading {

    private final JdbcClient jdbc;

    EarlierReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody has opened a document, and perhaps taken it out.
     *
     * @param person any number for each of an agency's people
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(UUID document, LocalDate day, String agency, int person, boolean downloaded) {
        byte[] reader = ByteBuffer.allocate(16)
                .putLong(agency.hashCode())
                .putLong(person)
                .array();
        jdbc.sql(
                        "INSERT IGNORE INTO library_read (document_id, day, reader, agency, opened, downloads) VALUES (?, ?, ?, ?, TRUE, ?)")
                .params(document.toString(), day, reader, agency, downloaded ? 1 : 0)
                .update();
    }

    /** Some have looked for these words and found nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void searchedInVain(LocalDate day, String words, int times) {
        jdbc.sql("INSERT IGNORE INTO search_without_result (day, words, times) VALUES (?, ?, ?)")
                .params(day, words, times)
                .update();
    }
}
