package org.safercommunities.portal.agencies.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safercommunities.portal.support.ApiCalls.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyEndings;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.ApiCalls;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Agencies end by the API as they do by the page: it takes two people. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class AgencyEndingsApiIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Agencies agencies;

    @Autowired
    private JdbcClient jdbc;

    private ApiCalls api;
    private Somebody somebody;
    private String team;
    private String agency;
    private Reader first;
    private Reader second;

    @BeforeEach
    void twoAdministrators() {
        api = new ApiCalls(portal);
        somebody = new Somebody(portal);
        team = somebody.agency("Team");
        agency = somebody.agency("Ending by API");
        first = somebody.of(team, Role.ADMINISTRATOR);
        second = somebody.of(team, Role.ADMINISTRATOR);
    }

    private MockHttpServletResponse call(Reader by, HttpMethod method, String address, String body) throws Exception {
        return api.call(by, method, "/api/v1/" + address, body);
    }

    /** Where what was asked is answered. */
    private String asked() throws Exception {
        MockHttpServletResponse answer =
                call(first, HttpMethod.POST, "agencies/" + agency + "/endings", "{\"reason\": \"It closed\"}");
        assertThat(answer.getStatus()).isEqualTo(201);
        JsonNode one = json(answer);
        assertThat(one.path("agency").asString()).isEqualTo(agency);
        assertThat(one.path("askedBy").asString()).isEqualTo(first.personId().toString());
        return "agencies/" + agency + "/endings/" + one.path("id").asString();
    }

    private int agree(Reader by, String ending) throws Exception {
        return call(by, HttpMethod.POST, ending + "/agreement", "").getStatus();
    }

    private List<String> waiting() throws Exception {
        List<String> slugs = new ArrayList<>();
        json(call(second, HttpMethod.GET, "agency-endings", ""))
                .path("items")
                .forEach(one -> slugs.add(one.path("agency").asString()));
        return slugs;
    }

    private boolean active() {
        return agencies.find(agency).orElseThrow().active();
    }

    @Test
    void oneAsksAndAnotherAgrees() throws Exception {
        String ending = asked();
        assertThat(waiting()).contains(agency);
        assertThat(agree(first, ending)).as("not by whoever asked").isEqualTo(403);
        assertThat(active()).isTrue();
        assertThat(agree(second, ending)).isEqualTo(204);
        assertThat(active()).isFalse();
        assertThat(waiting()).doesNotContain(agency);
    }

    @Test
    void oneAgencyBecomesPartOfAnother() throws Exception {
        String into = somebody.agency("Into by API");
        JsonNode asked = json(call(
                first,
                HttpMethod.POST,
                "agencies/" + agency + "/endings",
                "{\"into\": \"%s\", \"reason\": \"They join\"}".formatted(into)));
        assertThat(asked.path("into").asString()).isEqualTo(into);
        assertThat(agree(
                        second,
                        "agencies/%s/endings/%s"
                                .formatted(agency, asked.path("id").asString())))
                .isEqualTo(204);
        assertThat(agencies.find(agency).orElseThrow().mergedInto()).isEqualTo(into);
    }

    @Test
    void aSecondAccountOfTheSamePersonIsNoSecondPerson() throws Exception {
        String ending = asked();
        jdbc.sql("UPDATE person SET email = (SELECT UPPER(a.email) FROM person a WHERE a.id = ?) WHERE id = ?")
                .params(first.personId().toString(), second.personId().toString())
                .update();
        assertThat(agree(second, ending)).isEqualTo(403);
        assertThat(portal.getBean(AgencyEndings.class).toAnswer(second))
                .as("nor are they asked")
                .doesNotContain(agency);
        assertThat(active()).isTrue();
        assertThat(agree(somebody.of(team, Role.ADMINISTRATOR), ending))
                .as("somebody else can")
                .isEqualTo(204);
    }

    @Test
    void ofTwoWhoAgreeAtTheSameMomentOneDoesIt() throws Exception {
        Reader third = somebody.of(team, Role.ADMINISTRATOR);
        String ending = asked();
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> both = List.of(() -> agree(second, ending), () -> agree(third, ending));
            for (var each : threads.invokeAll(both)) {
                answers.add(Objects.requireNonNull(each.get()));
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(204, 422);
        assertThat(active()).isFalse();
    }

    @Test
    void whoAskedTakesItBackAndOthersDeclineWithAReason() throws Exception {
        String ending = asked();
        assertThat(call(second, HttpMethod.DELETE, ending, "").getStatus()).isEqualTo(403);
        MockHttpServletResponse silent = call(second, HttpMethod.POST, ending + "/refusal", "{}");
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(json(silent).path("field").asString()).isEqualTo("reason");
        assertThat(call(second, HttpMethod.POST, ending + "/refusal", "{\"reason\": \"Not yet\"}")
                        .getStatus())
                .isEqualTo(204);
        assertThat(agree(second, ending)).isEqualTo(422);
        assertThat(call(first, HttpMethod.DELETE, asked(), "").getStatus()).isEqualTo(204);
        assertThat(waiting()).doesNotContain(agency);
        assertThat(active()).isTrue();
    }

    @Test
    void nobodyButAdministratorsAsksSeesOrAnswers() throws Exception {
        String ending = asked();
        for (Role role : List.of(Role.COORDINATOR, Role.EDITOR, Role.BOARD_MEMBER)) {
            Reader other = somebody.of(agency, role);
            assertThat(call(other, HttpMethod.GET, "agency-endings", "").getStatus())
                    .isEqualTo(403);
            assertThat(call(other, HttpMethod.POST, "agencies/" + agency + "/endings", "{\"reason\": \"No\"}")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(agree(other, ending)).isEqualTo(403);
            assertThat(call(other, HttpMethod.POST, ending + "/refusal", "{\"reason\": \"No\"}")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(call(other, HttpMethod.DELETE, ending, "").getStatus()).isEqualTo(403);
        }
        assertThat(waiting()).contains(agency);
    }
}
