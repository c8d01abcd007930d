package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.events.scan.PagesOfPortal;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/**
 * Somebody types a script, or a formula, wherever there is a field: names of people, agencies and groups, titles, descriptions, notes,
 * sections, blocks, names of files. Then everybody opens everything.
 */
@PortalIT
@SuppressWarnings("NullAway.Init")
class StoredScriptIT {

    private static final String SCRIPT = "<img src=x onerror=sc(1)>\"'><script>sc(2)</script>";
    private static final String FORMULA = "=cmd|' /C calc'!A0";
    /** What Flow puts into the page as HTML rather than as words, and what the browser runs from attributes. */
    private static final Pattern AS_HTML = Pattern.compile(
            "\"key\":\"(?:innerhtml|outerhtml|srcdoc|on[a-z]+)\",\"feat\":\\d+,\"value\":\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

    private static final Pattern SCRIPT_ADDRESS = Pattern.compile("\"value\":\"\\s*javascript:");
    private static final Pattern FORMULA_CELL = Pattern.compile("(?:^|[,;\\n\\r])\"?=cmd", Pattern.MULTILINE);

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    private static boolean runs(String html) {
        String small = html.toLowerCase(Locale.ROOT);
        return small.contains("<img src=x") || small.contains("<script>sc(");
    }

    @Test
    void nowhereDoesItRun() throws Exception {
        DoorsWorld world = new DoorsWorld(portal, SCRIPT);
        PagesOfPortal pages = new PagesOfPortal(portal);
        int shown = 0;
        long asHtml = 0;
        for (String who : List.of("practitioner", "coordinator", "editor", "administrator")) {
            Reader reader = world.people.get(who);
            for (Map.Entry<String, String> page :
                    pages.sent(reader, world.parameters()).entrySet()) {
                String where = "%s for %s".formatted(page.getKey(), who);
                shown += page.getValue().contains("sc(1)") ? 1 : 0;
                asHtml += AS_HTML.matcher(page.getValue())
                        .results()
                        .filter(match -> match.group(1).contains("sc(1)"))
                        .count();
                assertThat(AS_HTML.matcher(page.getValue()).results().map(match -> unescaped(match)))
                        .as(where)
                        .noneMatch(StoredScriptIT::runs);
                assertThat(page.getValue()).as(where).doesNotContainPattern(SCRIPT_ADDRESS);
            }
        }
        assertThat(shown).as("pages that showed the words").isGreaterThan(20);
        assertThat(asHtml)
                .as("places that put the words into the page as HTML, made harmless")
                .isPositive();
        answersOf(world);
        feedsOf(world);
        mails();
    }

    private static String unescaped(MatchResult match) {
        return match.group(1)
                .replace("\\\"", "\"")
                .replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\/", "/");
    }

    private void answersOf(DoorsWorld world) throws Exception {
        HttpDoors http = new HttpDoors(portal, world);
        for (HttpDoors.Door door : http.all()) {
            if (!door.method().equals("GET")) {
                continue;
            }
            MockHttpServletResponse answer = http.answer(door, world.people.get("editor"));
            String type = String.valueOf(answer.getContentType());
            if (type.startsWith("text/html") || type.contains("svg")) {
                assertThat(runs(answer.getContentAsString())).as(door.name()).isFalse();
            } else if (type.contains("xml")) {
                wellFormed(answer.getContentAsByteArray());
            }
            assertThat(String.valueOf(answer.getHeader("Content-Disposition")))
                    .as(door.name())
                    .doesNotContain("<", ">", "\r", "\n");
            if (door.pattern().startsWith("/files/")
                    && type.startsWith("text/plain")
                    && runs(answer.getContentAsString())) {
                // The file itself: its words are its own, and it is opened by nothing that would run them
                assertThat(answer.getHeader("Content-Security-Policy"))
                        .as(door.name())
                        .contains("sandbox");
                assertThat(answer.getHeader("X-Content-Type-Options"))
                        .as(door.name())
                        .isEqualTo("nosniff");
            }
        }
    }

    private void feedsOf(DoorsWorld world) throws Exception {
        Reader reader = world.people.get("practitioner");
        PersonalFeeds feeds = portal.getBean(PersonalFeeds.class);
        for (String name : List.of("library.atom", "bulletins.atom")) {
            String address = feeds.address(reader, name);
            var answer = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(java.net.URI.create(address))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            wellFormed(answer.body());
        }
    }

    /** Words stay words in it: no element of the script has become one of the document. */
    private static void wellFormed(byte[] xml) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
    }

    private void mails() {
        List<String> letters = jdbc.sql("SELECT html FROM mail WHERE html LIKE '%sc(1)%'")
                .query(String.class)
                .list();
        assertThat(letters).as("letters with the words in them").isNotEmpty().noneMatch(StoredScriptIT::runs);
    }

    @Test
    void noTableThatLeavesBeginsACellWithAFormula() throws IOException {
        DoorsWorld world = new DoorsWorld(portal, FORMULA);
        HttpDoors http = new HttpDoors(portal, world);
        Reader editor = world.people.get("editor");
        int tables = 0;
        for (HttpDoors.Door door : http.all()) {
            // Those of the register of privacy hold nothing that anybody typed
            if (door.method().equals("GET")
                    && door.pattern().endsWith(".csv")
                    && !door.pattern().startsWith("/api/v1/privacy/")) {
                String table = http.answer(door, editor).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
                assertThat(table).as(door.name()).contains("cmd|").doesNotContainPattern(FORMULA_CELL);
                tables++;
            }
        }
        for (String who : List.of("editor", "coordinator", "administrator")) {
            for (Map.Entry<String, String> page : new PagesOfPortal(portal)
                    .sent(world.people.get(who), world.parameters())
                    .entrySet()) {
                if (page.getKey().endsWith(" file") && page.getValue().contains("cmd|")) {
                    assertThat(page.getValue()).as(page.getKey()).doesNotContainPattern(FORMULA_CELL);
                    tables++;
                }
            }
        }
        assertThat(tables).isGreaterThan(2);
    }
}
