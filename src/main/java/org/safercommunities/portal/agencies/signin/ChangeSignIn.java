package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.agencies.OwnSignIn;
import org.safercommunities.portal.agencies.OwnSignIn.Change;
import org.safercommunities.portal.agencies.OwnSignIn.Factor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends somebody to Keycloak to change how they sign in, and back to their account. Keycloak asks them first who they are, by a code if
 * they have an app for it: the address alone changes nothing.
 */
@RestController
class ChangeSignIn {

    /** In the request that begins the sign-in; what is asked for is in the session. */
    static final String ASKED = "change";

    private static final String ACTION = "kc_action";
    private static final String ACCOUNT = "/account";

    private final OwnSignIn own;

    ChangeSignIn(OwnSignIn own) {
        this.own = own;
    }

    /** @param what as {@link Change#word()} has it; anything else leads back to the account */
    @GetMapping("/account/change")
    ResponseEntity<Void> change(@RequestParam(defaultValue = "") String what, HttpServletRequest request) {
        return Arrays.stream(Change.values())
                .filter(one -> one.word().equals(what))
                .findFirst()
                .filter(one -> begin(one, own.ways(), request))
                .map(begun -> to(request, "/oauth2/authorization/" + KeycloakClient.REGISTRATION + "?" + ASKED))
                .orElseGet(() -> to(request, ACCOUNT));
    }

    /** Returns whether there is anything to do. */
    private static boolean begin(Change change, OwnSignIn.Ways ways, HttpServletRequest request) {
        List<String> factors = ways.factors().stream().map(Factor::id).toList();
        Map<String, String> parameters = new HashMap<>();
        switch (change) {
            case PASSWORD -> parameters.put(ACTION, "UPDATE_PASSWORD");
            case SECOND_FACTOR -> parameters.put(ACTION, "CONFIGURE_TOTP");
            case NO_SECOND_FACTOR ->
                parameters.put(ACTION, "delete_credential:" + (factors.isEmpty() ? "" : factors.getFirst()));
            case NOTHING -> {
                if (factors.isEmpty()) {
                    parameters.put("prompt", "login");
                }
            }
        }
        if (!factors.isEmpty()) {
            parameters.put("acr_values", Proof.SECOND_FACTOR);
        }
        boolean impossible = change == Change.PASSWORD && ways.passwordSince() == null
                || change == Change.NO_SECOND_FACTOR && factors.isEmpty();
        if (!impossible) {
            new ChangeAsked(
                            change,
                            parameters,
                            change == Change.PASSWORD || change == Change.NOTHING ? List.of() : factors)
                    .keepIn(request.getSession());
            request.getSession()
                    .setAttribute(ConfirmIdentity.GO_ON, new SimpleSavedRequest(request.getContextPath() + ACCOUNT));
        }
        return !impossible;
    }

    private static ResponseEntity<Void> to(HttpServletRequest request, String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + page))
                .build();
    }
}
