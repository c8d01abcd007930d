package org.safercommunities.portal.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.support.PortalServices;
import tools.jackson.databind.JsonNode;

/** A key that the realm says is its own, so that tests can write tokens that lie about one thing only. */
final class RealmKey implements AutoCloseable {

    static final String ISSUER = PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM;

    private final Calls calls = Calls.asAdministrator();
    private final String component;
    private final RSAKey key;

    RealmKey() throws JOSEException {
        RSAKey made = new RSAKeyGenerator(2048).generate();
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(made.toPrivateKey().getEncoded())
                + "\n-----END RSA PRIVATE KEY-----";
        Calls.Answer answer = calls.post(
                "/safer-communities/components",
                Map.of(
                        "name",
                        "of the tests",
                        "providerId",
                        "rsa",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of(
                                "privateKey", List.of(pem.replace("RSA PRIVATE", "PRIVATE")),
                                "priority", List.of("-100"),
                                "enabled", List.of("true"),
                                "active", List.of("true"),
                                "algorithm", List.of("RS256"))));
        component = answer.made();
        String id = "";
        for (JsonNode each : calls.get("/safer-communities/keys").body().path("keys")) {
            if (each.path("providerId").asString().equals(component)) {
                id = each.path("kid").asString();
            }
        }
        key = new RSAKey.Builder(made).keyID(id).build();
    }

    RSAKey key() {
        return key;
    }

    /** What the portal's realm would say of this account now. */
    static JWTClaimsSet.Builder claims(String subject, String organization) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience("portal")
                .claim("typ", "Bearer")
                .claim("email", "practitioner@dover.example")
                .claim("name", "Somebody")
                .claim("organization", List.of(organization))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key, "JWT");
    }

    static String signed(JWTClaimsSet claims, RSAKey key, String type) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        calls.delete("/safer-communities/components/" + component);
    }
}
