package org.safercommunities.portal.events.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whatever is wrong with a call of the API, the answer is a problem whose sentence says what to do. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class ApiCallsIT {

    private static final Instant START = Instant.now().plus(Duration.ofDays(12)).truncatedTo(ChronoUnit.HOURS);

    @Autowired
    WebApplicationContext portal;

    private MockMvc http;
    private Reader editor;

    @BeforeEach
    void begin() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Calls"), Role.EDITOR);
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call) throws Exception {
        return http.perform(call.with(authentication(TestSignIn.authentication(editor.personId(), editor.roles()))))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder request(String method, String address) {
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(address));
    }

    private MockHttpServletResponse said(String method, String address, String body) throws Exception {
        return call(request(method, address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refuses(MockHttpServletResponse answer, int status, String... words) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(words)
                .contains("\"detail\":\"")
                .doesNotContain("org.safercommunities", "java.", "Exception", "deserialize", "Cannot");
    }

    private String draft() throws Exception {
        MockHttpServletResponse answer = said("POST", "/api/v1/events", event("ONLINE\": 5"));
        assertThat(answer.getStatus()).isEqualTo(201);
        return URI.create(String.valueOf(answer.getHeader("Location"))).getPath();
    }

    private static String event(String capacity) {
        return event(START.toString(), "{\"" + capacity + "}", "");
    }

    private static String event(String start, String capacity, String more) {
        return """
                {"title": "Called", "kind": "SEMINAR", "sessions": [{"start": "%s", "end": "%s", "capacity": %s%s}]}
                """.formatted(start, START.plusSeconds(3600), capacity, more);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/events, GET",
        "DELETE, /api/v1/events, POST",
        "POST, /api/v1/me, GET",
        "PUT, /api/v1/bookings, GET",
        "PUT, /api/v1/documents, GET"
    })
    void aMethodThatAnAddressDoesNotTake(String method, String address, String known) throws Exception {
        MockHttpServletResponse answer = said(method, address, "{}");
        refuses(answer, 405, "does not take " + method, known);
        assertThat(answer.getHeader(HttpHeaders.ALLOW)).contains(known);
    }

    @Test
    void aBodyInAnotherFormat() throws Exception {
        refuses(
                call(request("POST", "/api/v1/events").contentType("text/xml").content("<event/>")),
                415,
                "Send application/json");
        refuses(call(request("POST", "/api/v1/events").content("{}")), 415, "Send application/json");
        refuses(said("POST", "/api/v1/documents", "{}"), 415, "Send multipart/form-data");
    }

    @Test
    void anAnswerInAnotherFormat() throws Exception {
        refuses(call(request("GET", "/api/v1/events").accept("text/csv")), 406, "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/events/x/y/z", "/api/v2/events", "/api/"})
    void anAddressThatIsNotThere(String address) throws Exception {
        refuses(call(request("GET", address)), 404, "There is no such address");
        refuses(call(request("POST", address)), 404, "There is no such address");
    }

    @Test
    void aBodyThatIsMissing() throws Exception {
        refuses(call(request("POST", "/api/v1/events").contentType(MediaType.APPLICATION_JSON)), 400, "Send a body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":                     | This is not JSON: look at line 1",
                "null                            | between { and }",
                "[]                              | between { and }",
                "7                               | between { and }",
                "{\"tilte\": \"x\"}              | it has no “tilte”. Known here are",
                "{\"kind\": \"PARTY\"}           | Enter INFORMATION_SESSION or SEMINAR",
                "{\"approval\": \"perhaps\"}     | Enter true or false at “approval”",
                "{\"sessions\": {}}              | Enter a list at “sessions”",
                "{\"sessions\": [null]}          | Leave the null out at “sessions[0]”",
                "{\"topics\": [null]}            | Leave the null out at “topics[0]”",
                "{\"reminderDays\": [\"x\"]}     | Enter a whole number at “reminderDays[0]”",
                "{\"registration\": {\"opens\": \"soon\"}} | Enter a time with its offset",
            })
    void whatCannotBeRead(String body, String words) throws Exception {
        refuses(said("POST", "/api/v1/events", body), 422, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOTH\": 5                       | Enter IN_PERSON or ONLINE at “sessions[0].capacity”: “BOTH” is none",
                "ONLINE\": null                  | Leave the null out",
                "ONLINE\": \"many\"              | Enter a whole number at “sessions[0].capacity.ONLINE”: “many” is none",
                "ONLINE\": 99999999999           | Enter a whole number",
            })
    void aCapacityThatCannotBeRead(String capacity, String words) throws Exception {
        refuses(said("POST", "/api/v1/events", event(capacity)), 422, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"talks\": [{}]                       | Enter a title for each item",
                ", \"talks\": [null]                     | Leave the null out",
                ", \"allocations\": [{\"minimum\": 1}]   | Say for which agency",
                ", \"allocations\": [{\"agency\": \"none\", \"minimum\": 1}, {\"agency\": \"none\"}] | once",
                ", \"venue\": {\"map\": \"https://maps.example/LONG\"} | Shorten the map’s address",
                ", \"venue\": {\"map\": \"javascript:alert(1)\"} | beginning with https://",
                ", \"joiningLink\": \"javascript:alert(1)\" | beginning with https://",
                ", \"joiningLink\": \"https://a@b.example/\" | beginning with https://",
                ", \"state\": \"PUBLISHED\"              | it has no “sessions[0].state”",
            })
    void aSessionThatCannotBeTaken(String more, String words) throws Exception {
        String body = event(START.toString(), "{\"ONLINE\": 5}", more.replace("LONG", "x".repeat(600)));
        refuses(said("POST", "/api/v1/events", body), 422, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99999-01-01T00:00:00Z", "1066-10-14T09:00:00Z", "-4000-01-01T00:00:00Z"})
    void aTimeThatNoCalendarHas(String start) throws Exception {
        refuses(said("POST", "/api/v1/events", event(start, "{\"ONLINE\": 5}", "")), 422, "year");
        refuses(said("PATCH", draft(), "{\"registration\": {\"opens\": \"%s\"}}".formatted(start)), 422, "year");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?page=2147483647&size=200   | Pages count from 0",
                "?page=-1                    | Pages count from 0",
                "?size=201                   | Pages count from 0",
                "?to=%2B999999999-12-31      | between 2000 and 2999",
                "?from=-999999999-01-01      | between 2000 and 2999",
            })
    void aListThatHasNoSuchPart(String query, String words) throws Exception {
        refuses(call(request("GET", "/api/v1/events" + query)), 422, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?mode=BOTH   | Enter IN_PERSON or ONLINE at “mode”: “BOTH” is none",
                "?from=soon   | Enter a date such as 2027-03-28 at “from”",
                "?page=one    | Enter a whole number at “page”",
            })
    void aQueryThatCannotBeRead(String query, String words) throws Exception {
        refuses(call(request("GET", "/api/v1/events" + query)), 400, words);
    }

    @Test
    void anIdThatIsNoneIsLikeOneThatIsUnknown() throws Exception {
        MockHttpServletResponse none = call(request("GET", "/api/v1/events/1%27%20OR%201=1"));
        MockHttpServletResponse unknown = call(request("GET", "/api/v1/events/" + UUID.randomUUID()));
        refuses(none, 404, "There is no such event");
        assertThat(none.getContentAsString().replaceAll("\"instance\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.getContentAsString().replaceAll("\"instance\":\"[^\"]*\"", ""));
        refuses(said("DELETE", "/api/v1/bookings/7", ""), 404, "There is no such event");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                    | IN_PERSON or ONLINE",
                "{\"mode\": \"BOTH\"}                                  | Enter IN_PERSON or ONLINE at “mode”",
                "{\"mode\": \"ONLINE\", \"sessions\": [null]}          | Leave the null out at “sessions[0]”",
                "{\"mode\": \"ONLINE\", \"sessions\": [\"x\"]}         | Enter an id as the portal gives it",
                "{\"mode\": \"ONLINE\", \"status\": \"CONFIRMED\"}     | it has no “status”",
                "{\"mode\": \"ONLINE\", \"attendee\": {}}              | attendee’s email",
                "{\"mode\": \"ONLINE\", \"attendee\": {\"name\": \"Rowan Weald\"}} | attendee’s email",
                "{\"mode\": \"ONLINE\", \"attendee\": {\"email\": \"nobody\", \"name\": \"R W\"}} | name@example.org",
                "{\"mode\": \"IN_PERSON\"}                             | can be attended in the room",
            })
    void aBookingThatCannotBeMade(String body, String words) throws Exception {
        String event = draft();
        assertThat(call(request("POST", event + "/publish")).getStatus()).isEqualTo(200);
        refuses(said("POST", event + "/bookings", body), 422, words);
        assertThat(call(request("GET", "/api/v1/bookings")).getContentAsString())
                .contains("\"total\":0");
    }

    @Test
    void aBodyWithoutAnEnd() throws Exception {
        String body = "{\"title\": \"" + "x".repeat(3_000_000) + "\"}";
        refuses(said("POST", "/api/v1/events", body), 413, "less than 2 MB");
        refuses(said("POST", "/api/v1/events", "[".repeat(500_000)), 422, "between {");
    }

    @Test
    void theSessionOfThePagesIsNoWayIn() throws Exception {
        String event = draft();
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(TestSignIn.authentication(editor.personId(), editor.roles())));
        MockHttpServletResponse answer = http.perform(
                        request("POST", event + "/publish").session(session))
                .andReturn()
                .getResponse();
        refuses(answer, 401, "access token");
        assertThat(call(request("GET", event)).getContentAsString()).contains("\"DRAFT\"");
    }

    @Test
    void anotherPartOfTheApiReadsAsStrictly() throws Exception {
        refuses(said("PATCH", "/api/v1/documents/7", "{}"), 404, "There is no such document");
        refuses(call(request("GET", "/api/v1/documents?from=soon")), 400, "Enter a date such as");
    }
}
