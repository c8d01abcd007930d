package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.Attendance;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who came takes their certificate with them, and somebody who has never been here checks it. */
@PortalIT
@WithKeycloak
class CertificatesJourney {

    private static final Pattern CODE = Pattern.compile("([2-9A-Z]{4}-){4}[2-9A-Z]{4}");

    @Autowired
    private ApplicationContext portal;

    private final String title =
            "Safer doorsteps " + UUID.randomUUID().toString().substring(0, 6);
    private Visitor practitioner;
    private Visitor stranger;
    private Visitor editor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        practitioner = new Visitor();
        stranger = new Visitor();
        editor = new Visitor();
    }

    @AfterEach
    void leave() {
        practitioner.close();
        stranger.close();
        editor.close();
    }

    @Test
    void whatOneTakesHomeAnotherCanCheck() throws IOException {
        BookingOutcome booked = came();
        UUID event = event(booked);
        practitioner.open("/bookings");
        practitioner.signIn("practitioner@dover.example");
        // Says what is there instead, should it ever fail
        assertThat(practitioner.page.locator("main")).containsText("Certificate");
        Locator link = named(practitioner, AriaRole.LINK, "Certificate of attendance: " + title);
        assertThat(link).isVisible();
        practitioner.everybodyCanUse("bookings-certificate");
        String code = code(practitioner.page.waitForDownload(link::click));

        practitioner.open("/events/" + event);
        Locator onPage = named(practitioner, AriaRole.LINK, "Certificate of attendance");
        assertThat(onPage).isVisible();
        practitioner.everybodyCanUse("event-certificate");
        assertThat(code(practitioner.page.waitForDownload(onPage::click))).isEqualTo(code);

        stranger.open("/certificates");
        Locator box = stranger.page.getByLabel("Code of the certificate");
        assertThat(box).isVisible();
        stranger.everybodyCanUse("certificates");
        box.press("Enter");
        assertThat(stranger.page.locator(".sc-errors")).containsText("Enter the code that stands on the certificate");
        stranger.everybodyCanUse("certificates-fault");
        box.fill(code.replace("-", "").toLowerCase(Locale.ROOT));
        box.press("Enter");
        stranger.arrivesAt("/certificates/" + code);
        assertThat(stranger.page.getByText("This certificate is valid.")).isVisible();
        assertThat(stranger.page.locator("main")).containsText("Rowan Weald");
        assertThat(stranger.page.locator("main")).containsText(title);
        assertThat(stranger.page.locator("main")).containsText("1 hour 30 minutes");
        assertThat(stranger.page.locator("main").innerText())
                .doesNotContain("practitioner@", "Mill Lane", "A closed story", event.toString());
        stranger.everybodyCanUse("certificates-valid");

        stranger.open("/certificates/2222-2222-2222-2222-2222");
        assertThat(stranger.page.getByText("We do not know this code.")).isVisible();
        stranger.everybodyCanUse("certificates-unknown");

        theApiGivesItToThemAlone(booked.id());
        whoRunsTheEventFetchesItAndCorrects(event, booked.id());

        stranger.open("/certificates/" + code.toLowerCase(Locale.ROOT));
        assertThat(stranger.page.getByText("This certificate has been withdrawn."))
                .isVisible();
        assertThat(stranger.page.locator("main")).not().containsText("Rowan Weald");
        stranger.everybodyCanUse("certificates-withdrawn");
        practitioner.open("/bookings");
        assertThat(named(practitioner, AriaRole.LINK, title).first()).isVisible();
        assertThat(named(practitioner, AriaRole.LINK, "Certificate of attendance: " + title))
                .hasCount(0);
        assertThat(practitioner
                        .page
                        .request()
                        .get(PortalServices.portalUrl() + "/files/certificates/" + booked.id())
                        .status())
                .isEqualTo(404);
    }

    private void whoRunsTheEventFetchesItAndCorrects(UUID event, UUID booking) {
        editor.open("/events/" + event + "/manage");
        editor.signIn("editor@kcst.example");
        named(editor, AriaRole.TAB, "Attendance").click();
        Locator link = named(editor, AriaRole.LINK, "Certificate of attendance: Rowan Weald");
        assertThat(link).isVisible();
        editor.everybodyCanUse("desk-certificates");
        assertThat(editor.page
                        .request()
                        .get(PortalServices.portalUrl() + "/files/certificates/" + booking)
                        .headers())
                .containsEntry("content-type", "application/pdf");
        named(editor, AriaRole.CHECKBOX, "Rowan Weald came").click();
        assertThat(link).isHidden();
    }

    private void theApiGivesItToThemAlone(UUID booking) {
        APIResponse own = api("practitioner@dover.example", booking);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.headers()).containsEntry("content-type", "application/pdf");
        assertThat(own.body()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        APIResponse other = api("practitioner@swale.example", booking);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.headers().get("content-type")).startsWith("application/problem+json");
    }

    private APIResponse api(String email, UUID booking) {
        APIResponse signedIn = stranger.page
                .request()
                .post(
                        PortalServices.keycloakUrl() + "/realms/safer-communities/protocol/openid-connect/token",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("grant_type", "password")
                                        .set("client_id", "portal-cli")
                                        .set("scope", "openid")
                                        .set("username", email)
                                        .set("password", Partners.PASSWORD)));
        String token = JsonMapper.builder()
                .build()
                .readTree(signedIn.text())
                .get("access_token")
                .asString();
        return stranger.page
                .request()
                .get(
                        PortalServices.portalUrl() + "/api/v1/bookings/" + booking + "/certificate",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token));
    }

    private static String code(Download file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.path().toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Rowan Weald");
            Matcher code = CODE.matcher(text);
            assertThat(code.find()).isTrue();
            assertThat(file.suggestedFilename()).isEqualTo("certificate-" + code.group() + ".pdf");
            return code.group();
        }
    }

    private static Locator named(Visitor visitor, AriaRole role, String name) {
        return visitor.page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    private UUID event(BookingOutcome booked) {
        return portal.getBean(JdbcClient.class)
                .sql("SELECT event_id FROM event_booking WHERE id = ?")
                .param(booked.id().toString())
                .query((row, number) -> Sql.id(row, "event_id"))
                .single();
    }

    /** Booked, over since an hour, and ticked. */
    private BookingOutcome came() {
        Instant start = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
        SessionPlan session = new SessionPlan(
                null,
                "",
                "",
                start,
                start.plus(Duration.ofMinutes(90)),
                new Venue("Oast Hall", "12 Mill Lane, Maidstone", "", ""),
                "",
                SessionPlan.JOIN_OPENS_MINUTES,
                Map.of(Mode.IN_PERSON, 5),
                List.of(),
                List.of());
        Reader runs = reader("editor@kcst.example");
        Reader rowan = reader("practitioner@dover.example");
        EventPlanning planning = portal.getBean(EventPlanning.class);
        UUID event = planning.draft(
                new EventPlan(
                        title,
                        EventKind.WORKSHOP,
                        "A closed story",
                        Set.of(),
                        Audience.ofEveryone(),
                        null,
                        null,
                        null,
                        false,
                        EventPlan.OFFER_HOURS,
                        EventPlan.REMINDER_DAYS,
                        false,
                        false,
                        List.of(session)),
                runs);
        planning.publish(event, runs);
        BookingOutcome booked = portal.getBean(Bookings.class).book(event, BookingWish.of(Mode.IN_PERSON), rowan);
        Instant end = Instant.now().minus(Duration.ofHours(1));
        JdbcClient jdbc = portal.getBean(JdbcClient.class);
        jdbc.sql("UPDATE event_session SET start_at = ?, end_at = ? WHERE event_id = ?")
                .params(Sql.utc(end.minus(Duration.ofMinutes(90))), Sql.utc(end), event.toString())
                .update();
        jdbc.sql("UPDATE event SET starts_at = ?, ends_at = ? WHERE id = ?")
                .params(Sql.utc(end.minus(Duration.ofMinutes(90))), Sql.utc(end), event.toString())
                .update();
        portal.getBean(Attendance.class).note(booked.places().getFirst().place(), true, runs);
        return booked;
    }

    private Reader reader(String email) {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail(email)
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }
}
