package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.PageAnswers;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is in an OFFICIAL-SENSITIVE document goes by no exit to somebody who has not shown that it is them. */
@PortalIT
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ProofIT {

    @Autowired
    private ApplicationContext portal;

    private final String subject = UUID.randomUUID().toString();
    private final String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
    private RealmKey realm;
    private String agency;
    private Reader proven;
    private Reader unproven;
    private UUID document;
    private UUID harmless;

    @BeforeAll
    void aDocument() throws JOSEException, IOException {
        realm = new RealmKey();
        Somebody somebody = new Somebody(portal);
        agency = somebody.agency("Proof");
        UUID person = portal.getBean(People.class)
                .name(subject + "@somewhere.example", "Somebody", agency, subject, Reader.portal());
        portal.getBean(People.class).giveRoles(person, Set.of(Role.EDITOR), Reader.portal());
        unproven = portal.getBean(Readers.class).of(person).orElseThrow();
        proven = unproven.proven();
        document = published(Marking.OFFICIAL_SENSITIVE);
        harmless = published(Marking.OFFICIAL);
    }

    private UUID published(Marking marking) throws IOException {
        Library library = portal.getBean(Library.class);
        UUID id = library.draft(
                portal.getBean(Intake.class)
                        .take(
                                new ByteArrayInputStream(("Inside " + word).getBytes(StandardCharsets.UTF_8)),
                                "words.txt"),
                new DocumentDescription("About it", "", "other", Set.of(), marking, null, Audience.ofEveryone(), null),
                proven);
        library.publish(id, proven);
        return id;
    }

    @AfterAll
    void leave() {
        realm.close();
    }

    /** A token of this person that says so of how they signed in. */
    private String token(Map<String, Object> said) throws JOSEException {
        JWTClaimsSet.Builder claims = RealmKey.claims(subject, agency);
        said.forEach(claims::claim);
        return realm.signed(claims.build());
    }

    private static long secondsAgo(long seconds) {
        return Instant.now().getEpochSecond() - seconds;
    }

    private static HttpResponse<String> get(String path, String token) {
        return Calls.exchange(HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    @Test
    void aSecondFactorHoldsForHalfADayAndASignInForAQuarterOfAnHour() throws JOSEException {
        String content = "/api/v1/documents/" + document + "/content";
        Map<Map<String, Object>, Integer> expected = Map.of(
                Map.of("acr", "second-factor", "auth_time", secondsAgo(11 * 3600)), 200,
                Map.of("acr", "second-factor", "auth_time", secondsAgo(13 * 3600)), 403,
                Map.of("acr", "signed-in", "auth_time", secondsAgo(14 * 60)), 200,
                Map.of("acr", "signed-in", "auth_time", secondsAgo(16 * 60)), 403,
                Map.of("signed_in_at_issue", true), 200,
                Map.of("acr", "second-factor"), 403,
                Map.of("acr", "second-factor", "auth_time", secondsAgo(-3600)), 403,
                Map.of(), 403);
        for (Map.Entry<Map<String, Object>, Integer> each : expected.entrySet()) {
            assertThat(get(content, token(each.getKey())).statusCode())
                    .as(each.getKey().toString())
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void aProgramIsToldWhatIsMissingAsRfc9470HasIt() throws JOSEException {
        HttpResponse<String> answer = get("/api/v1/documents/" + document + "/content", token(Map.of()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains(
                        "Bearer error=\"insufficient_user_authentication\"",
                        "acr_values=\"second-factor\"",
                        "max_age=43200");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Confirm that it is you").doesNotContain(word);
        assertThat(portal.getBean(AuditTrail.class).of(proven.personId(), null, 5))
                .extracting(AuditLine::action)
                .contains("portal.proof-missing");
    }

    @Test
    void whatSomebodyWritesIntoTheAddressProvesNothing() throws JOSEException {
        assertThat(get(
                                "/api/v1/documents/" + document
                                        + "/content?acr=second-factor&acr_values=second-factor&auth_time="
                                        + secondsAgo(1),
                                token(Map.of()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thatItIsThereTheySeeAndWhatIsOfficialTheyRead() throws JOSEException {
        String stale = token(Map.of("acr", "signed-in", "auth_time", secondsAgo(3600)));
        HttpResponse<String> seen = get("/api/v1/documents/" + document, stale);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains("About it", "OFFICIAL-SENSITIVE");
        assertThat(get("/api/v1/documents/" + harmless + "/content", stale).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theMarkingIsNoWayRound() {
        Library library = portal.getBean(Library.class);
        DocumentDescription harmlessNow = new DocumentDescription(
                "About it", "", "other", Set.of(), Marking.OFFICIAL, null, Audience.ofEveryone(), null);
        assertThatThrownBy(() -> library.describe(document, harmlessNow, unproven))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageContaining("Confirm");
    }

    @Test
    void noExitGivesOutWhatIsInIt() throws JOSEException {
        String stale = token(Map.of("acr", "signed-in", "auth_time", secondsAgo(3600)));
        String fresh = token(Map.of("acr", "second-factor", "auth_time", secondsAgo(60)));
        for (String exit : List.of("/content", "/content?version=1", "/pages/1", "/pages/1?version=1")) {
            String path = "/api/v1/documents/" + document + exit;
            assertThat(get(path, stale).statusCode()).as(exit).isEqualTo(403);
            assertThat(get(path, stale).body()).as(exit).doesNotContain(word);
            assertThat(get(path, fresh).statusCode()).as("with proof, " + exit).isNotEqualTo(403);
        }
        Documents documents = portal.getBean(Documents.class);
        Eventually.holds(
                () -> assertThat(documents.text(document, 1, proven).orElse("")).contains(word));
        assertThat(documents.text(document, 1, unproven)).isEmpty();
        assertThatThrownBy(() -> portal.getBean(Captions.class).vtt(document, 1, "en", unproven))
                .isInstanceOf(ProofMissing.class);
        assertThatThrownBy(() -> portal.getBean(PageAnswers.class).ofDocument(document, 1, 1, 100, unproven))
                .isInstanceOf(ProofMissing.class);
        assertThat(portal.getBean(Captions.class).transcript(document, 1, unproven))
                .isEmpty();
        Search search = portal.getBean(Search.class);
        Eventually.holds(() -> assertThat(
                        search.search(SearchQuery.of(word), proven).hits())
                .anyMatch(hit -> hit.id().equals(document) && hit.snippetText().contains(word)));
        assertThat(search.search(SearchQuery.of(word), unproven).hits())
                .anyMatch(hit -> hit.id().equals(document))
                .filteredOn(hit -> hit.id().equals(document))
                .noneMatch(hit -> hit.snippetText().contains(word));
    }
}
