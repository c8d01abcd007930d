package org.safercommunities.portal.agencies.signin;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes authentication flows as the realm's file has them. Keycloak imports flows only with a whole realm; afterwards they are built
 * step by step.
 */
final class RealmFlows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUTHENTICATION = "authentication";
    private static final String FLOWS = "flows";
    private static final String EXECUTIONS = "executions";
    private static final String ALIAS = "alias";
    private static final String FLOW_ALIAS = "flowAlias";

    private final MasterCalls keycloak;
    private final Map<String, JsonNode> flows = new HashMap<>();
    private final Map<String, JsonNode> settings = new HashMap<>();

    RealmFlows(MasterCalls keycloak, JsonNode file) {
        this.keycloak = keycloak;
        file.path("authenticationFlows")
                .forEach(flow -> flows.put(flow.path(ALIAS).asString(), flow));
        file.path("authenticatorConfig")
                .forEach(one -> settings.put(one.path(ALIAS).asString(), one));
    }

    /** Makes a flow with everything below it. One that was left half made by a start that ended has to be deleted by hand. */
    void make(String alias) {
        JsonNode flow = flow(alias);
        keycloak.post(
                JSON.createObjectNode()
                        .put(ALIAS, alias)
                        .put("description", flow.path("description").asString(""))
                        .put("providerId", flow.path("providerId").asString())
                        .put("topLevel", true)
                        .put("builtIn", false),
                AUTHENTICATION,
                FLOWS);
        try {
            fill(flow);
        } catch (RuntimeException broken) {
            // So that the next start begins anew
            remove(alias);
            throw broken;
        }
    }

    private void fill(JsonNode flow) {
        String alias = flow.path(ALIAS).asString();
        for (JsonNode step : flow.path("authenticationExecutions")) {
            if (step.path("authenticatorFlow").asBoolean()) {
                JsonNode below = flow(step.path(FLOW_ALIAS).asString());
                keycloak.post(
                        JSON.createObjectNode()
                                .put(ALIAS, below.path(ALIAS).asString())
                                .put("description", below.path("description").asString(""))
                                .put("provider", "registration-page-form")
                                .put("type", below.path("providerId").asString()),
                        AUTHENTICATION,
                        FLOWS,
                        alias,
                        EXECUTIONS,
                        "flow");
                fill(below);
            } else {
                keycloak.post(
                        JSON.createObjectNode()
                                .put("provider", step.path("authenticator").asString()),
                        AUTHENTICATION,
                        FLOWS,
                        alias,
                        EXECUTIONS,
                        "execution");
            }
        }
        require(flow);
    }

    /** What was made is listed in the order in which it was made, with what is below each between. */
    private void require(JsonNode flow) {
        String alias = flow.path(ALIAS).asString();
        var wanted = flow.path("authenticationExecutions").iterator();
        for (JsonNode made : keycloak.get(AUTHENTICATION, FLOWS, alias, EXECUTIONS)) {
            if (made.path("level").asInt() != 0) {
                continue;
            }
            JsonNode step = wanted.next();
            ObjectNode changed = (ObjectNode) made.deepCopy();
            changed.put("requirement", step.path("requirement").asString());
            changed.put("priority", step.path("priority").asInt());
            keycloak.put(changed, AUTHENTICATION, FLOWS, alias, EXECUTIONS);
            String config = step.path("authenticatorConfig").asString("");
            if (!config.isEmpty()) {
                keycloak.post(
                        settings.get(config),
                        AUTHENTICATION,
                        EXECUTIONS,
                        made.path("id").asString(),
                        "config");
            }
        }
    }

    private void remove(String alias) {
        keycloak.get(AUTHENTICATION, FLOWS)
                .valueStream()
                .filter(one -> one.path(ALIAS).asString("").equals(alias))
                .forEach(one ->
                        keycloak.delete(AUTHENTICATION, FLOWS, one.path("id").asString()));
    }

    private JsonNode flow(String alias) {
        JsonNode flow = flows.get(alias);
        if (flow == null) {
            throw new IllegalStateException("The realm's file has no flow " + alias);
        }
        return flow;
    }
}
