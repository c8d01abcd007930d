package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditStory;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalIT
class AnsweredRequestsIT {

    /** No real request of any test is a year old by then. */
    private static final Instant NOW = Instant.parse("2001-03-01T09:00:00Z");

    private static final String SUBJECT = "access-requests:answered";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher messages;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditStory story;

    private int deleteOld() {
        AnsweredRequests then = new AnsweredRequests(jdbc, messages, Clock.fixed(NOW, ZoneOffset.UTC));
        Integer deleted = new TransactionTemplate(transactions).execute(status -> then.deleteOld());
        return deleted == null ? -1 : deleted;
    }

    private UUID request(String state, String asked, @org.jspecify.annotations.Nullable String answered) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO access_request
                               (id, email, name, organisation, reason, asked_at, state, answered_at, version)
                        VALUES (?, ?, 'Rowan Weald', 'Oast Hall', 'Guidance', ?, ?, ?, 1)
                        """)
                .param(id.toString())
                .param("old-" + id + "@charity.example")
                .param(LocalDateTime.parse(asked))
                .param(state)
                .param(answered == null ? null : LocalDateTime.parse(answered))
                .update();
        return id;
    }

    private boolean exists(UUID id) {
        return jdbc.sql("SELECT COUNT(*) FROM access_request WHERE id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void whatWasAnsweredAYearAgoIsDeletedAndTheTrailSaysHowMany() {
        UUID declined = request("DECLINED", "2000-02-20T09:00:00", "2000-03-01T09:00:00");
        UUID accepted = request("ACCEPTED", "1999-06-01T09:00:00", "1999-06-02T09:00:00");
        UUID oneDayYounger = request("DECLINED", "2000-02-20T09:00:00", "2000-03-02T09:00:00");
        UUID unanswered = request("OPEN", "1999-01-01T09:00:00", null);
        try {
            assertThat(deleteOld()).isEqualTo(2);
            assertThat(List.of(declined, accepted)).noneMatch(this::exists);
            assertThat(List.of(oneDayYounger, unanswered)).allMatch(this::exists);
            List<AuditLine> lines = trail.of(SUBJECT, 10);
            assertThat(story.tell(lines).getFirst().words())
                    .isEqualTo(
                            "The portal deleted requests for access that were answered before 2000-03-01. How many: 2");
            assertThat(deleteOld()).as("nothing is left").isZero();
            assertThat(trail.of(SUBJECT, 10)).as("and nothing is said of it").hasSameSizeAs(lines);
        } finally {
            List.of(oneDayYounger, unanswered)
                    .forEach(id -> jdbc.sql("DELETE FROM access_request WHERE id = ?")
                            .param(id.toString())
                            .update());
        }
    }
}
