package org.safercommunities.portal.agencies.api;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.LostFactors;
import org.safercommunities.portal.agencies.LostFactors.Checked;
import org.safercommunities.portal.agencies.OwnSignIn;
import org.safercommunities.portal.agencies.OwnSignIn.Factor;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How I sign in, and what is done for somebody who has lost their second factor. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sign-in")
class SignInApi {

    private final OwnSignIn own;
    private final LostFactors lost;
    private final CurrentReader reader;

    SignInApi(OwnSignIn own, LostFactors lost, CurrentReader reader) {
        this.own = own;
        this.lost = lost;
        this.reader = reader;
    }

    /** @param passwordSince null for people whose agency has a sign-in of its own */
    record MySignIn(@Nullable Instant passwordSince, List<App> authenticatorApps) {}

    record App(String name, Instant since) {}

    /**
     * @param checked {@code in-person}, {@code called-back} or {@code by-manager}
     * @param reason at most 300 characters
     */
    record Lost(@Nullable String checked, @Nullable String reason) {}

    @Operation(summary = "How I sign in: since when I have my password and my authenticator app")
    @GetMapping("/me/sign-in")
    MySignIn mine() {
        OwnSignIn.Ways ways = own.ways();
        return new MySignIn(
                ways.passwordSince(),
                ways.factors().stream().map(SignInApi::app).toList());
    }

    private static App app(Factor factor) {
        return new App(factor.name(), factor.since());
    }

    @Operation(
            summary =
                    "Take off the second factor of somebody who has lost it (administrators; coordinators for colleagues without roles that they have not)")
    @PostMapping(path = "/people/{id}/lost-second-factor", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lost(@PathVariable UUID id, @RequestBody String body) {
        Reader by = reader.get();
        lost.unlessAllowed(id, by);
        Lost said = StrictJson.read(body, Lost.class, InvalidEntry::new);
        lost.takeOff(id, checked(said.checked()), requireNonNullElse(said.reason(), ""), by);
    }

    private static @Nullable Checked checked(@Nullable String word) {
        return Arrays.stream(Checked.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
