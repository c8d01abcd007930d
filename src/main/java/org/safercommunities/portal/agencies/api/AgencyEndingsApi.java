package org.safercommunities.portal.agencies.api;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencyEndings;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What two administrators do to end an agency, or to make it part of another: one asks, another agrees. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Agencies")
class AgencyEndingsApi {

    private final AgencyEndings endings;
    private final CurrentReader reader;

    AgencyEndingsApi(AgencyEndings endings, CurrentReader reader) {
        this.endings = endings;
        this.reader = reader;
    }

    record Found(List<Waiting> items, int total) {}

    /** @param into the agency that it becomes part of; left out when it ends */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            UUID id,
            String agency,
            @Nullable String into,
            String reason,
            UUID askedBy,
            String askedByName,
            Instant askedAt,
            Instant until) {

        static Waiting of(AgencyEndings.Ending ending) {
            return new Waiting(
                    ending.id(),
                    ending.agency(),
                    ending.into(),
                    ending.reason(),
                    ending.askedBy(),
                    ending.askedByName(),
                    ending.askedAt(),
                    ending.until());
        }
    }

    record Wish(@Nullable String into, @Nullable String reason) {}

    record Refusal(@Nullable String reason) {}

    @Operation(summary = "Agencies that somebody has asked to end or to merge, the oldest first (administrators)")
    @GetMapping("/agency-endings")
    Found list() {
        List<Waiting> items =
                endings.allWaiting(reader.get()).stream().map(Waiting::of).toList();
        return new Found(items, items.size());
    }

    @Operation(
            summary =
                    "Ask a second administrator to end this agency, or with into to make it part of another (administrators): {\"into\","
                            + " \"reason\"}. Nothing changes until another one agrees, who is another person.")
    @PostMapping(path = "/agencies/{slug}/endings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Waiting ask(@PathVariable String slug, @RequestBody String body) {
        Reader by = reader.get();
        NotAllowed.unlessAdministrator(by);
        Wish said = StrictJson.read(body, Wish.class, InvalidEntry::new);
        return Waiting.of(endings.ask(slug, said.into(), requireNonNullElse(said.reason(), ""), by));
    }

    @Operation(
            summary =
                    "Agree, and have it done at once (administrators other than who asked). Send the id that you have read.")
    @PostMapping("/agencies/{slug}/endings/{id}/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agree(@PathVariable String slug, @PathVariable UUID id) {
        endings.agree(slug, id, reader.get());
    }

    @Operation(summary = "Decline it: {\"reason\"}. The agency stays as it is (administrators)")
    @PostMapping(path = "/agencies/{slug}/endings/{id}/refusal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable String slug, @PathVariable UUID id, @RequestBody String body) {
        Reader by = reader.get();
        NotAllowed.unlessAdministrator(by);
        Refusal said = StrictJson.read(body, Refusal.class, InvalidEntry::new);
        endings.decline(slug, id, requireNonNullElse(said.reason(), ""), by);
    }

    @Operation(summary = "Take back what you asked for yourself (the administrator who asked)")
    @DeleteMapping("/agencies/{slug}/endings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String slug, @PathVariable UUID id) {
        endings.takeBack(slug, id, reader.get());
    }
}
