package org.safercommunities.portal.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.support.PortalServices;

/**
 * Somebody who walks through the sign-in pages without scripts: follows redirects until one leads to the portal, keeps
 * cookies, sends forms.
 */
final class Visitor implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(SAML\\w+|RelayState)\" value=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    /** Of the challenge that every walk starts with; nobody listens in. */
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";

    private static final String CHALLENGE = "dnaPHvIvW7lKCBMM3wFRkq2HMf5rO3N_xQjRi2v3JX8";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookiesByPath = new TreeMap<>();
    private URI address = URI.create("about:blank");
    private String page = "";
    private UnaryOperator<String> onTheWay = response -> response;

    /** Opens the sign-in page as the portal would send people there. */
    Visitor startSignIn() {
        return get(signInAddress());
    }

    /** The same by a link for a trial, which names the provider. */
    Visitor startTrial(String provider) {
        return get(signInAddress() + "&kc_idp_hint=" + provider);
    }

    /** Asks for the second step, as the portal does of somebody who is to confirm that it is them. */
    Visitor confirm() {
        return get(signInAddress() + "&acr_values=second-factor");
    }

    /** Asks for something to be done to the account, as an address that somebody typed would: without a word on who they are. */
    Visitor act(String action) {
        return get(signInAddress() + "&kc_action=" + action);
    }

    /** What came of it, as the portal is told. */
    String outcome() {
        Matcher status = Pattern.compile("kc_action_status=([a-z]+)").matcher(address.toString());
        return status.find() ? status.group(1) : "";
    }

    /** The value of a hidden field of the page. */
    String hidden(String name) {
        Matcher field = Pattern.compile("<input[^>]*\\bname=\"" + name + "\"[^>]*\\bvalue=\"([^\"]*)\"")
                .matcher(page);
        if (!field.find()) {
            throw new AssertionError("No field " + name + " on the page \"" + heading() + "\"");
        }
        return unescape(field.group(1));
    }

    private static String signInAddress() {
        return realm() + "/protocol/openid-connect/auth?"
                + form(Map.of(
                        "client_id", "portal",
                        "response_type", "code",
                        "redirect_uri", callback(),
                        "scope", "openid profile email organization:*",
                        "state", "state",
                        "nonce", "nonce",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    /** Does this to what an agency's provider answers, before the portal's Keycloak gets it. */
    Visitor meddling(UnaryOperator<String> meddler) {
        onTheWay = meddler;
        return this;
    }

    /** The whole walk through an agency's provider. */
    static Visitor throughAgency(String typedEmail, String agencyEmail) {
        return new Visitor()
                .startSignIn()
                .submit(Map.of("username", typedEmail))
                .submit(Map.of("username", agencyEmail, "password", SignInIT.PASSWORD));
    }

    Visitor get(String url) {
        return walk(URI.create(url), null);
    }

    /** Sends the first form of the page with these values. */
    Visitor submit(Map<String, String> values) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new AssertionError("No form on the page \"" + heading() + "\"");
        }
        return walk(URI.create(unescape(form.group(1))), values);
    }

    boolean arrived() {
        return address.toString().startsWith(callback() + "?code=")
                || address.toString().startsWith(callback() + "?state=");
    }

    /** Redeems the code that the walk ended with. */
    Tokens tokens() {
        if (!arrived()) {
            throw new AssertionError("Not signed in, but at \"" + heading() + "\": " + address);
        }
        Map<String, String> query = Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return Tokens.request(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                query.getOrDefault("code", ""),
                "redirect_uri",
                callback(),
                "client_id",
                "portal",
                "client_secret",
                PortalServices.clientSecret("client"),
                "code_verifier",
                VERIFIER));
    }

    String heading() {
        Matcher heading = HEADING.matcher(page);
        return heading.find() ? heading.group(1).replaceAll("<[^>]*>", "").strip() : "";
    }

    String page() {
        return page;
    }

    @Override
    public void close() {
        http.close();
    }

    private Visitor walk(URI start, @Nullable Map<String, String> values) {
        URI next = start;
        Map<String, String> body = values;
        for (int hop = 0; hop < 20; hop++) {
            address = next;
            if (next.toString().startsWith(PortalServices.portalUrl())) {
                page = "";
                return this;
            }
            HttpResponse<String> answer = send(next, body);
            body = null;
            var location = answer.headers().firstValue("Location");
            if (location.isPresent()) {
                next = next.resolve(location.get());
                continue;
            }
            page = answer.body();
            Matcher hidden = HIDDEN.matcher(page);
            Matcher form = FORM.matcher(page);
            if (!page.contains("data-sends-itself") || !form.find()) {
                return this;
            }
            next = URI.create(unescape(form.group(1)));
            body = new LinkedHashMap<>();
            while (hidden.find()) {
                String value = unescape(hidden.group(2));
                body.put(hidden.group(1), hidden.group(1).equals("SAMLResponse") ? onTheWay.apply(value) : value);
            }
        }
        throw new AssertionError("Sent round in a circle, last to " + address);
    }

    private HttpResponse<String> send(URI uri, @Nullable Map<String, String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        String cookies = cookiesByPath.entrySet().stream()
                .filter(path -> uri.getPath().startsWith(path.getKey()))
                .flatMap(path -> path.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(body)));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";\\s*");
        String[] pair = parts[0].split("=", 2);
        String path = Arrays.stream(parts)
                .filter(part -> part.toLowerCase(Locale.ROOT).startsWith("path="))
                .map(part -> part.substring("path=".length()))
                .findFirst()
                .orElse("/");
        cookiesByPath.computeIfAbsent(path, p -> new TreeMap<>()).put(pair[0], pair[1]);
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String realm() {
        return PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM;
    }

    private static String callback() {
        return PortalServices.portalUrl() + "/login/oauth2/code/keycloak";
    }

    private static String unescape(String html) {
        return html.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    }
}
