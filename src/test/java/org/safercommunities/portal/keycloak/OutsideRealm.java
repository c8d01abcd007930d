package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.safercommunities.portal.support.PortalServices;

/** The directory of an agency that the portal has never heard of, as that agency's own IT would set it up. */
public final class OutsideRealm {

    public static final String CLIENT = "safer-communities";
    public static final String SECRET = "a-secret-of-the-agency";

    private final Calls calls = Calls.asAdministrator();
    private final String realm;
    private final String alias;

    private OutsideRealm(String realm, String alias) {
        this.realm = realm;
        this.alias = alias;
    }

    /** @param alias of the provider that the portal will have for it */
    public static OutsideRealm oidc(String realm, String alias) {
        OutsideRealm made = new OutsideRealm(realm, alias);
        made.make(Map.of(
                "clientId",
                CLIENT,
                "protocol",
                "openid-connect",
                "secret",
                SECRET,
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(made.redirectAddress())));
        return made;
    }

    public static OutsideRealm saml(String realm, String alias) {
        OutsideRealm made = new OutsideRealm(realm, alias);
        made.make(Map.of(
                "clientId", PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM,
                "protocol", "saml",
                "redirectUris", List.of(made.redirectAddress()),
                "attributes",
                        Map.of(
                                "saml_assertion_consumer_url_post", made.redirectAddress(),
                                "saml.assertion.signature", "true",
                                "saml.client.signature", "false",
                                "saml_name_id_format", "persistent"),
                "protocolMappers", List.of(sent("email"), sent("firstName"), sent("lastName"))));
        return made;
    }

    private static Map<String, Object> sent(String property) {
        return Map.of(
                "name",
                property,
                "protocol",
                "saml",
                "protocolMapper",
                "saml-user-property-mapper",
                "config",
                Map.of("user.attribute", property, "attribute.name", property, "attribute.nameformat", "Basic"));
    }

    private void make(Map<String, Object> client) {
        assertThat(calls.post(
                                "",
                                Map.of(
                                        "realm",
                                        realm,
                                        "enabled",
                                        true,
                                        "loginTheme",
                                        "demo-agency",
                                        "clients",
                                        List.of(client)))
                        .status())
                .isEqualTo(201);
    }

    /** With the password that everybody in the demonstration has. */
    public void person(String email, String firstName, String lastName) {
        assertThat(calls.post(
                                "/" + realm + "/users",
                                Map.of(
                                        "username", email,
                                        "email", email,
                                        "emailVerified", true,
                                        "firstName", firstName,
                                        "lastName", lastName,
                                        "enabled", true,
                                        "credentials",
                                                List.of(Map.of(
                                                        "type",
                                                        "password",
                                                        "value",
                                                        SignInIT.PASSWORD,
                                                        "temporary",
                                                        false))))
                        .status())
                .isEqualTo(201);
    }

    public String discovery() {
        return PortalServices.keycloakUrl() + "/realms/" + realm + "/.well-known/openid-configuration";
    }

    public String metadata() {
        return PortalServices.keycloakUrl() + "/realms/" + realm + "/protocol/saml/descriptor";
    }

    public String redirectAddress() {
        return PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM + "/broker/" + alias + "/endpoint";
    }
}
