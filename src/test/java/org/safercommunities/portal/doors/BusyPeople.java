package org.safercommunities.portal.doors;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A practitioner and an editor who have done everything that the portal offers: what {@link DoorsWorld} makes by its services, and the
 * rest as rows.
 */
final class BusyPeople {

    final DoorsWorld world;
    final Reader practitioner;
    final Reader editor;
    private final JdbcClient jdbc;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(100);

    BusyPeople(ApplicationContext portal, String name) throws IOException {
        jdbc = portal.getBean(JdbcClient.class);
        world = new DoorsWorld(portal);
        practitioner = Objects.requireNonNull(world.people.get("practitioner"));
        editor = Objects.requireNonNull(world.people.get("editor"));
        for (Reader person : java.util.List.of(practitioner, editor)) {
            named(person, name + (person == editor ? " Editor" : " Practitioner"));
            accountOf(person);
            libraryOf(person);
            eventsOf(person);
            bulletinsOf(person);
            mailsOf(person);
        }
        staffWork();
        portal.getBean(DataRequests.class).ask(DataRequest.Kind.CORRECTION, "My telephone is wrong", practitioner);
    }

    String email(Reader person) {
        return text("email", person);
    }

    String name(Reader person) {
        return text("name", person);
    }

    String subject(Reader person) {
        return text("subject", person);
    }

    private String text(String column, Reader person) {
        return jdbc.sql("SELECT " + column + " FROM person WHERE id = ?")
                .param(person.personId().toString())
                .query(String.class)
                .single();
    }

    private void named(Reader person, String name) {
        jdbc.sql("UPDATE person SET name = ? WHERE id = ?")
                .params(name, person.personId().toString())
                .update();
    }

    private void put(String table, String columns, Object... values) {
        String marks = "?, ".repeat(values.length);
        jdbc.sql("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks.substring(0, marks.length() - 2) + ")")
                .params(values)
                .update();
    }

