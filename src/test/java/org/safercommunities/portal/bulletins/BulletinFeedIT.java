package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Block.Document;
import org.safercommunities.portal.bulletins.Block.Heading;
import org.safercommunities.portal.bulletins.Block.Text;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Bulletins in a feed reader: as Atom has it, its owner’s and nobody else’s, and nothing that asks for sign-in. */
@PortalIT
class BulletinFeedIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String FEED = "bulletins.atom";

    private final ApplicationContext portal;
    private final BulletinWorld world;
    private final PersonalFeeds feeds;

    BulletinFeedIT(@Autowired ApplicationContext portal) {
        this.portal = portal;
        world = new BulletinWorld(portal);
        feeds = portal.getBean(PersonalFeeds.class);
    }

    private static HttpResponse<String> call(String method, String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PortalServices.portalUrl())
                        .resolve(URI.create(address).getPath()))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Element feed(Reader reader) throws Exception {
        HttpResponse<String> answer = call("GET", feeds.address(reader, FEED));
        assertThat(answer.statusCode()).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(ATOM, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .filter(each -> each.getParentNode() == within)
                .toList();
    }

    private static String text(Element within, String name) {
        assertThat(all(within, name)).as(name).hasSize(1);
        return all(within, name).getFirst().getTextContent();
    }

    private UUID sent(BulletinPlan plan) {
        UUID bulletin = world.writing.begin(plan, world.editor);
        world.order(bulletin);
        world.itsTimeHasCome(bulletin);
        assertThat(world.now(bulletin).state().isOut()).isTrue();
        return bulletin;
    }

    private BulletinPlan plan(String title, Set<String> agencies, boolean accountOnly, Block... blocks) {
        return new BulletinPlan(
                title,
                BulletinKind.NEWSLETTER,
                "About: " + title,
                new BulletinAudience(BulletinKind.NEWSLETTER, false, agencies, Set.of(), Set.of(), Set.of(), null),
                Blocks.of(blocks),
                accountOnly);
    }

    @Test
    void isAtomWithWhatItsOwnerMayReadNow() throws Exception {
        Reader north = world.subscriber(world.north, "Rowan Weald");
        Reader south = world.subscriber(world.south, "Ash Marsh");
        assertThat(all(feed(north), "entry")).isEmpty();
        UUID first =
                sent(plan("First & <foremost>", Set.of(world.north, world.south), false, new Text("One\u0001\uFFFF")));
        UUID second = sent(plan("Only the north", Set.of(world.north), false, new Heading("Top"), new Text("Two")));
        world.writing.begin(plan("A draft", Set.of(world.north), false, new Text("Three")), world.editor);

        Element feed = feed(north);
        assertThat(text(feed, "id")).startsWith("urn:uuid:");
        assertThat(text(all(feed, "author").getFirst(), "name")).isEqualTo("Kent Community Safety Team");
        assertThat(all(feed, "link"))
                .anyMatch(link -> link.getAttribute("rel").equals("self")
                        && link.getAttribute("href").equals(feeds.address(north, FEED)));
        List<Element> entries = all(feed, "entry");
        assertThat(entries)
                .extracting(each -> text(each, "id"))
                .containsExactly("urn:uuid:" + second, "urn:uuid:" + first);
        assertThat(entries)
                .extracting(each -> text(each, "title"))
                .containsExactly("Only the north", "First & <foremost>");
        assertThat(text(feed, "updated"))
                .isEqualTo(text(entries.getFirst(), "updated"))
                .matches("[-0-9]{10}T[:0-9]{8}Z");
        assertThat(text(entries.getFirst(), "content")).contains("<p>Two</p>");
        assertThat(all(entries.getFirst(), "link").getFirst().getAttribute("href"))
                .endsWith("/bulletins/" + second);
        assertThat(all(feed(south), "entry"))
                .extracting(each -> text(each, "id"))
                .containsExactly("urn:uuid:" + first);

        String id = text(feed, "id");
        feeds.renew(north, FEED);
        assertThat(text(feed(north), "id")).as("with another token").isEqualTo(id);
    }

    @Test
    void holdsNothingThatAsksForSignIn() throws Exception {
        UUID theirs = world.document("Paper of the north", Audience.ofAgencies(world.north), Marking.OFFICIAL);
        UUID marked = world.document("Marked paper", Audience.ofEveryone(), Marking.OFFICIAL_SENSITIVE);
        UUID open = world.document("Paper for all", Audience.ofEveryone(), Marking.OFFICIAL);
        Reader north = world.subscriber(world.north, "Rowan Weald");
        UUID bulletin = sent(plan(
                "Papers", Set.of(world.north), false, new Document(theirs), new Document(marked), new Document(open)));
        sent(plan("Inside matters", Set.of(world.north), true, new Text("Inside words")));

        assertThat(portal.getBean(BulletinReading.class).page(world.now(bulletin), north))
                .as("after signing in")
                .contains("Paper of the north", "Marked paper", "Paper for all");
        String body = call("GET", feeds.address(north, FEED)).body();
        assertThat(body)
                .contains("Paper for all", "A newsletter to be read after signing in")
                .doesNotContain("Paper of the north", "Marked paper", "Inside", theirs.toString(), marked.toString());
    }

    @Test
    void isAskedForOftenAndAnsweredOnlyWhenSomethingIsNew() throws Exception {
        Reader north = world.subscriber(world.north, "Rowan Weald");
        String address = feeds.address(north, FEED);
        HttpResponse<String> answer = call("GET", address);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("private", "max-age=900");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = call("GET", address, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        sent(plan("News", Set.of(world.north), false, new Text("News")));
        assertThat(call("GET", address, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(call("POST", address).statusCode()).isEqualTo(401);

        assertThat(feeds.address(north)).as("one token for all feeds").isEqualTo(address.replace(FEED, "events.ics"));
        String anew = feeds.renew(north, FEED);
        assertThat(call("GET", address).statusCode()).isEqualTo(404);
        assertThat(call("GET", anew).statusCode()).isEqualTo(200);
        portal.getBean(People.class).endMembership(north.personId(), "Left", Reader.portal());
        HttpResponse<String> ended = call("GET", anew);
        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(ended.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void holdsTheNewestFifty() throws Exception {
        Reader north = world.subscriber(world.north, "Rowan Weald");
        UUID bulletin = sent(plan("Many", Set.of(world.north), false, new Text("Many")));
        for (int i = 1; i <= 50; i++) {
            UUID older = UUID.randomUUID();
            world.jdbc
                    .sql("""
                    INSERT INTO bulletin (id, kind, title, subject, blocks, audience, account_only, template, state, edition, created_by,
                           created_at, last_editor, changed_at, sent_at, version)
                    SELECT ?, kind, ?, subject, blocks, audience, account_only, template, 'SENT', edition, created_by, created_at,
                           last_editor, changed_at, sent_at - INTERVAL ? DAY, 0 FROM bulletin WHERE id = ?
                    """)
                    .params(older.toString(), "Many, older " + i, i, bulletin.toString())
                    .update();
            world.jdbc
                    .sql("INSERT INTO bulletin_lock SELECT ?, token FROM bulletin_lock WHERE bulletin_id = ?")
                    .params(older.toString(), bulletin.toString())
                    .update();
        }
        assertThat(all(feed(north), "entry"))
                .extracting(each -> text(each, "title"))
                .hasSize(50)
                .startsWith("Many", "Many, older 1")
                .endsWith("Many, older 49");
    }
}
