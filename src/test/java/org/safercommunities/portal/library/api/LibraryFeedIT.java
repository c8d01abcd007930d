package org.safercommunities.portal.library.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.FeedTokens;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.following.Shelf;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The library in a feed reader: as Atom has it, and nothing in it that asks for sign-in. */
@PortalIT
class LibraryFeedIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String FEED = "library.atom";

    private final ApplicationContext portal;
    private final Shelf shelf;
    private final FeedTokens feeds;

    LibraryFeedIT(@Autowired ApplicationContext portal) {
        this.portal = portal;
        shelf = new Shelf(portal);
        feeds = portal.getBean(FeedTokens.class);
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

    private static Element parsed(String feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
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

    /** As if it were the newest, whatever else is in the library. */
    private UUID newest(String title, Audience audience, Marking marking) {
        UUID id = shelf.published(title, audience, marking);
        shelf.publishedAt(id, Instant.now().plus(Duration.ofHours(1)));
        return id;
    }

    @Test
    void holdsWhatIsForEveryoneAndNotMarked() throws Exception {
        UUID open = newest("First & <foremost>", Audience.ofEveryone(), Marking.OFFICIAL);
        UUID theirs = newest("Paper of the north", Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
        UUID marked = newest("Marked paper", Audience.ofEveryone(), Marking.OFFICIAL_SENSITIVE);
        UUID draft = shelf.draft("Not out yet", Audience.ofEveryone(), Marking.OFFICIAL);
        assertThat(portal.getBean(Documents.class).cards(List.of(open, theirs, marked), shelf.rowan))
                .as("after signing in")
                .hasSize(3);
        String address = feeds.address(shelf.rowan, FEED);
        HttpResponse<String> answer = call("GET", address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("private", "max-age=900");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(answer.body())
                .doesNotContain(
                        "Paper of the north",
                        "Marked paper",
                        "Not out yet",
                        theirs.toString(),
                        marked.toString(),
                        draft.toString());
        Element feed = parsed(answer.body());
        assertThat(all(feed, "link"))
                .anyMatch(link -> link.getAttribute("rel").equals("self")
                        && link.getAttribute("href").equals(address));
        Element entry = all(feed, "entry").stream()
                .filter(each -> all(each, "id").getFirst().getTextContent().equals("urn:uuid:" + open))
                .findFirst()
                .orElseThrow();
        assertThat(all(entry, "title").getFirst().getTextContent()).isEqualTo("First & <foremost>");
        assertThat(all(entry, "link").getFirst().getAttribute("href")).endsWith("/library/" + open);
        assertThat(all(entry, "category").getFirst().getAttribute("label")).isEqualTo("Topic " + shelf.topic);
        assertThat(all(feed, "entry").size()).isLessThanOrEqualTo(50);

        shelf.isFor(open, Audience.ofAgencies(shelf.north));
        assertThat(call("GET", address).body()).as("no longer for everyone").doesNotContain(open.toString());
    }

    @Test
    void isItsOwnersOnlyAndAnsweredOnlyWhenSomethingIsNew() throws Exception {
        String address = feeds.address(shelf.ash, FEED);
        String tag = call("GET", address).headers().firstValue("ETag").orElseThrow();
        assertThat(call("GET", address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(call("POST", address).statusCode()).isEqualTo(401);
        String anew = feeds.renew(shelf.ash, FEED);
        assertThat(call("GET", address).statusCode()).isEqualTo(404);
        assertThat(call("GET", anew).statusCode()).isEqualTo(200);
        portal.getBean(People.class).endMembership(shelf.ash.personId(), "Left", Reader.portal());
        HttpResponse<String> ended = call("GET", anew);
        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(ended.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
}
