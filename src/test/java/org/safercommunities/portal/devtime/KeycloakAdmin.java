package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a realm that exists in line with its file, since Keycloak's import skips it: addresses (ports may have changed),
 * clients, providers, their mappers, organizations, what clients' own accounts may do. People's accounts are left as they are.
 */
public final class KeycloakAdmin {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Parts that have their own calls, or that belong to whoever uses the realm. */
    private static final List<String> NOT_OF_THE_REALM_ITSELF = List.of(
            "authenticationFlows",
            "authenticatorConfig",
            "clients",
            "clientScopes",
            "components",
            "groups",
            "identityProviderMappers",
            "identityProviders",
            "organizations",
            "requiredActions",
            "roles",
            "users");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String admin;
    private final String token;

    /** Signs in as the administrator of the whole server. */
    public KeycloakAdmin(String url, String user, String password) {
        this.admin = url + "/admin/realms/";
        String form =
                "grant_type=password&client_id=admin-cli&username=" + encoded(user) + "&password=" + encoded(password);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new Refusal("Keycloak does not let “" + user + "” in with the kept password (" + answer.statusCode()
                    + "), so the realms could not be brought up to date.");
        }
        this.token = JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** @param json the realm's file with its values filled in */
    void reconcile(String realm, String json) {
        ObjectNode wanted = (ObjectNode) JSON.readTree(json);
        String base = admin + realm;
        ObjectNode itself = wanted.deepCopy();
        itself.remove(NOT_OF_THE_REALM_ITSELF);
        leaveToThePortal(base, wanted, itself);
        call("PUT", base, itself);
        each(wanted, "clients", client -> put(base + "/clients", "clientId", "id", client));
        each(
                wanted,
                "identityProviders",
                provider -> put(base + "/identity-provider/instances", "alias", "alias", provider));
        each(wanted, "identityProviderMappers", mapper -> {
            String alias = mapper.path("identityProviderAlias").asString();
            put(base + "/identity-provider/instances/" + alias + "/mappers", "name", "id", mapper);
        });
        each(wanted, "organizations", organization -> {
            ObjectNode withoutPeople = ((ObjectNode) organization).deepCopy();
            withoutPeople.remove(List.of("members", "identityProviders"));
            put(base + "/organizations", "alias", "id", withoutPeople);
        });
        each(wanted, "users", account -> {
            if (account.has("serviceAccountClientId")) {
                giveRights(base, account);
            }
        });
    }

    /** A realm without the flows that its file names is brought up to date by the portal, which makes them. */
    private void leaveToThePortal(String base, ObjectNode wanted, ObjectNode itself) {
        String flow = wanted.path("browserFlow").asString("");
        if (!flow.isEmpty() && existing(base + "/authentication/flows", "alias", flow) == null) {
            itself.remove("browserFlow");
            ((ObjectNode) itself.path("attributes")).remove("portalUpkeep");
            wanted.path("identityProviders")
                    .forEach(provider -> ((ObjectNode) provider).remove("postBrokerLoginFlowAlias"));
        }
    }

    /** The rights of a client's own account grow with what the portal does; none is taken away. */
    private void giveRights(String base, JsonNode account) {
        String client = idOfClient(base, account.path("serviceAccountClientId").asString());
        String user = JSON.readTree(call("GET", base + "/clients/" + client + "/service-account-user", null))
                .path("id")
                .asString();
        account.path("clientRoles").properties().forEach(rights -> {
            String owner = idOfClient(base, rights.getKey());
            ArrayNode roles = JSON.createArrayNode();
            rights.getValue()
                    .forEach(role -> roles.add(JSON.readTree(
                            call("GET", base + "/clients/" + owner + "/roles/" + role.asString(), null))));
            call("POST", base + "/users/" + user + "/role-mappings/clients/" + owner, roles);
        });
    }

    private String idOfClient(String base, String clientId) {
        JsonNode client = existing(base + "/clients", "clientId", clientId);
        if (client == null) {
            throw new Refusal("The realm has no client “" + clientId + "”, so it could not be brought up to date.");
        }
        return client.path("id").asString();
    }

    /**
     * Lets the realm’s tokens be signed with a key of the caller’s too, so that a benchmark need not sign thousands of people in.
     *
     * @param privateKey as PEM
     */
    public void addSigningKey(String realm, String privateKey) {
        ObjectNode component = JSON.createObjectNode()
                .put("name", "of-the-benchmark")
                .put("providerId", "rsa")
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put(
                        "parentId",
                        JSON.readTree(call("GET", admin + realm, null))
                                .path("id")
                                .asString());
        ObjectNode settings = component.putObject("config");
        settings.putArray("privateKey").add(privateKey);
        settings.putArray("algorithm").add("RS256");
        settings.putArray("active").add("true");
        settings.putArray("enabled").add("true");
        settings.putArray("priority").add("-1");
        call("POST", admin + realm + "/components", component);
    }

    /** Changes the one that has the same name, or adds it. */
    private void put(String collection, String nameField, String idField, JsonNode wanted) {
        String name = wanted.path(nameField).asString();
        JsonNode existing = existing(collection, nameField, name);
        if (existing == null) {
            call("POST", collection, wanted);
            return;
        }
        String id = existing.path(idField).asString();
        ObjectNode changed = ((ObjectNode) wanted).deepCopy();
        changed.set(idField, existing.path(idField));
        if (existing.has("internalId")) {
            changed.set("internalId", existing.path("internalId"));
        }
        call("PUT", collection + "/" + id, changed);
    }

    private @Nullable JsonNode existing(String collection, String nameField, String name) {
        JsonNode all = JSON.readTree(call("GET", collection + "?max=1000", null));
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path(nameField).asString().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void each(JsonNode realm, String part, Consumer<JsonNode> work) {
        realm.path(part).forEach(work);
    }

    private String call(String method, String address, @Nullable JsonNode body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, content));
        if (answer.statusCode() / 100 != 2) {
            throw new Refusal("Keycloak answered " + answer.statusCode() + " to " + method + " " + address + ": "
                    + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while talking to Keycloak", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