    private Object at() {
        return Sql.utc(now);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void accountOf(Reader who) {
        String me = who.personId().toString();
        put("portal_session", "id, person_id, access_version, device, opened_at", id(), me, 0, "Firefox", at());
        put(
                "access_request",
                "id, email, name, organisation, reason, asked_at, state, answer, answered_at, person_id, version",
                id(),
                email(who),
                name(who),
                "Oast Hall",
                "I work here",
                at(),
                "ACCEPTED",
                "Welcome",
                at(),
                me,
                0);
        put("group_member", "group_slug, person_id", world.group, me);
        put(
                "directory_entry",
                "person_id, listed, job, phone, about, changed_at",
                me,
                true,
                "Warden",
                "01303",
                "Hops",
                at());
        put("directory_lead", "person_id, topic", me, "domestic-abuse");
        put("colour_choice", "person_id, scheme", me, "DARK");
        put(
                "person_hold",
                "id, person_id, reason, held_at, held_by, lifted_at",
                id(),
                me,
                "An inquiry",
                at(),
                me,
                at());
        jdbc.sql("REPLACE INTO agency_contact (agency, name, email, phone) VALUES (?, ?, ?, '01303')")
                .params(who.agencyId(), name(who), email(who))
                .update();
    }

    private void libraryOf(Reader who) {
        String me = who.personId().toString();
        String document = world.document.toString();
        put("library_follow", "person_id, type, thing, since", me, "TOPIC", "domestic-abuse", at());
        put(
                "document_usefulness",
                "document_id, person_id, useful, comment, number, answered_at",
                document,
                me,
                true,
                "I am " + name(who),
                1,
                at());
        put(
                "pack_taker",
                "document_id, person_id, pack_id, number, taken_at",
                document,
                me,
                world.pack.toString(),
                1,
                at());
        put("document_audience", "document_id, token", document, "person:" + who.personId());
        put("pack_audience", "pack_id, token", world.pack.toString(), "person:" + who.personId());
        put("document_change", "document_id, at, actor, what", document, at(), me, "TITLE");
        put(
                "notice",
                "id, person_id, notice_key, occasion, about, source, thing_id, path, at, urgent, mail",
                id(),
                me,
                id(),
                "NEW_DOCUMENT",
                "FOLLOWED",
                "documents",
                document,
                "library/" + document,
                at(),
                false,
                "LEFT");
        put(
                "document_upload",
                "id, owner, purpose, file_name, metadata, length, received, state, created_at, expires_at",
                id(),
                me,
                "DOCUMENT",
                "oast.pdf",
                "{}",
                10,
                0,
                "OPEN",
                at(),
                at());
        put("notice_choice", "person_id, about, cadence", me, "FOLLOWED", "DAILY");
    }

    private void eventsOf(Reader who) {
        String me = who.personId().toString();
        String event = world.event.toString();
        put("event_feed", "person_id, token, made_at", me, id(), at());
        put("event_certificate", "code, event_id, person_id, issued_at", id().substring(0, 20), event, me, at());
        put("event_audience", "event_id, token", event, "person:" + who.personId());
        put("survey_invited", "survey_id, person_id, answered", world.survey.toString(), me, true);
        jdbc.sql("REPLACE INTO event_invitation (session_id, person_id, sequence) VALUES (?, ?, 1)")
                .params(world.session.toString(), me)
                .update();
        if (who == practitioner) {
            jdbc.sql("REPLACE INTO event_need (booking_id, dietary, access) VALUES (?, ?, 'A ramp')")
                    .params(world.booking.toString(), "Vegan, says " + name(who))
                    .update();
            jdbc.sql("UPDATE event_place SET attendance = 'ATTENDED', reason = ? WHERE booking_id = ?")
                    .params("Told by " + name(who), world.booking.toString())
                    .update();
        }
    }

    private void bulletinsOf(Reader who) {
        String me = who.personId().toString();
        String bulletin = world.bulletin.toString();
        String subscriber = id();
        put(
                "subscriber",
                "id, person_id, name, secret, basis, own_choice, confirmed_at",
                subscriber,
                me,
                "",
                new byte[18],
                "Own choice",
                true,
                at());
        put("subscription", "subscriber_id, kind", subscriber, "E_BULLETIN");
        put("bulletin_copy", "bulletin_id, subscriber_id", bulletin, subscriber);
        put(
                "subscription_request",
                "id, secret, email, name, kinds, topics, asked_at",
                id(),
                new byte[18],
                email(who),
                name(who),
                "E_BULLETIN",
                "",
                at());
        put("bulletin_open", "page, bulletin_id, person_id, block, seen_at", id(), bulletin, me, "", at());
        put("bulletin_lock", "bulletin_id, token", bulletin, "person:" + who.personId());
    }

    private void mailsOf(Reader who) {
        put(
                "mail",
                "id, to_address, to_name, kind, subject, html, text, headers, state, created_at, due_at",
                id(),
                email(who),
                name(who),
                "account-opened",
                "Welcome",
                "<p>Dear " + name(who),
                "Dear " + name(who),
                "{}",
                "SENT",
                at(),
                at());
        put(
                "mail",
                "id, to_address, to_name, kind, headers, state, created_at, due_at, batch_id, form_id, recipient_key, domain, vals",
                id(),
                email(who),
                name(who),
                "bulletin",
                "{}",
                "SENT",
                at(),
                at(),
                id(),
                id(),
                id(),
                "somewhere.example",
                "{\"name\":\"" + name(who) + "\"}");
        put("mail_suppression", "address, reason, since_at", email(who), "No such mailbox", at());
    }

    private void staffWork() {
        String me = editor.personId().toString();
        put("bulletin_call", "bulletin_id, until_at, set_by, set_at", world.bulletin.toString(), at(), me, at());
        put("subscriber_domain", "domain, allowed_at, allowed_by", id() + ".example", at(), me);
        put(
                "bulletin_edition",
                "bulletin_id, edition, editor, at, title, subject, blocks",
                world.bulletin.toString(),
                77,
                me,
                at(),
                "Before",
                "Before",
                "[]");
        put(
                "bulletin_picture",
                "id, sha256, media_type, file_name, width, height, added_by, added_at",
                id(),
                "0".repeat(64),
                "image/png",
                "oast.png",
                1,
                1,
                me,
                at());
        put(
                "membership_review",
                "agency, quarter, opened_at, due_on, finished_at, finished_by",
                editor.agencyId(),
                java.time.LocalDate.of(2020, 1, 1),
                at(),
                java.time.LocalDate.of(2020, 2, 1),
                at(),
                me);
        jdbc.sql("UPDATE document_offer SET decided_by = ?, decided_at = ? WHERE id = ?")
                .params(me, at(), world.contribution.toString())
                .update();
        jdbc.sql("UPDATE bulletin_offer SET decided_by = ?, decided_at = ? WHERE id = ?")
                .params(me, at(), world.offer.toString())
                .update();
    }
}
