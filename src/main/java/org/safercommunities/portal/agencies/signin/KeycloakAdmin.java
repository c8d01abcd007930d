package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Keycloak's admin API, as far as the portal's service account {@code portal-admin} may use it. */
@Component
class KeycloakAdmin {

    private static final Duration INVITATION = Duration.ofDays(7);
    private static final ParameterizedTypeReference<List<Account>> ACCOUNTS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Object>> LIST = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Session>> SESSIONS = new ParameterizedTypeReference<>() {};

    private final KeycloakProperties settings;
    private final RestClient http;
    private final ServiceToken token;
    private final Clock clock;

    KeycloakAdmin(KeycloakProperties settings, Clock clock) {
        this.settings = settings;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
        requests.setReadTimeout(Duration.ofSeconds(15));
        this.http = RestClient.builder().requestFactory(requests).build();
        this.token = new ServiceToken(settings, http, clock);
        this.clock = clock;
    }

    record Account(String id, String email, boolean enabled, boolean emailVerified) {}

    /** The account with exactly this address. */
    Optional<Account> find(String email) {
        List<Account> found = ask(token -> http.get()
                .uri(settings.admin() + "/users?exact=true&email={email}", email)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(ACCOUNTS));
        return found.stream()
                .filter(account -> account.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /** The account with this id, as long as it is there. */
    Optional<Account> get(String id) {
        try {
            return Optional.of(ask(token -> http.get()
                    .uri(settings.admin() + "/users/{id}", id)
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .body(Account.class)));
        } catch (HttpClientErrorException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** Returns the new account's id; empty when there is one with this address or user name already. */
    Optional<String> create(String email, String firstName, String lastName) {
        Map<String, Object> account = Map.of(
                "username", email,
                "email", email,
                "firstName", firstName,
                "lastName", lastName,
                "enabled", true,
                "emailVerified", false,
                "requiredActions", List.of("UPDATE_PASSWORD"));
        try {
            ResponseEntity<Void> made = ask(token -> http.post()
                    .uri(URI.create(settings.admin() + "/users"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(token))
                    .body(account)
                    .retrieve()
                    .toBodilessEntity());
            String path =
                    Objects.requireNonNull(made.getHeaders().getLocation()).getPath();
            return Optional.of(path.substring(path.lastIndexOf('/') + 1));
        } catch (HttpClientErrorException.Conflict taken) {
            return Optional.empty();
        } catch (HttpClientErrorException.BadRequest refused) {
            throw new InvalidEntry(
                    refused.getResponseBodyAsString().contains("ame") ? "name" : "email",
                    "The sign-in service does not take this name or address. Check both for unusual characters");
        }
    }

    /** Whether the account belongs to somebody who comes through their agency's own provider. */
    boolean isFederated(String id) {
        return federations(id) > 0;
    }

    private int federations(String id) {
        return ask(token -> http.get()
                        .uri(settings.admin() + "/users/{id}/federated-identity", id)
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .body(LIST))
                .size();
    }

    /** Whether there is a password, a passkey or anything else to sign in with. */
    boolean hasCredentials(String id) {
        return !ask(token -> http.get()
                        .uri(settings.admin() + "/users/{id}/credentials", id)
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .body(LIST))
                .isEmpty();
    }

    /** The account that somebody's trial of their agency's provider has left: there is no other way to sign in with it. */
    void deleteIfOnlyTried(String id) {
        if (get(id).isEmpty() || federations(id) != 1 || hasCredentials(id)) {
            return;
        }
        delete(id);
    }

    /** Deletes an account with its links, sessions and memberships. Returns whether it was there. */
    boolean delete(String id) {
        try {
            ask(token -> http.delete()
                    .uri(settings.admin() + "/users/{id}", id)
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .toBodilessEntity());
            return true;
        } catch (HttpClientErrorException.NotFound gone) {
            return false;
        }
    }

    RestClient http() {
        return http;
    }

    void sendInvitation(String id) {
        try {
            ask(token -> http.put()
                    .uri(
                            settings.admin() + "/users/{id}/execute-actions-email?client_id=portal&lifespan={seconds}",
                            id,
                            INVITATION.toSeconds())
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(token))
                    .body(List.of("UPDATE_PASSWORD"))
                    .retrieve()
                    .toBodilessEntity());
        } catch (HttpClientErrorException.NotFound gone) {
            // Without the account there is nobody to invite
        }
    }

    void endSessions(String id) {
        try {
            ask(token -> http.post()
                    .uri(settings.admin() + "/users/{id}/logout", id)
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .toBodilessEntity());
        } catch (HttpClientErrorException.NotFound gone) {
            // Without the account there are no sessions
        }
    }

    /**
     * Ends all sessions once more when one is there that began so long ago. A token that is renewed at the very moment in which
     * sessions end brings its session back, with tokens newer than that end.
     *
     * @return whether there was one
     */
    boolean endSessionsOlderThan(Duration age, String id) {
        long before = clock.instant().minus(age).toEpochMilli();
        boolean left;
        try {
            left = ask(token -> http.get()
                            .uri(settings.admin() + "/users/{id}/sessions", id)
                            .headers(headers -> headers.setBearerAuth(token))
                            .retrieve()
                            .body(SESSIONS))
                    .stream()
                    .anyMatch(session -> session.start() < before);
        } catch (HttpClientErrorException.NotFound gone) {
            return false;
        }
        if (left) {
            endSessions(id);
        }
        return left;
    }

    /** @param start milliseconds since 1970, by Keycloak's clock */
    private record Session(long start) {}

    /** Asks with a token; once more with a new one when Keycloak no longer knows it. */
    <T> T ask(Function<String, @Nullable T> call) {
        try {
            try {
                return Objects.requireNonNull(call.apply(token.value()));
            } catch (HttpClientErrorException.Unauthorized stale) {
                token.forget();
                return Objects.requireNonNull(call.apply(token.value()));
            }
        } catch (HttpClientErrorException.Conflict
                | HttpClientErrorException.NotFound
                | HttpClientErrorException.BadRequest answer) {
            throw answer;
        } catch (RestClientException e) {
            throw new AccountsUnavailable(e);
        }
    }
}
