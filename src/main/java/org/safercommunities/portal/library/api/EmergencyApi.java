package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
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

/** Documents that administrators open in an emergency. */
@RestController
@RequestMapping("/api/v1/emergency-access")
@Tag(name = "Emergency access")
class EmergencyApi {

    private final EmergencyAccess emergencies;
    private final CurrentReader currentReader;
    private final Clock clock;

    EmergencyApi(EmergencyAccess emergencies, CurrentReader currentReader, Clock clock) {
        this.emergencies = emergencies;
        this.currentReader = currentReader;
        this.clock = clock;
    }

    record Wish(
            @Nullable UUID document,
            @Nullable String reason,
            @Nullable Integer minutes) {}

    record Found(List<Shown> items, int total) {}

    /** @param open whether it lasts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            UUID document,
            UUID person,
            String name,
            String reason,
            Instant openedAt,
            Instant until,
            @Nullable Instant endedAt,
            boolean open,
            @Nullable Boolean right,
            @Nullable String review) {

        static Shown of(Emergency emergency, Instant now) {
            return new Shown(
                    emergency.id(),
                    emergency.document(),
                    emergency.person(),
                    emergency.name(),
                    emergency.reason(),
                    emergency.openedAt(),
                    emergency.until(),
                    emergency.endedAt(),
                    emergency.lasts(now),
                    emergency.right(),
                    emergency.review());
        }
    }

    record Review(@Nullable Boolean right, @Nullable String words) {}

    @Operation(summary = "What was opened in emergencies, what nobody has looked at first (administrators)")
    @GetMapping
    Found list() {
        List<Shown> items = emergencies.all(currentReader.get()).stream()
                .map(each -> Shown.of(each, clock.instant()))
                .toList();
        return new Found(items, items.size());
    }

    @Operation(
            summary =
                    "Open one document that is not for you, in an emergency, to read it (administrators): {\"document\", \"reason\","
                            + " \"minutes\": 60}. Others are told at once, and look at it afterwards.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Shown open(@RequestBody String body) {
        Reader by = currentReader.get();
        NotAllowed.unlessAdministrator(by);
        Wish said = StrictJson.read(body, Wish.class, InvalidDocument::new);
        if (said.document() == null) {
            throw new InvalidDocument("document", "Send the id of the document");
        }
        int minutes = said.minutes() == null ? (int) EmergencyAccess.USUAL.toMinutes() : said.minutes();
        return Shown.of(
                emergencies.open(
                        said.document(), said.reason() == null ? "" : said.reason(), Duration.ofMinutes(minutes), by),
                clock.instant());
    }

    @Operation(summary = "End one before its time (administrators)")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        emergencies.end(id, currentReader.get());
    }

    @Operation(
            summary =
                    "Say of one that is over whether it was right (another administrator): {\"right\": true, \"words\"}")
    @PostMapping(path = "/{id}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable UUID id, @RequestBody String body) {
        Reader by = currentReader.get();
        NotAllowed.unlessAdministrator(by);
        Review said = StrictJson.read(body, Review.class, InvalidDocument::new);
        if (said.right() == null) {
            throw new InvalidDocument("right", "Say true or false");
        }
        emergencies.review(id, said.right(), said.words() == null ? "" : said.words(), by);
    }
}
