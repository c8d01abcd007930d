package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.PersonHolds;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Retention;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While somebody’s data is held nothing of theirs goes in time; of others beside them it does. Uploads: {@code ExpiredUploadsIT}. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class HeldDataIT {

    private static final String CHARACTERS = "0".repeat(64);

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PersonHolds holds;

    private final LocalDateTime longAgo = Sql.utc(Instant.now()).minusDays(400);
    private Reader administrator;
    private Reader held;
    private Reader other;
    private String batch;

    @BeforeEach
    void twoWithTheSame() {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Held");
        administrator = somebody.of(agency, Role.ADMINISTRATOR);
        held = somebody.of(agency);
        other = somebody.of(agency);
        batch = UUID.randomUUID().toString();
        put(
                "mail_batch (id, reference, kind, state, audience, created_at)",
                batch,
                "test:" + batch,
                "bulletin",
                "DONE",
                2,
                longAgo);
        for (Reader who : List.of(held, other)) {
            everything(who);
        }
        holds.hold(held.personId(), new PersonHolds.Hold("A court has asked for it", null), administrator);
    }

    private void everything(Reader who) {
        String me = who.personId().toString();
        String form = UUID.randomUUID().toString();
        put("mail_form (id, batch_id, subject, html, text, headers)", form, batch, "News", "<p>News", "News", "{}");
        put(
                "mail (id, to_address, to_name, kind, headers, state, created_at, due_at, batch_id, form_id, recipient_key, domain)",
                UUID.randomUUID().toString(),
                email(who),
                "Somebody",
                "bulletin",
                "{}",
                "SENT",
                longAgo,
                longAgo,
                batch,
                form,
                form,
                "somewhere.example");
        put(
                "document_offer (id, author, agency, state, title, description, kind, topics, marking, handling, audience_wish, note,"
                        + " named, may_share, no_personal_data, sha256, size, file_name, media_type, file_added_at, version, changed_at)",
                UUID.randomUUID().toString(),
                me,
                who.agencyId(),
                "DECLINED",
                "An offer",
                "",
                "report",
                "",
                "OFFICIAL",
                "",
                "",
                "",
                false,
                true,
                true,
                CHARACTERS,
                1,
                "oast.pdf",
                "application/pdf",
                longAgo,
                0,
                longAgo);
        put(
                "subscription_request (id, secret, email, name, kinds, topics, asked_at)",
                UUID.randomUUID().toString(),
                new byte[18],
                email(who),
                "Somebody",
                "",
                "",
                longAgo);
    }

    private void put(String columns, Object... values) {
        String marks = String.join(", ", java.util.Collections.nCopies(values.length, "?"));
        jdbc.sql("INSERT INTO " + columns + " VALUES (" + marks + ")")
                .params(values)
                .update();
    }

    private String email(Reader who) {
        return jdbc.sql("SELECT email FROM person WHERE id = ?")
                .param(who.personId().toString())
                .query(String.class)
                .single();
    }

    private void nightly() {
        portal.getBeanProvider(Retention.class)
                .orderedStream()
                .filter(rule -> List.of("mails", "offered-files", "unconfirmed").contains(rule.rule()))
                .forEach(rule -> rule.run().getAsInt());
    }

    /** How many there are of each: mails to many, the words that they say, files of offers, questions that nobody confirmed. */
    private Map<String, Integer> left(Reader who) {
        Map<String, Integer> left = new TreeMap<>();
        Map.of(
                        "mails", "SELECT COUNT(*) FROM mail WHERE batch_id IS NOT NULL AND to_address = ?",
                        "words",
                                "SELECT COUNT(*) FROM mail_form f JOIN mail m ON m.form_id = f.id WHERE m.to_address = ?",
                        "questions", "SELECT COUNT(*) FROM subscription_request WHERE email = ?")
                .forEach((what, sql) -> left.put(
                        what,
                        jdbc.sql(sql).param(email(who)).query(Integer.class).single()));
        left.put(
                "files",
                jdbc.sql("SELECT COUNT(*) FROM document_offer WHERE author = ? AND sha256 IS NOT NULL")
                        .param(who.personId().toString())
                        .query(Integer.class)
                        .single());
        return left;
    }

    private int forms() {
        return jdbc.sql("SELECT COUNT(*) FROM mail_form WHERE batch_id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    @Test
    void nothingOfWhomIsHeldGoesUntilTheHoldIsLifted() {
        nightly();
        assertThat(left(held))
                .as("held")
                .allSatisfy((what, many) -> assertThat(many).as(what).isEqualTo(1));
        assertThat(left(other))
                .as("not held")
                .allSatisfy((what, many) -> assertThat(many).as(what).isZero());
        assertThat(forms()).as("the words of a mail that is held stay with it").isEqualTo(1);
        nightly();
        assertThat(left(held)).as("a second night").containsEntry("mails", 1);
        holds.lift(held.personId(), administrator);
        nightly();
        assertThat(left(held))
                .as("lifted")
                .allSatisfy((what, many) -> assertThat(many).as(what).isZero());
        assertThat(forms()).isZero();
    }
}
