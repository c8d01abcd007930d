package org.safercommunities.portal.bench.booking;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.safercommunities.portal.devtime.EmbeddedKeycloak;
import org.safercommunities.portal.devtime.KeycloakAdmin;
import org.safercommunities.portal.support.PortalServices;

/** Access tokens of the real realm, signed with a key that was added to it, since signing thousands of people in takes hours. */
final class SignedTokens {

    private static final Duration LIFE = Duration.ofHours(2);

    private final RSASSASigner signer;

    SignedTokens(EmbeddedKeycloak keycloak) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        signer = new RSASSASigner(pair.getPrivate());
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        new KeycloakAdmin(PortalServices.keycloakUrl(), EmbeddedKeycloak.ADMIN, keycloak.adminPassword())
                .addSigningKey(PortalServices.REALM, pem);
    }

    String of(Crowd.Somebody person) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM)
                .subject(person.subject())
                .audience("portal")
                .claim("typ", "Bearer")
                .claim("email", person.email())
                .claim("name", person.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
