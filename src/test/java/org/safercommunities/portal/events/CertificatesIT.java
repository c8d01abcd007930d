package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.certificates.CertificatePapers;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Who has a certificate, who may fetch it, and what anybody is told of it. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class CertificatesIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Attendance attendance;

    @Autowired
    private CertificateChecks checks;

    private EventWorld world;
    private String agency;
    /** A place of the network of its own, so that no other test uses up its checks. */
    private final String from = UUID.randomUUID().toString();

    @BeforeEach
    void someWorld() {
        world = new EventWorld(portal);
        agency = world.somebody.agency("Came");
    }

    private record Seat(Reader person, UUID booking, UUID place, UUID event) {}

    private Seat booked(UUID event) {
        Reader person = world.somebody.named("Hazel Cobnut", agency);
        BookingOutcome booked = world.book(event, person);
        return new Seat(person, booked.id(), world.place(booked), event);
    }

    /** Booked, over since an hour, and come. */
    private Seat came() {
        Seat seat = booked(world.event(3));
        over(seat.event());
        attendance.note(seat.place(), true, world.editor);
        return seat;
    }

    private void over(UUID event) {
        ends(event, Instant.now().minus(Duration.ofHours(1)));
    }

    private void ends(UUID event, Instant end) {
        world.jdbc
                .sql("UPDATE event_session SET start_at = ?, end_at = ? WHERE event_id = ?")
                .params(Sql.utc(end.minus(Duration.ofMinutes(90))), Sql.utc(end), event.toString())
                .update();
        world.jdbc
                .sql("UPDATE event SET starts_at = ?, ends_at = ? WHERE id = ?")
                .params(Sql.utc(end.minus(Duration.ofMinutes(90))), Sql.utc(end), event.toString())
                .update();
    }

    private void none(Seat seat, Reader by, String why) {
        assertThatThrownBy(() -> certificates.take(seat.booking(), by)).as(why).isInstanceOf(UnknownEvent.class);
        assertThat(certificates.earned(by)).as(why).doesNotContain(seat.booking());
        assertThat(rows(seat.event())).as(why).isZero();
    }

    private int rows(UUID event) {
        return world.jdbc
                .sql("SELECT COUNT(*) FROM event_certificate WHERE event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }

    private int audited(UUID event, String what) {
        return world.jdbc
                .sql("SELECT COUNT(*) FROM audit_row WHERE subject = ? AND action = ?")
                .param("event:" + event)
                .param("events.event-certificate-" + what)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoCameHasOneOnceTheEventIsOver() {
        Seat seat = booked(world.event(3));
        attendance.note(seat.place(), true, world.editor);
        none(seat, seat.person(), "before the event");
        ends(seat.event(), Instant.now().plus(Duration.ofMinutes(1)));
        none(seat, seat.person(), "while it runs");
        over(seat.event());

        assertThat(certificates.earned(seat.person())).containsExactly(seat.booking());
        Certificate certificate = certificates.take(seat.booking(), seat.person());
        assertThat(certificate.name()).isEqualTo("Hazel Cobnut");
        assertThat(certificate.agency()).startsWith("Came ");
        assertThat(certificate.issuer()).startsWith("Events team ");
        assertThat(certificate.title()).isEqualTo("An event of the tests");
        assertThat(certificate.attendedInWords()).isEqualTo("1 hour 30 minutes");
        assertThat(certificates.take(seat.booking(), seat.person()).code()).isEqualTo(certificate.code());
        assertThat(rows(seat.event())).isEqualTo(1);
        assertThat(audited(seat.event(), "issued")).isEqualTo(1);
        assertThat(audited(seat.event(), "taken")).isEqualTo(2);
    }

    @Test
    void whoDidNotComeHasNone() {
        UUID event = world.event(2);
        Seat missed = booked(event);
        Seat unsaid = booked(event);
        Seat waiting = booked(event);
        assertThat(world.state(waiting.place())).isEqualTo(PlaceState.WAITING);
        Seat given = booked(world.event(2));
        world.places.cancel(given.booking(), given.person());
        over(event);
        over(given.event());
        attendance.note(missed.place(), false, world.editor);
        none(missed, missed.person(), "did not come");
        none(unsaid, unsaid.person(), "nobody has said");
        none(waiting, waiting.person(), "waited");
        none(given, given.person(), "gave it up");
        none(missed, world.editor, "not for who runs it either");
        // However the ticks came there
        world.jdbc
                .sql("UPDATE event_place SET attendance = 'CAME' WHERE id IN (?, ?)")
                .params(waiting.place().toString(), given.place().toString())
                .update();
        none(waiting, waiting.person(), "waited, and ticked");
        none(given, given.person(), "gave it up, and ticked");

        Seat calledOff = came();
        world.jdbc
                .sql("UPDATE event SET state = 'CANCELLED' WHERE id = ?")
                .param(calledOff.event().toString())
                .update();
        none(calledOff, calledOff.person(), "the event was called off");
    }

    @Test
    void onlyTheirOwnAndWhoRunsTheEventFetchIt() {
        Seat seat = came();
        for (Reader other : List.of(
                world.somebody.of(agency),
                world.somebody.of(agency, Role.COORDINATOR),
                world.somebody.of(agency, Role.ADMINISTRATOR),
                world.somebody.of(world.somebody.agency("Other")))) {
            none(seat, other, "somebody else: " + other.roles());
        }
        assertThatThrownBy(() -> certificates.take(UUID.randomUUID(), world.editor))
                .isInstanceOf(UnknownEvent.class);
        Certificate forStaff = certificates.take(seat.booking(), world.editor);
        assertThat(forStaff.name()).isEqualTo("Hazel Cobnut");
        assertThat(certificates.take(seat.booking(), seat.person()).code()).isEqualTo(forStaff.code());
    }

    @Test
    void anEditorWhoMayNotSeeTheEventDoesNotGetIt() {
        Seat seat = came();
        world.jdbc
                .sql("DELETE FROM event_audience WHERE event_id = ?")
                .param(seat.event().toString())
                .update();
        world.jdbc
                .sql("INSERT INTO event_audience (event_id, token) VALUES (?, 'group:closed-meeting')")
                .param(seat.event().toString())
                .update();
        none(seat, world.somebody.of(world.somebody.agency("Elsewhere"), Role.EDITOR), "for a group of others");
        Certificate certificate = certificates.take(seat.booking(), seat.person());
        assertThat(checks.check(certificate.code().toString(), from))
                .as("title and date stand on the paper")
                .isEqualTo(new CertificateAnswer.Valid(certificate));
    }

    @Test
    void allWhoAskAtOnceGetTheSameOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            Seat seat = came();
            CountDownLatch go = new CountDownLatch(1);
            List<Future<CertificateCode>> asked = new ArrayList<>();
            try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int one = 0; one < 8; one++) {
                    Reader by = one % 2 == 0 ? seat.person() : world.editor;
                    asked.add(many.submit(() -> {
                        go.await();
                        return certificates.take(seat.booking(), by).code();
                    }));
                }
                go.countDown();
            }
            Set<CertificateCode> codes = new java.util.HashSet<>();
            for (Future<CertificateCode> each : asked) {
                codes.add(each.get());
            }
            assertThat(codes).hasSize(1);
            assertThat(rows(seat.event())).isEqualTo(1);
            assertThat(audited(seat.event(), "issued")).isEqualTo(1);
        }
    }

    @Test
    void whatIsCorrectedIsWithdrawnAndMayComeBack() {
        Seat seat = came();
        Certificate certificate = certificates.take(seat.booking(), seat.person());
        String typed = certificate.code().letters().toLowerCase(Locale.ROOT);
        assertThat(checks.check(typed, from)).isEqualTo(new CertificateAnswer.Valid(certificate));

        attendance.note(seat.place(), false, world.editor);
        assertThat(checks.check(typed, from)).isEqualTo(new CertificateAnswer.Withdrawn());
        assertThat(certificates.earned(seat.person())).isEmpty();
        assertThatThrownBy(() -> certificates.take(seat.booking(), seat.person()))
                .isInstanceOf(UnknownEvent.class);

        attendance.note(seat.place(), true, world.editor);
        assertThat(checks.check(typed, from)).isEqualTo(new CertificateAnswer.Valid(certificate));
    }

    @Test
    void staysWithThePersonWhoeverTheyWorkFor() {
        Seat seat = came();
        Certificate before = certificates.take(seat.booking(), seat.person());
        portal.getBean(People.class).endMembership(seat.person().personId(), "Left", Reader.portal());
        assertThat(checks.check(before.code().toString(), from)).isEqualTo(new CertificateAnswer.Valid(before));

        Seat merged = came();
        String into = world.somebody.agency("Larger");
        portal.getBean(Agencies.class).merge(agency, into, Reader.portal());
        Certificate after = certificates.take(
                merged.booking(), world.somebody.again(merged.person().personId()));
        assertThat(after.agency())
                .as("past places go over with the agency, as all places do")
                .startsWith("Larger ");
    }

    @Test
    void whoGuessesIsStopped() {
        Seat seat = came();
        String code = certificates.take(seat.booking(), seat.person()).code().toString();
        for (int guess = 0; guess < 60; guess++) {
            assertThat(checks.check(CertificateCode.fresh().toString(), from))
                    .isEqualTo(new CertificateAnswer.Unknown());
        }
        assertThat(checks.check(code, from)).isEqualTo(new CertificateAnswer.TooOften());
        assertThat(checks.check(code, from + "2")).isInstanceOf(CertificateAnswer.Valid.class);
    }

    @Test
    void isHandedOverAsAFileThatNobodyKeeps() throws Exception {
        Seat seat = came();
        ResponseEntity<byte[]> answer = portal.getBean(CertificatePapers.class).answer(seat.booking(), seat.person());
        CertificateCode code = certificates.take(seat.booking(), seat.person()).code();
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("certificate-" + code + ".pdf");
        try (PDDocument pdf = Loader.loadPDF(Objects.requireNonNull(answer.getBody()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Hazel Cobnut", PortalServices.portalUrl() + "/certificates/" + code);
        }
    }

    @Test
    void nobodyFetchesOneWithoutSigningIn() throws Exception {
        Seat seat = came();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : List.of(
                    "/files/certificates/" + seat.booking(), "/api/v1/bookings/" + seat.booking() + "/certificate")) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isIn(302, 401);
                assertThat(answer.body()).doesNotContain("%PDF");
            }
            for (String path : List.of("/certificates", "/certificates/ABCD-EFGH-JKMN-PQRS-TUVW")) {
                HttpResponse<String> page = http.send(
                        HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
                assertThat(page.headers().allValues("Cache-Control")).allMatch(value -> value.contains("no-store"));
            }
        }
        assertThat(rows(seat.event())).isZero();
    }
}
