package org.safercommunities.portal.events.scan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.events.EventNotices;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a letter of every kind written to everybody it can be written to, and reads them as they arrive. */
final class LettersThatLeave {

    private final JdbcClient jdbc;
    private final EventNotices notices;
    private final TransactionTemplate transaction;

    LettersThatLeave(ApplicationContext portal) {
        jdbc = portal.getBean(JdbcClient.class);
        notices = portal.getBean(EventNotices.class);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    private record Place(UUID event, UUID booking, UUID place) {}

    /** @param events of which letters are written */
    List<Leaf> of(Set<UUID> events, Map<String, String> standings) throws Exception {
        List<String> ids = events.stream().map(UUID::toString).toList();
        List<Place> places = jdbc.sql("""
                SELECT b.event_id, b.id AS booking, p.id FROM event_booking b JOIN event_place p ON p.booking_id = b.id
                 WHERE b.event_id IN (:events)
                """)
                .param("events", ids)
                .query((row, number) -> new Place(Sql.id(row, "event_id"), Sql.id(row, "booking"), Sql.id(row, "id")))
                .list();
        transaction.executeWithoutResult(status -> places.forEach(each -> {
            for (NoticeKind kind : NoticeKind.values()) {
                notices.note(kind, each.event(), each.booking(), each.place(), "As the team says");
            }
        }));
        Eventually.holds(() -> assertThat(
                        count("SELECT COUNT(*) FROM event_notice WHERE event_id IN (:values) AND attempts = 0", ids))
                .isZero());
        List<String> addresses = List.copyOf(standings.keySet());
        Eventually.holds(() -> assertThat(arrived(standings))
                .hasSize(count("SELECT COUNT(*) FROM mail WHERE to_address IN (:values)", addresses)));
        List<Leaf> leaves = new ArrayList<>();
        for (MailSink.Received mail : arrived(standings)) {
            leaves.add(new Leaf(standings.get(mail.recipient()), "mail", mail.subject(), decoded(mail.message())));
        }
        return leaves;
    }

    private static List<MailSink.Received> arrived(Map<String, String> standings) {
        return PortalServices.mailSink().received().stream()
                .filter(mail -> standings.containsKey(mail.recipient()))
                .toList();
    }

    private int count(String sql, List<String> values) {
        return jdbc.sql(sql).param("values", values).query(Integer.class).single();
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder(Collections.list(part.getAllHeaders()).stream()
                .map((Header header) -> header.getName() + ": " + header.getValue())
                .collect(Collectors.joining("\n")));
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                text.append('\n').append(decoded(one));
            }
        } else {
            try (InputStream content = part.getInputStream()) {
                text.append('\n').append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
