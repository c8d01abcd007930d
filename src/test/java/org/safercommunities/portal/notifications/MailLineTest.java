package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Administrators see why a mail was sent, and not what it is about. */
class MailLineTest {

    @ParameterizedTest
    @CsvSource({
        "access-request-received, Access request received",
        "event-confirmed, Event confirmed",
        "event-event-cancelled, Event cancelled",
        "newsletter, Newsletter"
    })
    void itsReasonIsInWords(String kind, String words) {
        MailLine line = new MailLine(
                UUID.randomUUID(),
                "rowan@swale.example",
                kind,
                MailState.SENT,
                false,
                1,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        assertThat(line.why()).isEqualTo(words);
    }
}
