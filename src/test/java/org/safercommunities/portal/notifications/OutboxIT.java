package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PortalIT
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private static Mail mail(String address, String subject) {
        return new Mail(
                address,
                "Rowan Weald",
                subject,
                "<!doctype html><html lang=\"en-GB\"><title>x</title><p>Grüße</p></html>",
                "Grüße",
                "test",
                "test:1",
                Map.of());
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM mail WHERE id = ?")
                .param(id.toString())
                .query(String.class)
                .single();
    }

    @Test
    void aMailIsSentOnceItsTransactionCommits() throws Exception {
        UUID id = transactions.execute(status -> outbox.send(mail("commit@swale.example", "Grüße aus Kent")));
        MailSink.Received received =
                PortalServices.mailSink().await(mail -> mail.recipient().equals("commit@swale.example"), PATIENCE);
        assertThat(received.subject()).isEqualTo("Grüße aus Kent");
        assertThat(received.message().getMessageID()).contains(String.valueOf(id));
        assertThat(received.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) received.message().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        Eventually.holds(
                () -> assertThat(state(java.util.Objects.requireNonNull(id))).isEqualTo("SENT"));
    }

    @Test
    void aMailOfATransactionThatRollsBackIsNeverSent() {
        transactions.executeWithoutResult(status -> {
            outbox.send(mail("rollback@swale.example", "Never"));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> outbox.send(mail("after-rollback@swale.example", "Marker")));
        PortalServices.mailSink().await(mail -> mail.recipient().equals("after-rollback@swale.example"), PATIENCE);
        assertThat(PortalServices.mailSink().received())
                .noneMatch(mail -> mail.recipient().equals("rollback@swale.example"));
    }

    @Test
    void withoutATransactionNothingIsTaken() {
        assertThatThrownBy(() -> outbox.send(mail("none@swale.example", "Never")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
