package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;

/** A session that somebody else has begun, and knows the id of, is not the one that a person is signed in with. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class FixedSessionIT {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");

    /** All that were set, by their names, sent everywhere: Java’s own keeper sends none that are for TLS to Keycloak on this machine. */
    private final Map<String, String> cookies = new TreeMap<>();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    private String email;

    @BeforeEach
    void somebody() {
        email = "fixed-" + System.nanoTime() + "@mail.example";
        String subject = Owners.make(email, true);
        String agency = agencies.create(
                        new AgencyDescription("Fixed " + email, null, java.util.Set.of()), Reader.portal())
                .slug();
        people.name(email, "Somebody", agency, subject, Reader.portal());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return walk(HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> values) throws Exception {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.uri().toString()).isTrue();
        return walk(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(values))));
    }

    private HttpResponse<String> walk(HttpRequest.Builder first) throws Exception {
        HttpRequest.Builder next = first;
        for (int hop = 0; hop < 10; hop++) {
            String sent = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            HttpResponse<String> answer = http.send(
                    sent.isEmpty() ? next.build() : next.header("Cookie", sent).build(),
                    HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                String[] pair = cookie.split(";")[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            String location = answer.headers().firstValue("Location").orElse(null);
            if (location == null) {
                return answer;
            }
            next = HttpRequest.newBuilder(answer.uri().resolve(location));
        }
        throw new AssertionError("Sent round in a circle");
    }

    private String session() {
        return cookies.getOrDefault("portal-session", "");
    }

    private static int withSession(String id) {
        return Calls.exchange(
                        HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + "/files/library/catalogue.csv"))
                                .header("Cookie", "portal-session=" + id)
                                .build())
                .statusCode();
    }

    @Test
    void signingInMakesAnotherAndTheOldIdOpensNothing() throws Exception {
        get(PortalServices.portalUrl() + "/privacy");
        String before = session();
        assertThat(before).isNotEmpty();
        HttpResponse<String> page = get(PortalServices.portalUrl() + "/oauth2/authorization/keycloak");
        page = submit(page, Map.of("username", email));
        page = submit(page, Map.of("password", "three words known"));
        assertThat(page.uri().toString()).startsWith(PortalServices.portalUrl());
        String after = session();
        assertThat(after).isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(32);
        assertThat(withSession(after)).as("signed in, and no editor").isEqualTo(403);
        assertThat(withSession(before)).as("led to the sign-in").isEqualTo(302);
    }
}
