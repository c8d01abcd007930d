package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens that lie about one thing each, shown to the running portal. */
@PortalIT
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ForgedTokensIT {

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final String subject = UUID.randomUUID().toString();
    private RealmKey realm;
    private String agency;
    private UUID person;

    @BeforeAll
    void somebody() throws JOSEException {
        realm = new RealmKey();
        agency = agencies.create(
                        new AgencyDescription("Forged " + subject.substring(0, 8), null, Set.of()), Reader.portal())
                .slug();
        person = people.name(subject + "@somewhere.example", "Somebody", agency, subject, Reader.portal());
    }

    @AfterAll
    void leave() {
        realm.close();
    }

    private JWTClaimsSet.Builder claims() {
        return RealmKey.claims(subject, agency);
    }

    private static int status(String token, String path) {
        return Calls.exchange(HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    private static int me(String token) {
        return status(token, "/api/v1/me");
    }

    /** Without this the others would prove nothing. */
    @Test
    void oneThatTellsTheTruthOpensTheApi() throws JOSEException {
        assertThat(me(realm.signed(claims().build()))).isEqualTo(200);
    }

    @Test
    void onesOfAnotherRealmAudienceKindOrTimeDoNot() throws JOSEException {
        Date past = Date.from(Instant.now().minusSeconds(3_600));
        Date future = Date.from(Instant.now().plusSeconds(3_600));
        Map<String, JWTClaimsSet> lies = Map.of(
                "another realm", claims().issuer(RealmKey.ISSUER + "x").build(),
                "realm of an agency",
                        claims().issuer(PortalServices.keycloakUrl() + "/realms/kent-police")
                                .build(),
                "another audience", claims().audience("account").build(),
                "no audience", claims().audience((String) null).build(),
                "an ID token", claims().claim("typ", "ID").build(),
                "a refresh token", claims().claim("typ", "Refresh").build(),
                "expired", claims().expirationTime(past).build(),
                "not yet", claims().notBeforeTime(future).build(),
                "nobody's subject",
                        claims().subject(UUID.randomUUID().toString())
                                .claim("organization", List.of())
                                .build());
        for (Map.Entry<String, JWTClaimsSet> lie : lies.entrySet()) {
            assertThat(me(realm.signed(lie.getValue()))).as(lie.getKey()).isEqualTo(401);
        }
    }

    @Test
    void onesThatTheRealmHasNotSignedDoNot() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID(realm.key().getKeyID()).generate();
        String good = realm.signed(claims().build());
        String[] parts = good.split("\\.");
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims().subject("5afe0000-0000-4000-8000-000000000001")
                        .build()
                        .toString()
                        .getBytes());
        SignedJWT byPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(realm.key().getKeyID())
                        .build(),
                claims().build());
        byPublicKey.sign(new MACSigner(realm.key().toPublicKey().getEncoded()));
        SignedJWT bringsItsKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(), claims().build());
        bringsItsKey.sign(new RSASSASigner(own));
        Map<String, String> lies = Map.of(
                "another key of the same name", RealmKey.signed(claims().build(), own, "JWT"),
                "no signature", new PlainJWT(claims().build()).serialize(),
                "the signature cut off", parts[0] + "." + parts[1] + ".",
                "a changed body", parts[0] + "." + other + "." + parts[2],
                "the public key as a secret", byPublicKey.serialize(),
                "a key of its own in its head", bringsItsKey.serialize());
        lies.forEach((lie, token) -> assertThat(me(token)).as(lie).isEqualTo(401));
    }

    /** Roles are given in the portal: even the realm itself, or a provider that it believes, can say nothing about them. */
    @Test
    void aRoleThatATokenAssertsIsNone() throws JOSEException {
        JWTClaimsSet proud = claims().claim("roles", List.of("EDITOR", "ADMINISTRATOR", "ROLE_EDITOR"))
                .claim("realm_access", Map.of("roles", List.of("EDITOR", "ADMINISTRATOR")))
                .claim("scope", "EDITOR")
                .build();
        assertThat(status(realm.signed(proud), "/api/v1/documents.csv")).isEqualTo(403);
    }

    @Test
    void anAgencyThatATokenAssertsIsNotTheirs() throws JOSEException {
        HttpResponse<String> me =
                Calls.exchange(HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + "/api/v1/me"))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + realm.signed(claims().claim("email", "chief@kentpolice.example")
                                                .build()))
                        .build());
        assertThat(me.body()).contains(agency).doesNotContain("kent-police");
    }

    @Test
    void afterTheirMembershipHasEndedATokenThatIsStillGoodOpensNothing() throws JOSEException {
        String gone = UUID.randomUUID().toString();
        UUID leaver = people.name(gone + "@somewhere.example", "Somebody", agency, gone, Reader.portal());
        String token = realm.signed(RealmKey.claims(gone, agency).build());
        assertThat(me(token)).isEqualTo(200);
        people.endMembership(leaver, "Left", Reader.portal());
        assertThat(me(token)).isEqualTo(401);
    }

    private String session(String sid, int minutesAgo) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                INSERT INTO portal_session (id, person_id, keycloak_sid, access_version, device, opened_at, checked_at)
                SELECT ?, id, ?, access_version, '', UTC_TIMESTAMP(6) - INTERVAL ? MINUTE, UTC_TIMESTAMP(6) FROM person WHERE id = ?
                """).params(id, sid, minutesAgo, person.toString()).update();
        return id;
    }

    private boolean lives(String session) {
        return jdbc.sql("SELECT ended_at IS NULL FROM portal_session WHERE id = ?")
                .param(session)
                .query(Boolean.class)
                .single();
    }

    private static JWTClaimsSet.Builder logout(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(RealmKey.ISSUER)
                .audience("portal")
                .subject(subject)
                .claim("typ", "Logout")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)));
    }

    private static int say(String token) {
        return Calls.exchange(HttpRequest.newBuilder(
                                URI.create(PortalServices.portalUrl() + "/logout/connect/back-channel/keycloak"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                        .build())
                .statusCode();
    }

    @Test
    void aLogoutTokenEndsItsSessionAndSaidAgainNoOther() throws JOSEException {
        String sid = UUID.randomUUID().toString();
        String meant = session(sid, 10);
        String token = RealmKey.signed(logout(subject).claim("sid", sid).build(), realm.key(), "logout+jwt");
        assertThat(say(token)).isBetween(200, 204);
        assertThat(lives(meant)).isFalse();
        String next = session(UUID.randomUUID().toString(), 0);
        say(token);
        assertThat(lives(next)).as("a session that began since, after a replay").isTrue();
    }

    @Test
    void oneForAllSessionsOfSomebodySaidAgainEndsNoneThatBeganSince() throws JOSEException {
        String before = session(UUID.randomUUID().toString(), 10);
        JWTClaimsSet said = logout(subject)
                .issueTime(Date.from(Instant.now().minusSeconds(60)))
                .build();
        String token = RealmKey.signed(said, realm.key(), "logout+jwt");
        assertThat(say(token)).isBetween(200, 204);
        assertThat(lives(before)).isFalse();
        String since = session(UUID.randomUUID().toString(), 0);
        say(token);
        assertThat(lives(since)).isTrue();
    }

    @Test
    void aForgedLogoutTokenEndsNothing() throws JOSEException {
        String sid = UUID.randomUUID().toString();
        String session = session(sid, 10);
        RSAKey own = new RSAKeyGenerator(2048).keyID(realm.key().getKeyID()).generate();
        Map<String, String> lies = Map.of(
                "another key", RealmKey.signed(logout(subject).claim("sid", sid).build(), own, "logout+jwt"),
                "no signature", new PlainJWT(logout(subject).claim("sid", sid).build()).serialize(),
                "another client's",
                        RealmKey.signed(
                                logout(subject)
                                        .claim("sid", sid)
                                        .audience("account")
                                        .build(),
                                realm.key(),
                                "logout+jwt"),
                "another realm's",
                        RealmKey.signed(
                                logout(subject)
                                        .claim("sid", sid)
                                        .issuer("http://elsewhere.example")
                                        .build(),
                                realm.key(),
                                "logout+jwt"),
                "an access token", realm.signed(claims().claim("sid", sid).build()),
                "one long past",
                        RealmKey.signed(
                                logout(subject)
                                        .claim("sid", sid)
                                        .expirationTime(Date.from(Instant.now().minusSeconds(600)))
                                        .build(),
                                realm.key(),
                                "logout+jwt"));
        lies.forEach((lie, token) -> {
            assertThat(say(token)).as(lie).isGreaterThanOrEqualTo(400);
            assertThat(lives(session)).as(lie).isTrue();
        });
    }
}
