package org.safercommunities.portal.bulletins.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Items for bulletins over the API, as their agency, as the team and as everybody else. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class BulletinOffersApiIT {

    private static final String OFFERS = "/api/v1/bulletin-offers";
    private static final Pattern ID = Pattern.compile("\"id\":\"([-0-9a-f]{36})\"");

    @Autowired
    WebApplicationContext portal;

    private MockMvc http;
    private Reader editor;
    private Reader author;
    private Reader elsewhere;

    @BeforeEach
    void begin() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Offer API team"), Role.EDITOR);
        author = somebody.of(somebody.agency("Offer API north"));
        elsewhere = somebody.of(somebody.agency("Offer API south"), Role.COORDINATOR);
    }

    private MockHttpServletResponse call(HttpMethod method, String path, String body, Reader by) throws Exception {
        return http.perform(MockMvcRequestBuilders.request(method, path)
                        .contentType("application/json")
                        .content(body)
                        .with(authentication(TestSignIn.authentication(by.personId(), by.roles()))))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String done(HttpMethod method, String path, String body, Reader by) throws Exception {
        MockHttpServletResponse answer = call(method, path, body, by);
        assertThat(answer.getStatus()).as(text(answer)).isBetween(200, 204);
        return text(answer);
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    private String bulletin() throws Exception {
        String id = id(done(
                HttpMethod.POST,
                "/api/v1/bulletins",
                "{\"title\": \"API newsletter\", \"kind\": \"NEWSLETTER\"}",
                editor));
        done(
                HttpMethod.PUT,
                "/api/v1/bulletins/" + id + "/items-until",
                "{\"until\": \"%s\"}".formatted(Instant.now().plusSeconds(86_400L * 20)),
                editor);
        return id;
    }

    private String offered(String bulletin) throws Exception {
        return id(done(HttpMethod.POST, OFFERS, """
                {"title": "Walks", "words": "We **walk**.", "link": "/events", "wished": "%s", "offered": true}
                """.formatted(bulletin), author));
    }

    @Test
    void isOfferedEditedTakenInAndSeen() throws Exception {
        String bulletin = bulletin();
        assertThat(done(HttpMethod.GET, OFFERS + "/calls", "", elsewhere)).contains(bulletin, "API newsletter");
        String offer = offered(bulletin);
        assertThat(done(HttpMethod.GET, OFFERS + "?waiting=true", "", editor)).contains(offer);
        assertThat(done(
                        HttpMethod.PUT,
                        OFFERS + "/" + offer,
                        "{\"version\": 1, \"title\": \"Evening walks\", \"words\": \"We walk.\"}",
                        editor))
                .contains("\"changedByTeam\":true");
        assertThat(call(HttpMethod.PUT, OFFERS + "/" + offer, "{\"version\": 1, \"title\": \"Mine\"}", author)
                        .getStatus())
                .as("a version that is gone")
                .isEqualTo(409);
        assertThat(done(
                        HttpMethod.POST,
                        OFFERS + "/" + offer + "/take-in",
                        "{\"bulletin\": \"%s\"}".formatted(bulletin),
                        editor))
                .contains("\"state\":\"TAKEN_IN\"");
        assertThat(done(HttpMethod.GET, "/api/v1/bulletins/" + bulletin, "", editor))
                .contains("\"credit\":\"Offer API north", "Evening walks");
        assertThat(done(HttpMethod.GET, OFFERS + "/" + offer, "", author))
                .contains("Evening walks", "\"title\":\"Walks\"", "API newsletter");
        assertThat(call(HttpMethod.DELETE, OFFERS + "/" + offer, "", author).getStatus())
                .isEqualTo(422);
    }

    @Test
    void isDeclinedWithdrawnAndThrownAway() throws Exception {
        String bulletin = bulletin();
        String offer = offered(bulletin);
        assertThat(text(call(HttpMethod.POST, OFFERS + "/" + offer + "/decline", "{}", editor)))
                .contains("Say why", "\"field\":\"reason\"");
        assertThat(done(HttpMethod.POST, OFFERS + "/" + offer + "/decline", "{\"reason\": \"Too long\"}", editor))
                .contains("\"state\":\"DECLINED\"");
        assertThat(done(HttpMethod.GET, OFFERS, "", author)).contains("Too long");
        String other = offered(bulletin);
        assertThat(done(HttpMethod.POST, OFFERS + "/" + other + "/withdraw", "", author))
                .contains("\"state\":\"DRAFT\"");
        assertThat(call(HttpMethod.GET, OFFERS + "/" + other, "", editor).getStatus())
                .isEqualTo(404);
        done(HttpMethod.DELETE, OFFERS + "/" + other, "", author);
        assertThat(call(HttpMethod.GET, OFFERS + "/" + other, "", author).getStatus())
                .isEqualTo(404);
    }

    @Test
    void isAsIfItWereNotThereForAnotherAgency() throws Exception {
        String bulletin = bulletin();
        String offer = offered(bulletin);
        String at = OFFERS + "/" + offer;
        String body = "{\"version\": 1, \"title\": \"x\", \"reason\": \"x\"}";
        assertThat(call(HttpMethod.GET, at, "", elsewhere).getStatus()).isEqualTo(404);
        assertThat(call(HttpMethod.PUT, at, body, elsewhere).getStatus()).isEqualTo(404);
        assertThat(call(HttpMethod.DELETE, at, "", elsewhere).getStatus()).isEqualTo(404);
        for (String step : new String[] {"withdraw", "take-in", "decline"}) {
            assertThat(call(HttpMethod.POST, at + "/" + step, "{}", elsewhere).getStatus())
                    .as(step)
                    .isEqualTo(404);
        }
        for (String step : new String[] {"take-in", "decline"}) {
            assertThat(call(HttpMethod.POST, at + "/" + step, "{}", author).getStatus())
                    .as(step)
                    .isEqualTo(403);
        }
        assertThat(done(HttpMethod.GET, OFFERS, "", elsewhere)).doesNotContain(offer);
        assertThat(call(HttpMethod.GET, OFFERS + "?waiting=true", "", elsewhere).getStatus())
                .isEqualTo(403);
        assertThat(call(HttpMethod.PUT, "/api/v1/bulletins/" + bulletin + "/items-until", "{}", author)
                        .getStatus())
                .isEqualTo(404);
        assertThat(text(call(
                        HttpMethod.POST,
                        OFFERS,
                        "{\"title\": \"x\", \"wished\": \"%s\"}".formatted(UUID.randomUUID()),
                        author)))
                .contains("No items are taken for this bulletin", "\"field\":\"wished\"");
        assertThat(text(call(HttpMethod.POST, OFFERS, "{\"titel\": \"x\"}", author)))
                .contains("titel");
    }

    @Test
    void itsPictureIsSeenByItsAgencyAndTheTeamUntilItIsTakenIn() throws Exception {
        String bulletin = bulletin();
        MockHttpServletResponse put = http.perform(MockMvcRequestBuilders.multipart(OFFERS + "/pictures")
                        .file(new MockMultipartFile("file", "path.png", "image/png", png()))
                        .with(authentication(TestSignIn.authentication(author.personId(), author.roles()))))
                .andReturn()
                .getResponse();
        assertThat(put.getStatus()).as(text(put)).isEqualTo(201);
        String picture = id(text(put));
        assertThat(text(call(HttpMethod.POST, OFFERS, """
                {"title": "Walks", "words": "Words", "picture": "%s", "offered": true}
                """.formatted(picture), author)))
                .contains("Say what the picture shows");
        String offer = id(done(HttpMethod.POST, OFFERS, """
                {"title": "Walks", "words": "Words", "picture": "%s", "alt": "A lit path", "wished": "%s", "offered": true}
                """.formatted(picture, bulletin), author));
        for (String address :
                new String[] {OFFERS + "/pictures/" + picture, "/files/bulletin-offers/pictures/" + picture}) {
            assertThat(call(HttpMethod.GET, address, "", author).getStatus()).isEqualTo(200);
            assertThat(call(HttpMethod.GET, address, "", editor).getStatus()).isEqualTo(200);
            assertThat(call(HttpMethod.GET, address, "", elsewhere).getStatus()).isEqualTo(404);
        }
        String open = "/public/bulletins/pictures/" + picture;
        assertThat(call(HttpMethod.GET, open, "", elsewhere).getStatus()).isEqualTo(404);
        done(HttpMethod.POST, OFFERS + "/" + offer + "/take-in", "{\"bulletin\": \"%s\"}".formatted(bulletin), editor);
        assertThat(call(HttpMethod.GET, open, "", elsewhere).getStatus()).isEqualTo(200);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
