package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.bulletins.Block.Document;
import org.safercommunities.portal.bulletins.Block.Text;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The link by which a recipient without an account reads their copy: it opens that one, and every other link opens nothing. */
@PortalIT
class OutsideReadingIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ApplicationContext portal;
    private final BulletinWorld world;
    private final Subscribers subscribers;

    OutsideReadingIT(@Autowired ApplicationContext portal) {
        this.portal = portal;
        world = new BulletinWorld(portal);
        subscribers = portal.getBean(Subscribers.class);
    }

    private Recipient outside() {
        String email = "reader@" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        portal.getBean(SubscriberDomains.class).allow(email, world.editor);
        subscribers.add(
                new SubscriberEntry(email, "Ash"), world.north, SubscriptionChoice.everything(), "Asked", world.editor);
        return portal.getBean(Readership.class).page(world.plan().audience(), null, 2_000).stream()
                .filter(one -> one.address().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private UUID sent(boolean accountOnly, Block... blocks) {
        BulletinPlan plan = world.plan(blocks);
        UUID bulletin = world.writing.begin(
                new BulletinPlan(
                        plan.title(), plan.kind(), plan.subject(), plan.audience(), plan.blocks(), accountOnly),
                world.editor);
        world.order(bulletin);
        world.itsTimeHasCome(bulletin);
        assertThat(world.now(bulletin).state().isOut()).isTrue();
        return bulletin;
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + "/" + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("<script", "{{");
        return answer;
    }

    @Test
    void showsWhatPeopleOutsideMaySee() throws Exception {
        UUID theirs = world.document("Paper of the north", Audience.ofAgencies(world.north), Marking.OFFICIAL);
        UUID marked = world.document("Marked paper", Audience.ofEveryone(), Marking.OFFICIAL_SENSITIVE);
        UUID open = world.document("Paper for all", Audience.ofEveryone(), Marking.OFFICIAL);
        Recipient ash = outside();
        UUID bulletin = sent(
                false, new Text("Words for everybody"), new Document(theirs), new Document(marked), new Document(open));
        HttpResponse<String> page = get(OutsideReading.path(bulletin, ash));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("Words for everybody", "Paper for all")
                .doesNotContain("Paper of the north", "Marked paper", ash.address(), ash.link());
    }

    @Test
    void opensNothingButItsOwnCopy() throws Exception {
        Recipient ash = outside();
        Recipient other = outside();
        UUID bulletin = sent(false, new Text("Words"));
        UUID another = sent(false, new Text("Other words"));
        UUID inside = sent(true, new Text("Inside words"));
        UUID draft = world.draft(new Text("Draft words"));
        Recipient later = outside();
        String path = OutsideReading.path(bulletin, ash);
        String key = path.substring(path.lastIndexOf('/') + 1);
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(OutsideReading.path(another, ash)).statusCode()).isEqualTo(200);

        byte[] secretOfOther = SecretLink.read(other.link()).orElseThrow().secret();
        List<String> wrong = new ArrayList<>(List.of(
                // For another issue, of one who was sent both
                OutsideReading.path(another, ash).replace(another.toString(), bulletin.toString()),
                // The link by which they unsubscribe, and the key of somebody else for their copy
                OutsideReading.PATH + bulletin + "/" + ash.link(),
                OutsideReading.PATH + bulletin + "/" + new SecretLink(ash.subscriber(), secretOfOther).text(),
                OutsideReading.path(inside, ash),
                OutsideReading.path(draft, ash),
                OutsideReading.path(bulletin, later),
                OutsideReading.path(UUID.randomUUID(), ash),
                path.substring(0, path.length() - 1),
                path.substring(0, path.length() - 9)
                        + (path.charAt(path.length() - 9) == 'A' ? 'B' : 'A')
                        + path.substring(path.length() - 8),
                OutsideReading.PATH + bulletin + "/x",
                OutsideReading.PATH + bulletin + "/" + "A".repeat(5_000),
                OutsideReading.PATH + "no-id/" + key));
        HttpResponse<String> none = get(wrong.getFirst());
        for (String each : wrong) {
            HttpResponse<String> answer = get(each);
            assertThat(answer.statusCode()).as(each).isEqualTo(404);
            assertThat(answer.body()).as(each).isEqualTo(none.body());
        }

        subscribers.end(ash.subscriber(), world.editor);
        subscribers.erase(ash.subscriber(), world.editor);
        assertThat(get(path).statusCode()).as("what was held on them is erased").isEqualTo(404);
    }

    @Test
    void aPersonWhoOpensItIsCountedOnceAndAProgramThatTriesLinksIsNot() throws Exception {
        Recipient ash = outside();
        UUID bulletin = sent(false, new Text("Words"));
        String path = OutsideReading.path(bulletin, ash);
        get(path);
        get(path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document", "Sec-Purpose", "prefetch");
        get(path + "x", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        assertThat(readers(bulletin)).isEmpty();
        get(path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        get(path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        assertThat(readers(bulletin)).containsExactly(world.north);
    }

    private List<String> readers(UUID bulletin) {
        return world.jdbc
                .sql("SELECT agency FROM bulletin_read WHERE bulletin_id = ?")
                .param(bulletin.toString())
                .query(String.class)
                .list();
    }
}
