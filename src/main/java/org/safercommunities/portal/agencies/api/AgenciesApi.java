package org.safercommunities.portal.agencies.api;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.providers.AgencyContact;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.shared.Created;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agencies and how their people sign in, for administrators. A client secret goes in and never comes out. */
@RestController
@RequestMapping("/api/v1/agencies")
@Tag(name = "Agencies")
class AgenciesApi {

    private final Agencies agencies;
    private final AgencyOnboarding onboarding;
    private final AgencyJsons jsons;
    private final CurrentReader reader;

    AgenciesApi(Agencies agencies, AgencyOnboarding onboarding, AgencyJsons jsons, CurrentReader reader) {
        this.agencies = agencies;
        this.onboarding = onboarding;
        this.jsons = jsons;
        this.reader = reader;
    }

    record Found(List<AgencyJsons.Listed> items, int total) {}

    /** @param signIn how its people are to sign in; left out: portal accounts */
    record Wish(
            @Nullable String name,
            @Nullable List<String> domains,
            @Nullable Contact contact,
            @Nullable SignInSaid signIn) {}

    record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {

        AgencyContact checked() {
            return new AgencyContact(
                    requireNonNullElse(name, ""), requireNonNullElse(email, ""), requireNonNullElse(phone, ""));
        }
    }

    @Operation(summary = "Every agency there is or was (administrators)")
    @GetMapping
    Found list() {
        NotAllowed.unlessAdministrator(reader.get());
        List<AgencyJsons.Listed> items =
                agencies.all().stream().map(AgencyJsons.Listed::of).toList();
        return new Found(items, items.size());
    }

    @Operation(summary = "One agency: contact, how its people sign in and how far that has come (administrators)")
    @GetMapping("/{slug}")
    AgencyJsons.Full one(@PathVariable String slug) {
        Reader by = reader.get();
        return jsons.of(existing(slug, by), by);
    }

    @Operation(
            summary =
                    "Add an agency (administrators): {\"name\", \"domains\", \"contact\": {\"name\", \"email\"}, \"signIn\": {\"kind\":"
                            + " \"oidc\", \"address\", \"clientId\", \"clientSecret\"}}. kind is oidc, saml (address or metadata) or"
                            + " portal. A provider has to be tried, on the agency’s page, before its people are let in by it.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AgencyJsons.Full> add(@RequestBody String body) {
        Reader by = reader.get();
        NotAllowed.unlessAdministrator(by);
        Wish said = StrictJson.read(body, Wish.class, InvalidEntry::new);
        SignInSaid signIn = said.signIn();
        AgencySummary made = onboarding.add(
                new AgencyDescription(requireNonNullElse(said.name(), ""), null, domains(said.domains())),
                said.contact() == null
                        ? new Contact(null, null, null).checked()
                        : said.contact().checked(),
                signIn == null ? SignInSaid.portal() : signIn.wish(),
                by);
        return Created.below(made.slug()).body(jsons.of(made, by));
    }

    @Operation(
            summary =
                    "Change an agency (administrators): name, domains, contact; signIn prepares another way to sign in, which is"
                            + " tried before it takes the place of the present one.")
    @PatchMapping(path = "/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
    AgencyJsons.Full change(@PathVariable String slug, @RequestBody String body) {
        Reader by = reader.get();
        AgencySummary before = existing(slug, by);
        Wish said = StrictJson.read(body, Wish.class, InvalidEntry::new);
        if (said.name() != null || said.domains() != null || said.contact() != null) {
            onboarding.change(
                    slug,
                    Objects.requireNonNullElse(said.name(), before.name()),
                    said.domains() == null ? before.domains() : domains(said.domains()),
                    said.contact() == null
                            ? onboarding
                                    .contact(slug, by)
                                    .orElseThrow(() -> new InvalidEntry("contact", "Say who answers for the agency"))
                            : said.contact().checked(),
                    by);
        }
        SignInSaid signIn = said.signIn();
        if (signIn != null) {
            onboarding.prepare(slug, signIn.wish(), by);
        }
        return jsons.of(existing(slug, by), by);
    }

    private AgencySummary existing(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return agencies.find(slug).orElseThrow(UnknownAgency::new);
    }

    private static Set<String> domains(@Nullable List<String> said) {
        return said == null ? Set.of() : Set.copyOf(said);
    }
}
