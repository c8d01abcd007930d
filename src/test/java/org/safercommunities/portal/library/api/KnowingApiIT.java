package org.safercommunities.portal.library.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.following.Shelf;
import org.safercommunities.portal.support.ApiCalls;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** Following, saved searches, notices, usefulness and figures over the API. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class KnowingApiIT {

    private static final Pattern ID = Pattern.compile("\"id\":\"([-0-9a-f]{36})\"");

    @Autowired
    WebApplicationContext portal;

    private ApiCalls api;
    private Shelf shelf;

    @BeforeEach
    void begin() {
        api = new ApiCalls(portal);
        shelf = new Shelf(portal);
    }

    private MockHttpServletResponse call(HttpMethod method, String path, String body, Reader by) throws Exception {
        return api.call(by, method, "/api/v1" + path, body);
    }

    private String done(HttpMethod method, String path, String body, Reader by) throws Exception {
        MockHttpServletResponse answer = call(method, path, body, by);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isBetween(200, 204);
        return text;
    }

    private String refused(int status, HttpMethod method, String path, String body, Reader by) throws Exception {
        MockHttpServletResponse answer = call(method, path, body, by);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        assertThat(answer.getContentType()).as(text).startsWith("application/problem+json");
        return text;
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    @Test
    void thingsAreFollowedAndLeft() throws Exception {
        UUID theirs = shelf.published("South only", Audience.ofAgencies(shelf.south), Marking.OFFICIAL);
        String topic = "{\"type\": \"topic\", \"id\": \"%s\"}".formatted(shelf.topic);
        done(HttpMethod.PUT, "/following", topic, shelf.rowan);
        done(HttpMethod.PUT, "/following", topic, shelf.rowan);
        assertThat(done(HttpMethod.GET, "/following", "", shelf.rowan))
                .contains("\"total\":1", "Topic " + shelf.topic, "library?topic=" + shelf.topic);
        for (String body : List.of(
                "{\"type\": \"document\", \"id\": \"%s\"}".formatted(theirs),
                "{\"type\": \"document\", \"id\": \"%s\"}".formatted(UUID.randomUUID()),
                "{\"type\": \"planet\", \"id\": \"mars\"}",
                "{}")) {
            assertThat(refused(422, HttpMethod.PUT, "/following", body, shelf.rowan))
                    .contains("nothing like that for you to follow");
        }
        assertThat(refused(422, HttpMethod.PUT, "/following", "{\"typ\": \"topic\"}", shelf.rowan))
                .contains("typ");
        done(HttpMethod.DELETE, "/following?type=topic&id=" + shelf.topic, "", shelf.rowan);
        assertThat(done(HttpMethod.GET, "/following", "", shelf.rowan)).contains("\"total\":0");
    }

    @Test
    void searchesAreSavedRenamedAndDeleted() throws Exception {
        String body = "{\"name\": \"Lamps\", \"query\": \"q=street lamps&topic=road-safety\"}";
        String at = "/saved-searches/" + id(done(HttpMethod.POST, "/saved-searches", body, shelf.rowan));
        assertThat(done(HttpMethod.PATCH, at, "{\"name\": \"Lights\"}", shelf.rowan))
                .contains("\"name\":\"Lights\"", "library?q=street+lamps&topic=road-safety");
        refused(404, HttpMethod.PATCH, at, "{\"name\": \"Mine\"}", shelf.ash);
        refused(404, HttpMethod.DELETE, at, "", shelf.ash);
        refused(404, HttpMethod.DELETE, "/saved-searches/no-id", "", shelf.ash);
        assertThat(refused(422, HttpMethod.POST, "/saved-searches", "{\"name\": \"x\"}", shelf.rowan))
                .contains("\"field\":\"query\"");
        done(HttpMethod.DELETE, at, "", shelf.rowan);
        assertThat(done(HttpMethod.GET, "/saved-searches", "", shelf.rowan)).contains("\"total\":0");
    }

    @Test
    void readersSayWhatIsUsefulAndTheOwnerIsTold() throws Exception {
        UUID document = shelf.published("Asked about", Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        String at = "/documents/" + document + "/usefulness";
        assertThat(done(HttpMethod.PUT, at, "{\"useful\": false, \"comment\": \"Page 2 is old\"}", shelf.rowan))
                .contains("\"useful\":false")
                .doesNotContain("readers");
        assertThat(refused(422, HttpMethod.PUT, at, "{}", shelf.rowan)).contains("\"field\":\"useful\"");
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
            refused(404, method, at, "{\"useful\": true}", shelf.ash);
        }
        assertThat(done(HttpMethod.GET, at, "", shelf.editor))
                .contains("\"notUseful\":1", "Rowan Weald", "Page 2 is old");

        String told = done(HttpMethod.GET, "/notices?unread=true", "", shelf.editor);
        assertThat(told).contains("\"occasion\":\"COMMENTED\"", "Asked about", "\"unread\":1", "\"total\":1");
        String notice = "/notices/" + id(told);
        refused(404, HttpMethod.PUT, notice, "{}", shelf.ash);
        done(HttpMethod.PUT, notice, "{}", shelf.editor);
        assertThat(done(HttpMethod.GET, "/notices?unread=true", "", shelf.editor))
                .contains("\"unread\":0");
        done(HttpMethod.PUT, notice, "{\"read\": false}", shelf.editor);
        done(HttpMethod.POST, "/notices/read", "", shelf.editor);
        assertThat(done(HttpMethod.GET, "/notices", "", shelf.editor)).contains("\"unread\":0", "\"total\":1");
        assertThat(refused(422, HttpMethod.GET, "/notices?size=0", "", shelf.editor))
                .contains("1 to 200");
        done(HttpMethod.DELETE, at, "", shelf.rowan);
        assertThat(done(HttpMethod.GET, at, "", shelf.editor)).contains("\"comments\":[]");
    }

    @Test
    void mailIsChosen() throws Exception {
        assertThat(done(HttpMethod.GET, "/notices/choice", "", shelf.rowan))
                .contains("\"followed\":\"DAILY\"", "\"own\":\"DAILY\"");
        assertThat(done(HttpMethod.PUT, "/notices/choice", "{\"followed\": \"WEEKLY\"}", shelf.rowan))
                .contains("\"followed\":\"WEEKLY\"", "\"own\":\"DAILY\"");
        assertThat(refused(422, HttpMethod.PUT, "/notices/choice", "{\"own\": \"HOURLY\"}", shelf.rowan))
                .contains("own");
    }

    @Test
    void figuresAreForEditors() throws Exception {
        shelf.published("Counted", Audience.ofEveryone(), Marking.OFFICIAL);
        assertThat(done(HttpMethod.GET, "/library/figures?from=2026-01&to=2026-03", "", shelf.editor))
                .contains(
                        "\"from\":\"2026-01\"",
                        "\"2026-02\":0",
                        "\"from\":\"2026-01-05\",\"to\":\"2026-01-11\"",
                        "searchesWithoutResult",
                        "reviewOverdue");
        refused(403, HttpMethod.GET, "/library/figures", "", shelf.rowan);
        assertThat(refused(422, HttpMethod.GET, "/library/figures?from=2024-01&to=2026-03", "", shelf.editor))
                .contains("one to twelve months");
        refused(400, HttpMethod.GET, "/library/figures?from=spring", "", shelf.editor);
    }
}
