package org.safercommunities.portal.events.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Calls every address that answers beside the pages, as the portal itself lists them: a new one joins by itself. */
final class AnswersOfApi {

    /** Addresses of things that are no events. */
    private static final Pattern OTHERS = Pattern.compile(
            ".*/(documents|bulletins|bulletin-offers|document-offers|collections|uploads|saved-searches|notices|subscribers|data-requests|people|endings|emergency-access)/.*");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final MockMvc http;
    private final RequestMappingHandlerMapping handlers;

    /** What variables in addresses stand for: one that nobody has thought of here is an error. */
    private final Map<String, List<String>> values = new HashMap<>();

    AnswersOfApi(WebApplicationContext portal) {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        handlers = portal.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        values.put("page", List.of("1"));
        values.put("number", List.of("1"));
        values.put("language", List.of("en"));
        values.put("slug", List.of("no-such-topic"));
        values.put("person", List.of("nobody@somewhere.example"));
        values.put("domain", List.of("somewhere.example"));
        values.put("key", List.of("A".repeat(46)));
    }

    void ids(List<UUID> ids) {
        values.put("id", ids.stream().map(UUID::toString).toList());
        values.put("booking", values.get("id"));
        values.put("member", values.get("id"));
    }

    void tokens(List<String> tokens) {
        values.put("token", tokens);
    }

    /** @param reading whether to call what changes nothing, or all the rest */
    List<Leaf> as(String who, @Nullable Reader reader, boolean reading) throws Exception {
        List<Leaf> leaves = new ArrayList<>();
        for (RequestMappingInfo mapping : handlers.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method : methods(mapping)) {
                    if ((method == RequestMethod.GET) == reading) {
                        for (String address : addresses(pattern)) {
                            leaves.add(call(who, reader, method, pattern, address, mapping));
                        }
                    }
                }
            }
        }
        if (reading) {
            leaves.add(call(who, reader, RequestMethod.GET, "/api/v1/events?", "/api/v1/events?size=200", null));
            leaves.add(call(
                    who,
                    reader,
                    RequestMethod.GET,
                    "/api/v1/events?from",
                    "/api/v1/events?from=2020-01-01&to=2090-01-01&size=200",
                    null));
        }
        return leaves;
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods;
    }

    private List<String> addresses(String pattern) {
        List<String> addresses = List.of(pattern);
        Matcher variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            String name = variable.group(1);
            assertThat(values)
                    .as("say what {%s} of %s stands for", name, pattern)
                    .containsKey(name);
            // Ids of events are none of documents, bulletins or items for them: one of them says so
            int most = OTHERS.matcher(pattern).matches() ? 1 : Integer.MAX_VALUE;
            addresses = addresses.stream()
                    .flatMap(one ->
                            values.get(name).stream().limit(most).map(value -> one.replace("{" + name + "}", value)))
                    .toList();
        }
        return addresses;
    }

    private Leaf call(
            String who,
            @Nullable Reader reader,
            RequestMethod method,
            String pattern,
            String address,
            @Nullable RequestMappingInfo mapping)
            throws Exception {
        MockHttpServletRequestBuilder call =
                MockMvcRequestBuilders.request(HttpMethod.valueOf(method.name()), java.net.URI.create(address));
        if (method != RequestMethod.GET && mapping != null) {
            call.contentType(mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                            .findFirst()
                            .orElse(MediaType.APPLICATION_JSON))
                    .content(pattern.endsWith("/bookings") ? "{\"mode\": \"ONLINE\"}" : "{\"sessions\": null}");
        }
        if (reader != null) {
            call.with(authentication(TestSignIn.authentication(reader.personId(), reader.roles())));
        }
        MockHttpServletResponse answer = http.perform(call).andReturn().getResponse();
        StringBuilder text = new StringBuilder().append(answer.getStatus()).append('\n');
        answer.getHeaderNames()
                .forEach(name -> text.append(name)
                        .append(": ")
                        .append(answer.getHeaders(name))
                        .append('\n'));
        text.append(answer.getErrorMessage())
                .append(answer.getForwardedUrl())
                .append('\n')
                .append(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        return new Leaf(who, method + " " + pattern, address, text.toString());
    }
}
