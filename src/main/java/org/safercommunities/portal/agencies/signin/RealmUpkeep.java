package org.safercommunities.portal.agencies.signin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a realm that was made by an older portal up to what the realm's file says today. Each step is taken once, and the realm keeps
 * that it was: what an administrator changes or takes away later stays so. Nothing that is there already is changed.
 */
final class RealmUpkeep {

    /** Attribute of the realm: the steps that were taken, or that its file began with. */
    static final String DONE = "portalUpkeep";

    private static final Logger LOG = LoggerFactory.getLogger(RealmUpkeep.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SIGN_IN = "portal sign-in";
    private static final String AFTER_PROVIDER = "portal after provider";
    private static final String PORTAL = "service-account-portal-admin";
    private static final String MANAGEMENT = "realm-management";
    private static final String LEVELS = "acr.loa.map";

    private final MasterCalls keycloak;
    private final JsonNode file;

    /** @param file the realm as a new one is made */
    RealmUpkeep(MasterCalls keycloak, JsonNode file) {
        this.keycloak = keycloak;
        this.file = file;
    }

    /** Returns the steps that were taken now. */
    List<String> bringUpToDate() {
        Map<String, Predicate<ObjectNode>> steps = new LinkedHashMap<>();
        steps.put("second-factor", this::secondFactor);
        steps.put("known-passwords", this::knownPasswords);
        steps.put("rights", this::rights);
        List<String> taken = new ArrayList<>();
        steps.forEach((step, take) -> {
            ObjectNode realm = realm();
            Set<String> done = done(realm);
            if (!done.contains(step)) {
                if (take.test(realm)) {
                    taken.add(step);
                    LOG.info("The sign-in realm was brought up to date: {}", step);
                }
                remember(step);
            }
        });
        return taken;
    }

    private ObjectNode realm() {
        return (ObjectNode) keycloak.get();
    }

    private static Set<String> done(JsonNode realm) {
        String steps = realm.path("attributes").path(DONE).asString("");
        return new LinkedHashSet<>(Arrays.asList(steps.split(" ")));
    }

    private void remember(String step) {
        ObjectNode realm = realm();
        Set<String> done = done(realm);
        done.remove("");
        done.add(step);
        realm.withObject("attributes").put(DONE, String.join(" ", done));
        keycloak.put(realm);
    }

    /** The flows of ADR 26. A realm whose browser flow somebody has chosen keeps it, and they are told. */
    private boolean secondFactor(ObjectNode realm) {
        Set<String> there = new LinkedHashSet<>();
        keycloak.get("authentication", "flows")
                .valueStream()
                .map(flow -> flow.path("alias").asString(""))
                .forEach(there::add);
        RealmFlows flows = new RealmFlows(keycloak, file);
        boolean changed = false;
        for (String flow : List.of(SIGN_IN, AFTER_PROVIDER)) {
            if (!there.contains(flow)) {
                flows.make(flow);
                changed = true;
            }
        }
        if (realm.path("attributes").path(LEVELS).asString("").isEmpty()) {
            realm.withObject("attributes")
                    .put(LEVELS, file.path("attributes").path(LEVELS).asString());
            changed = true;
        }
        String browser = realm.path("browserFlow").asString("");
        if (browser.equals("browser")) {
            realm.put("browserFlow", SIGN_IN);
            changed = true;
        } else if (!browser.equals(SIGN_IN)) {
            LOG.warn("The sign-in realm keeps its browser flow {}, which does not ask for a second factor", browser);
        }
        keycloak.put(realm);
        return afterProviders() || changed;
    }

    private boolean afterProviders() {
        boolean changed = false;
        for (JsonNode provider : keycloak.get("identity-provider", "instances")) {
            if (provider.path("postBrokerLoginFlowAlias").asString("").isEmpty()) {
                ObjectNode led = (ObjectNode) provider.deepCopy();
                led.put("postBrokerLoginFlowAlias", AFTER_PROVIDER);
                keycloak.put(
                        led,
                        "identity-provider",
                        "instances",
                        provider.path("alias").asString());
                changed = true;
            }
        }
        return changed;
    }

    /** Rules that the policy lacks; those it has stay as somebody has set them. */
    private boolean knownPasswords(ObjectNode realm) {
        String policy = realm.path("passwordPolicy").asString("");
        List<String> rules = new ArrayList<>(policy.isEmpty() ? List.of() : Arrays.asList(policy.split(" and ")));
        Set<String> names = new LinkedHashSet<>();
        rules.forEach(rule -> names.add(name(rule)));
        int before = rules.size();
        Arrays.stream(file.path("passwordPolicy").asString().split(" and "))
                .filter(rule -> names.add(name(rule)))
                .forEach(rules::add);
        if (rules.size() == before) {
            return false;
        }
        realm.put("passwordPolicy", String.join(" and ", rules));
        keycloak.put(realm);
        return true;
    }

    private static String name(String rule) {
        return rule.replaceAll("\\(.*", "").strip();
    }

    /** What the portal's own account may do; it reads Keycloak's events to tell people of changes. */
    private boolean rights(ObjectNode realm) {
        String user = one("users", "username", PORTAL).path("id").asString();
        String client = one("clients", "clientId", MANAGEMENT).path("id").asString();
        Set<String> has = new LinkedHashSet<>();
        keycloak.get("users", user, "role-mappings", "clients", client)
                .forEach(role -> has.add(role.path("name").asString()));
        ArrayNode more = JSON.createArrayNode();
        for (JsonNode account : file.path("users")) {
            account.path("clientRoles")
                    .path(MANAGEMENT)
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(right -> account.path("username").asString().equals(PORTAL) && !has.contains(right))
                    .forEach(right -> more.add(keycloak.get("clients", client, "roles", right)));
        }
        if (!more.isEmpty()) {
            keycloak.post(more, "users", user, "role-mappings", "clients", client);
        }
        boolean silent = !realm.path("eventsEnabled").asBoolean();
        if (silent) {
            keycloak.put(realm.put("eventsEnabled", true));
        }
        return silent || !more.isEmpty();
    }

    private JsonNode one(String kind, String field, String value) {
        return keycloak.find(Map.of(field, value), kind)
                .valueStream()
                .filter(found -> found.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The sign-in realm has no %s %s".formatted(kind, value)));
    }
}
