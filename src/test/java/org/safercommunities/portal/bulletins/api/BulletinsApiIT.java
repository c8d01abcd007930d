package org.safercommunities.portal.bulletins.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safercommunities.portal.support.ApiCalls.text;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.support.ApiCalls;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** Bulletins over the API, from their beginning to the order to send them, as each role. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class BulletinsApiIT {

    private static final String ADDRESS = "/api/v1/bulletins";

    @Autowired
    WebApplicationContext portal;

    private ApiCalls api;
    private Somebody somebody;
    private String agency;
    private Reader editor;
    private Reader second;
    private Reader practitioner;

    @BeforeEach
    void begin() {
        api = new ApiCalls(portal);
        somebody = new Somebody(portal);
        agency = somebody.agency("API readers");
        editor = somebody.of(agency, Role.EDITOR);
        second = somebody.of(agency, Role.EDITOR);
        practitioner = somebody.of(agency);
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.everything(), practitioner);
    }

    private MockHttpServletResponse call(HttpMethod method, String path, String body, Reader by) throws Exception {
        return api.call(by, method, ADDRESS + path, body);
    }

    private UUID begun() throws Exception {
        MockHttpServletResponse answer = call(HttpMethod.POST, "", """
                {"title": "December e-bulletin", "kind": "E_BULLETIN", "subject": "Places free",
                 "audience": {"agencies": ["%s"]},
                 "blocks": [{"type": "heading", "text": "Events"}, {"type": "text", "markdown": "**Places** are free."},
                            {"type": "button", "href": "/events", "label": "See all events"}, {"type": "divider"}]}
                """.formatted(agency), editor);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(201);
        String location = answer.getHeader("Location");
        return UUID.fromString(String.valueOf(location).replaceAll(".*/", ""));
    }

    @Test
    void goesFromADraftToTheOrderToSend() throws Exception {
        UUID id = begun();
        assertThat(text(call(HttpMethod.GET, "/" + id, "", editor)))
                .contains("\"state\":\"DRAFT\"", "\"edition\":1", "\"type\":\"heading\"", agency);
        MockHttpServletResponse changed =
                call(HttpMethod.PATCH, "/" + id, "{\"edition\": 1, \"subject\": \"Places are free\"}", editor);
        assertThat(text(changed)).contains("\"edition\":2", "Places are free");
        MockHttpServletResponse conflict =
                call(HttpMethod.PATCH, "/" + id, "{\"edition\": 1, \"subject\": \"Mine\"}", second);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(text(conflict)).contains("\"edition\":2", "Read edition 2");
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"subject\": \"Mine\"}", second)
                        .getStatus())
                .as("without saying which edition")
                .isEqualTo(422);

        assertThat(text(call(HttpMethod.POST, "/" + id + "/submit", "", editor)))
                .contains("\"state\":\"REVIEW\"");
        assertThat(call(HttpMethod.POST, "/" + id + "/approve", "", editor).getStatus())
                .as("by its last editor")
                .isEqualTo(422);
        assertThat(text(call(HttpMethod.POST, "/" + id + "/approve", "", second)))
                .contains("\"state\":\"APPROVED\"");
        assertThat(text(call(HttpMethod.POST, "/" + id + "/send", "{}", editor)))
                .contains("\"state\":\"SCHEDULED\"", "\"sendAt\"");
        assertThat(text(call(HttpMethod.GET, "/" + id + "/delivery", "", editor)))
                .contains("\"audience\":0", "\"pending\":0", "\"uncertain\":0");
        assertThat(text(call(HttpMethod.POST, "/" + id + "/call-back", "", second)))
                .contains("\"state\":\"APPROVED\"");
        assertThat(call(HttpMethod.POST, "/" + id + "/pause", "", editor).getStatus())
                .isEqualTo(422);
        assertThat(text(call(HttpMethod.GET, "?inWork=true", "", editor))).contains(id.toString());
    }

    @Test
    void isDrawnAsMailAndAsText() throws Exception {
        UUID id = begun();
        MockHttpServletResponse html = call(HttpMethod.GET, "/" + id + ".html", "", editor);
        assertThat(html.getContentType()).startsWith("text/html");
        assertThat(text(html)).contains("<strong", "See all events").doesNotContain("{{", "<script");
        MockHttpServletResponse plain = call(HttpMethod.GET, "/" + id + ".txt", "", editor);
        assertThat(plain.getContentType()).startsWith("text/plain");
        assertThat(text(plain)).contains("Places are free.").doesNotContain("{{", "<");
    }

    @Test
    void isAsIfItWereNotThereForEverybodyElse() throws Exception {
        UUID id = begun();
        for (Reader other : new Reader[] {
            practitioner,
            somebody.of(agency, Role.COORDINATOR),
            somebody.of(agency, Role.BOARD_MEMBER),
            somebody.of(agency, Role.ADMINISTRATOR)
        }) {
            for (String path : new String[] {"", ".html", ".txt", "/delivery"}) {
                assertThat(call(HttpMethod.GET, "/" + id + path, "", other).getStatus())
                        .as(path)
                        .isEqualTo(404);
            }
            for (String step :
                    new String[] {"submit", "approve", "send", "call-back", "send-back", "pause", "resume", "stop"}) {
                assertThat(call(HttpMethod.POST, "/" + id + "/" + step, "{}", other)
                                .getStatus())
                        .as(step)
                        .isEqualTo(404);
            }
            assertThat(call(HttpMethod.PATCH, "/" + id, "{\"edition\": 1}", other)
                            .getStatus())
                    .isEqualTo(404);
            assertThat(call(HttpMethod.DELETE, "/" + id, "", other).getStatus()).isEqualTo(404);
            assertThat(call(HttpMethod.POST, "", "{\"title\": \"Mine\", \"kind\": \"NEWSLETTER\"}", other)
                            .getStatus())
                    .isEqualTo(403);
            assertThat(text(call(HttpMethod.GET, "?inWork=true", "", other))).doesNotContain(id.toString());
        }
        assertThat(call(HttpMethod.DELETE, "/" + id, "", editor).getStatus()).isEqualTo(204);
        assertThat(call(HttpMethod.GET, "/" + id, "", editor).getStatus()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongAndWhere() throws Exception {
        assertThat(text(call(HttpMethod.POST, "", "{\"kind\": \"E_BULLETIN\"}", editor)))
                .contains("Give a title and a kind");
        assertThat(text(call(HttpMethod.POST, "", "{\"titel\": \"x\"}", editor)))
                .contains("titel");
        assertThat(text(call(HttpMethod.POST, "", """
                        {"title": "x", "kind": "E_BULLETIN", "blocks": [{"type": "divider"}, {"type": "poem", "text": "x"}]}
                        """, editor))).contains("Block 2", "“type” must be one of heading");
        assertThat(text(call(
                        HttpMethod.POST,
                        "",
                        "{\"title\": \"x\", \"kind\": \"E_BULLETIN\", \"audience\": {\"agencies\": [\"nowhere\"]}}",
                        editor)))
                .contains("There is no agency “nowhere”", "\"field\":\"audience\"");
        assertThat(call(HttpMethod.GET, "/not-an-id", "", editor).getStatus()).isEqualTo(404);
        assertThat(call(HttpMethod.GET, "?size=500", "", editor).getStatus()).isEqualTo(422);
    }
}
