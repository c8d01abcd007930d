package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Stopping as a mail program does it by itself, by RFC 8058, and as a person does it on the page. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class UnsubscribeIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    SubscriberRows rows;

    private final String email = "reader@" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @BeforeEach
    void subscribe() {
        Somebody somebody = new Somebody(portal);
        Reader editor = somebody.of(somebody.agency("Stopping"), Role.EDITOR);
        portal.getBean(SubscriberDomains.class).allow(email, editor);
        portal.getBean(Subscribers.class)
                .add(new SubscriberEntry(email, ""), null, SubscriptionChoice.everything(), "Asked", editor);
    }

    private String link() {
        SubscriberRows.Kept kept = rows.ofAddress(email).orElseThrow();
        return new SecretLink(kept.id(), kept.secret()).text();
    }

    private boolean ended() {
        return rows.ofAddress(email).orElseThrow().endedBy() != null;
    }

    private static HttpResponse<String> send(String link, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    request.uri(URI.create(PortalServices.portalUrl() + "/unsubscribe/" + link))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            assertThat(answer.body()).doesNotContain("<script");
            return answer;
        }
    }

    private static String post(String link, String type, String body) throws IOException, InterruptedException {
        return send(
                        link,
                        HttpRequest.newBuilder()
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private static String post(String link, String body) throws IOException, InterruptedException {
        return post(link, "application/x-www-form-urlencoded", body);
    }

    @Test
    void lookingChangesNothing() throws Exception {
        String page = send(link(), HttpRequest.newBuilder().GET()).body();
        send(link(), HttpRequest.newBuilder().method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(page).contains("<h1>Unsubscribe</h1>", "value=\"One-Click\"").doesNotContain(email);
        assertThat(post(link(), "something=else")).isEqualTo(page);
        assertThat(ended()).isFalse();
    }

    @Test
    void onePostEndsItWithoutSignInCookieOrRedirect() throws Exception {
        assertThat(post(link(), "List-Unsubscribe=One-Click")).contains("You are unsubscribed");
        assertThat(ended()).isTrue();
        assertThat(post(link(), "List-Unsubscribe=One-Click")).contains("You are unsubscribed");
        assertThat(post(link(), "do=undo")).contains("You get bulletins again");
        assertThat(ended()).isFalse();
    }

    @Test
    void mailProgramsMaySendItAsMultipartToo() throws Exception {
        post(
                link(),
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n");
        assertThat(ended()).isTrue();
    }

    @Test
    void lessCanBeChosenInstead() throws Exception {
        assertThat(post(link(), "do=choose&topic=road-safety")).contains("There is a problem", "Tick the e-bulletin");
        assertThat(post(link(), "do=choose&kind=NEWSLETTER&topic=road-safety&topic=%3Cscript%3E"))
                .contains("Your choice is saved", "the newsletter")
                .doesNotContain("script");
        assertThat(rows.ofAddress(email).orElseThrow().choice())
                .isEqualTo(new SubscriptionChoice(Set.of(BulletinKind.NEWSLETTER), Set.of("road-safety")));
    }

    @Test
    void aLinkThatIsNoneIsAnsweredAlike() throws Exception {
        String unknown = SecretLink.to(UUID.randomUUID()).text();
        String guessed = SecretLink.to(rows.ofAddress(email).orElseThrow().id()).text();
        for (String wrong : Set.of(unknown, guessed, "x")) {
            assertThat(send(wrong, HttpRequest.newBuilder().GET()).body())
                    .isEqualTo(send(link(), HttpRequest.newBuilder().GET()).body());
            assertThat(post(wrong, "List-Unsubscribe=One-Click")).contains("You are unsubscribed");
            assertThat(post(wrong, "do=choose&kind=NEWSLETTER")).contains("Your choice is saved");
        }
        assertThat(ended()).isFalse();
        assertThat(rows.ofAddress(email).orElseThrow().choice()).isEqualTo(SubscriptionChoice.everything());
    }
}
