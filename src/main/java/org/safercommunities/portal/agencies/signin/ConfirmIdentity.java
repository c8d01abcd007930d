package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends somebody who is signed in to Keycloak for the second factor, and back to where they were. */
@RestController
class ConfirmIdentity {

    /** In the request that begins the sign-in. Whoever writes it into an address by hand is asked for more, never for less. */
    static final String ASKED = "confirm";

    /** Where Spring Security looks for the page to go on to after a sign-in. */
    static final String GO_ON = "SPRING_SECURITY_SAVED_REQUEST";

    /** A page of the portal: no other host, however it is written. */
    private static final Pattern PAGE = Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9_./=&?%+-]*)?");

    /** @param to the page to come back to, from the first slash on; home when it is none of the portal's */
    @GetMapping("/confirm")
    ResponseEntity<Void> confirm(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        String page = PAGE.matcher(to).matches() ? to : "/";
        request.getSession().setAttribute(GO_ON, new SimpleSavedRequest(request.getContextPath() + page));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + "/oauth2/authorization/" + KeycloakClient.REGISTRATION
                        + "?" + ASKED))
                .build();
    }
}
