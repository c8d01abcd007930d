package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that Spring answers, asked by somebody as they would; what it changes is taken back at once. */
final class HttpDoors {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("page", "1"),
            Map.entry("number", "1"),
            Map.entry("language", "en"),
            Map.entry("person", "nobody@somewhere.example"),
            Map.entry("slug", "road-safety"),
            Map.entry("domain", "somewhere.example"),
            Map.entry("key", "A".repeat(46)),
            Map.entry("token", "x".repeat(43)));

    private final MockMvc http;
    private final RequestMappingHandlerMapping handlers;
    private final TransactionTemplate takenBack;
    private final DoorsWorld world;

    HttpDoors(WebApplicationContext portal, DoorsWorld world) {
        this.world = world;
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        handlers = portal.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        takenBack = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    /** A method and an address with its variables. */
    record Door(String method, String pattern, @Nullable MediaType consumes) implements Comparable<Door> {

        @Override
        public int compareTo(Door other) {
            return name().compareTo(other.name());
        }

        String name() {
            return method + " " + pattern;
        }
    }

    Iterable<Door> all() {
        TreeSet<Door> doors = new TreeSet<>();
        handlers.getHandlerMethods().keySet().forEach(mapping -> doors.addAll(doors(mapping)));
        return doors;
    }

    private static List<Door> doors(RequestMappingInfo mapping) {
        List<Door> doors = new ArrayList<>();
        Stream<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                ? Stream.of("GET", "POST")
                : mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name);
        MediaType consumes = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(null);
        methods.forEach(method ->
                mapping.getPatternValues().forEach(pattern -> doors.add(new Door(method, pattern, consumes))));
        return doors;
    }

    /** What happens when this person knocks, in a word. */
    String asked(Door door, @Nullable Reader reader) {
        return takenBack.execute(transaction -> {
            transaction.setRollbackOnly();
            try {
                return inWords(call(door, reader));
            } catch (Exception e) {
                throw new AssertionError(door + " failed", e);
            }
        });
    }

    /** The answer itself, after which nothing is changed either. */
    MockHttpServletResponse answer(Door door, @Nullable Reader reader) {
        return takenBack.execute(transaction -> {
            transaction.setRollbackOnly();
            try {
                return call(door, reader);
            } catch (Exception e) {
                throw new AssertionError(door + " failed", e);
            }
        });
    }

    /** What has to be said so that the rule is what answers, and not a form that is not filled in. */
    private String body(Door door) {
        return switch (door.name()) {
            case "POST /api/v1/documents/{id}/versions/{number}/release" ->
                "{\"sha256\": \"%s\", \"reason\": \"Known\"}".formatted(world.sha256);
            case "PUT /api/v1/documents/{id}/captions-promise" -> "{\"reason\": \"Soon\", \"dueOn\": \"2099-01-01\"}";
            case "POST /api/v1/events/{id}/bookings" -> "{\"mode\": \"ONLINE\"}";
            case "POST /api/v1/bookings/{id}/sessions" ->
                "{\"mode\": \"ONLINE\", \"sessions\": [\"%s\"]}".formatted(world.session);
            default -> "{}";
        };
    }

    private static String query(Door door) {
        return switch (door.name()) {
            case "GET /api/v1/documents/{id}/who-sees" -> "?person=somebody@somewhere.example";
            case "PUT /api/v1/documents/by-reference" -> "?reference=doors&sha256=" + "0".repeat(64);
            default -> "";
        };
    }

    private MockHttpServletResponse call(Door door, @Nullable Reader reader) throws Exception {
        String body = body(door);
        HttpMethod method = HttpMethod.valueOf(door.method());
        URI address = URI.create(address(door.pattern()) + query(door));
        AbstractMockHttpServletRequestBuilder<?> call;
        if (MediaType.MULTIPART_FORM_DATA.equals(door.consumes())) {
            call = MockMvcRequestBuilders.multipart(method, address)
                    .file(new MockMultipartFile(
                            "file", "doors.txt", "text/plain", "Doors".getBytes(StandardCharsets.UTF_8)))
                    .file(new MockMultipartFile(
                            "metadata", "", "application/json", body.getBytes(StandardCharsets.UTF_8)));
        } else {
            call = MockMvcRequestBuilders.request(method, address);
            if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
                call.contentType(door.consumes() == null ? MediaType.APPLICATION_JSON : door.consumes())
                        .content(body);
            }
        }
        if (door.pattern().contains("/uploads")) {
            call.header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", "10")
                    .header("Upload-Offset", "0")
                    .header("X-HTTP-Method-Override", "DELETE")
                    .contentType("application/offset+octet-stream");
        }
        if (reader != null) {
            call.with(authentication(TestSignIn.authentication(reader.personId(), reader.roles())));
        }
        return http.perform(call).andReturn().getResponse();
    }

    private String address(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern);
        StringBuilder address = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(1);
            String value = name.equals("id")
                    ? world.id(pattern).toString()
                    : name.equals("booking")
                            ? world.booking.toString()
                            : name.equals("member") ? world.member.toString() : VALUES.get(name);
            assertThat(value)
                    .as("say in HttpDoors what {%s} of %s stands for", name, pattern)
                    .isNotNull();
            variable.appendReplacement(address, value);
        }
        return variable.appendTail(address).toString();
    }

    private static String inWords(MockHttpServletResponse answer) {
        String location = answer.getHeader("Location");
        return switch (answer.getStatus()) {
            case 401 -> "sign in";
            case 403 -> "no";
            case 404 -> "hidden";
            case 302 -> location != null && location.contains("/oauth2/authorization/") ? "sign in" : "may";
            default -> "may";
        };
    }
}
