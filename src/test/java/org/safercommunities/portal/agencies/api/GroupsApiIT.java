package org.safercommunities.portal.agencies.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safercommunities.portal.support.ApiCalls.json;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.ApiCalls;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Groups by the API: set up, filled, changed and ended by administrators, seen by editors, closed to everybody else. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class GroupsApiIT {

    private static final String GROUPS = "/api/v1/groups";

    @Autowired
    private WebApplicationContext portal;

    private final String some = UUID.randomUUID().toString().substring(0, 8);
    private final String group = GROUPS + "/review-" + some;
    private Somebody somebody;
    private String team;
    private ApiCalls api;
    private Reader administrator;

    @BeforeEach
    void begin() throws Exception {
        api = new ApiCalls(portal);
        somebody = new Somebody(portal);
        team = somebody.agency("Team");
        administrator = somebody.of(team, Role.ADMINISTRATOR);
        MockHttpServletResponse made = call(administrator, HttpMethod.POST, GROUPS, """
                {"kind": "review-steering-group", "name": "Review %s", "description": "Reads reviews"}
                """.formatted(some));
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getHeader("Location")).endsWith(group);
    }

    private MockHttpServletResponse call(Reader by, HttpMethod method, String address, String body) throws Exception {
        return api.call(by, method, address, body);
    }

    private JsonNode got(HttpMethod method, String address, String body) throws Exception {
        MockHttpServletResponse answer = call(administrator, method, address, body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return json(answer);
    }

    private String place(UUID person) {
        return group + "/members/" + person;
    }

    @Test
    void peopleGetTheirPlacesAndLoseThem() throws Exception {
        UUID member = somebody.of(team).personId();
        UUID substitute = somebody.of(team).personId();
        String lastDay = Dates.today().plusDays(30).toString();
        JsonNode put =
                got(HttpMethod.PUT, place(member), "{\"capacity\": \"chair\", \"until\": \"%s\"}".formatted(lastDay));
        assertThat(put.path("capacity").asString()).isEqualTo("chair");
        assertThat(put.path("until").asString()).isEqualTo(lastDay);
        String email = put.path("person").path("email").asString();
        JsonNode standsIn = got(
                HttpMethod.PUT,
                place(substitute),
                "{\"capacity\": \"substitute\", \"substituteFor\": \"%s\"}".formatted(email));
        assertThat(standsIn.path("substituteFor").asString()).isEqualTo(member.toString());
        JsonNode full = got(HttpMethod.GET, group, "");
        assertThat(full.path("members").asInt()).isEqualTo(2);
        assertThat(full.path("places").size()).isEqualTo(2);
        assertThat(somebody.again(substitute).groupIds()).containsExactly("review-" + some);
        assertThat(call(administrator, HttpMethod.DELETE, group + "/members/" + email, "")
                        .getStatus())
                .isEqualTo(204);
        assertThat(got(HttpMethod.GET, group, "").path("places").size())
                .as("who stood in went with them")
                .isZero();
    }

    @Test
    void aGroupIsDescribedEndedAndOpenedAgain() throws Exception {
        JsonNode changed =
                got(HttpMethod.PATCH, group, "{\"name\": \"Renamed %s\", \"kind\": \"task-group\"}".formatted(some));
        assertThat(changed.path("kind").asString()).isEqualTo("task-group");
        assertThat(changed.path("description").asString()).isEqualTo("Reads reviews");
        assertThat(got(HttpMethod.PATCH, group, "{\"active\": false}")
                        .path("active")
                        .asBoolean())
                .isFalse();
        MockHttpServletResponse late =
                call(administrator, HttpMethod.PUT, place(somebody.of(team).personId()), "{}");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("This group has ended");
        assertThat(got(HttpMethod.PATCH, group, "{\"active\": true}")
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatDoesNotWorkIsSaidAtItsField() throws Exception {
        String someone = place(somebody.of(team).personId());
        refused(HttpMethod.PUT, someone, "{\"capacity\": \"king\"}", "capacity");
        refused(HttpMethod.PUT, someone, "{\"until\": \"tomorrow\"}", "until");
        refused(HttpMethod.PUT, someone, "{\"capacity\": \"substitute\"}", "substituteFor");
        refused(HttpMethod.PUT, someone, "{\"substituteFor\": \"%s\"}".formatted(UUID.randomUUID()), "substituteFor");
        refused(HttpMethod.PUT, group + "/members/nobody@nowhere.example", "{}", "person");
        refused(HttpMethod.PUT, place(UUID.randomUUID()), "{}", "person");
        refused(HttpMethod.PATCH, group, "{\"kind\": \"club\"}", "kind");
        refused(HttpMethod.POST, GROUPS, "{\"kind\": \"board\"}", "name");
        MockHttpServletResponse unknown = call(administrator, HttpMethod.GET, GROUPS + "/no-such", "");
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(unknown.getContentAsString()).contains("no such group");
    }

    private void refused(HttpMethod method, String address, String body, String field) throws Exception {
        MockHttpServletResponse answer = call(administrator, method, address, body);
        assertThat(answer.getStatus()).as(body).isEqualTo(422);
        assertThat(json(answer).path("field").asString()).as(body).isEqualTo(field);
    }

    @Test
    void nobodyElseChangesAnythingAndOnlyEditorsSeeWhichThereAre() throws Exception {
        UUID person = somebody.of(team).personId();
        for (Reader other :
                List.of(somebody.of(team), somebody.of(team, Role.COORDINATOR), somebody.of(team, Role.EDITOR))) {
            assertThat(call(other, HttpMethod.GET, GROUPS, "").getStatus())
                    .isEqualTo(other.is(Role.EDITOR) ? 200 : 403);
            assertThat(call(other, HttpMethod.GET, group, "").getStatus()).isEqualTo(403);
            assertThat(call(other, HttpMethod.POST, GROUPS, "{}").getStatus()).isEqualTo(403);
            assertThat(call(other, HttpMethod.PATCH, group, "{\"active\": false}")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(call(other, HttpMethod.PUT, place(person), "{}").getStatus())
                    .isEqualTo(403);
            assertThat(call(other, HttpMethod.DELETE, place(person), "").getStatus())
                    .isEqualTo(403);
        }
        assertThat(somebody.again(person).groupIds()).isEmpty();
    }
}
