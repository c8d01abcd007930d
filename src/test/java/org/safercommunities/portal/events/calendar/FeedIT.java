package org.safercommunities.portal.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A calendar at an address of its own: for whoever has the address, as long as its owner belongs to an agency. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class FeedIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext portal;

    @Autowired
    PersonalFeeds feeds;

    @Autowired
    People people;

    private static HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(PortalServices.portalUrl()).resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    @Test
    void theAddressIsLongSecretStaysTheSameAndCanBeMadeAnew() throws Exception {
        Somebody somebody = new Somebody(portal);
        Reader rowan = somebody.of(somebody.agency("Feeds"));
        String address = feeds.address(rowan);
        assertThat(feeds.address(rowan)).isEqualTo(address);
        assertThat(path(address)).matches("/api/v1/feeds/[A-Za-z0-9_-]{43}/events\\.ics");
        HttpResponse<String> feed = call("GET", path(address));
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(feed.headers().firstValue("Cache-Control").orElse("")).contains("private", "max-age=900");
        assertThat(feed.body()).startsWith("BEGIN:VCALENDAR").contains("METHOD:PUBLISH");
        String anew = feeds.renew(rowan);
        assertThat(anew).isNotEqualTo(address);
        assertThat(call("GET", path(address)).statusCode()).isEqualTo(404);
        assertThat(call("GET", path(anew)).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownOtherwiseSpeltAndEndedAreTheSame() throws Exception {
        Somebody somebody = new Somebody(portal);
        Reader rowan = somebody.of(somebody.agency("Feeds"));
        String address = path(feeds.address(rowan));
        String swapped = address.replace("/events.ics", "").replaceFirst(".*/", "");
        String otherCase = swapped.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        HttpResponse<String> unknown = call("GET", "/api/v1/feeds/" + "x".repeat(43) + "/events.ics");
        HttpResponse<String> spelt = call("GET", "/api/v1/feeds/" + otherCase + "/events.ics");
        people.endMembership(rowan.personId(), "Left", Reader.portal());
        HttpResponse<String> ended = call("GET", address);
        for (HttpResponse<String> answer : List.of(unknown, spelt, ended)) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void nothingElseThereIsOpen() throws Exception {
        String token = UUID.randomUUID().toString();
        assertThat(call("POST", "/api/v1/feeds/" + token + "/events.ics").statusCode())
                .isEqualTo(401);
        assertThat(call("GET", "/api/v1/feeds/" + token + "/events.atom").statusCode())
                .isEqualTo(401);
        assertThat(call("GET", "/api/v1/feeds/" + token + "/x/events.ics").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoAsksAllTheTimeIsToldToWait() throws Exception {
        Somebody somebody = new Somebody(portal);
        String address = path(feeds.address(somebody.of(somebody.agency("Feeds"))));
        for (int i = 0; i < FeedPace.MOST; i++) {
            assertThat(call("GET", address).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = call("GET", address);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3600");
    }
}
