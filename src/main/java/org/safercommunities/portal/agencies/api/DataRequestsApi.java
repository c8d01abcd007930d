package org.safercommunities.portal.agencies.api;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.PersonHolds;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** “This is wrong” and “Erase me”: asked by anybody of their own data, answered by administrators, who can also have data held. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Privacy")
class DataRequestsApi {

    private final DataRequests requests;
    private final PersonHolds holds;
    private final CurrentReader reader;

    DataRequestsApi(DataRequests requests, PersonHolds holds, CurrentReader reader) {
        this.requests = requests;
        this.holds = holds;
        this.reader = reader;
    }

    record Found(List<DataRequest> items, int total) {}

    /** @param kind {@code correction} or {@code erasure} */
    record Wish(@Nullable String kind, @Nullable String words) {}

    /** @param done whether it was done; otherwise it is declined */
    record Answer(boolean done, @Nullable String answer) {}

    /** @param until its last day; left out: until it is lifted */
    record Hold(@Nullable String reason, @Nullable LocalDate until) {}

    @Operation(summary = "What I have asked about my data, the newest first")
    @GetMapping("/me/data-requests")
    Found mine() {
        List<DataRequest> items = requests.mine(reader.get());
        return new Found(items, items.size());
    }

    @Operation(summary = "Ask for my data to be put right, or to be erased")
    @PostMapping(path = "/me/data-requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> ask(@RequestBody String body) {
        Wish wish = StrictJson.read(body, Wish.class, InvalidEntry::new);
        return Map.of("id", requests.ask(kind(wish.kind()), requireNonNullElse(wish.words(), ""), reader.get()));
    }

    private static DataRequest.Kind kind(@Nullable String word) {
        try {
            return DataRequest.Kind.valueOf(requireNonNullElse(word, "").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidEntry("kind", "Say “correction” or “erasure”");
        }
    }

    @Operation(summary = "What people have asked about their data and nobody has answered (administrators)")
    @GetMapping("/data-requests")
    Found open() {
        List<DataRequest> items = requests.open(reader.get());
        return new Found(items, items.size());
    }

    @Operation(summary = "Answer it: what was done, or why not; the person gets it by mail (administrators)")
    @PostMapping(path = "/data-requests/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID id, @RequestBody String body) {
        Reader by = reader.get();
        NotAllowed.unlessAdministrator(by);
        Answer said = StrictJson.read(body, Answer.class, InvalidEntry::new);
        requests.answer(id, said.done(), requireNonNullElse(said.answer(), ""), by);
    }

    @Operation(
            summary =
                    "Hold somebody’s data, so that their account and what belongs to it is not erased (administrators)")
    @PutMapping(path = "/people/{id}/hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(@PathVariable UUID id, @RequestBody String body) {
        Reader by = reader.get();
        NotAllowed.unlessAdministrator(by);
        Hold hold = StrictJson.read(body, Hold.class, InvalidEntry::new);
        holds.hold(id, new PersonHolds.Hold(requireNonNullElse(hold.reason(), ""), hold.until()), by);
    }

    @Operation(summary = "No longer hold somebody’s data (administrators)")
    @DeleteMapping("/people/{id}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id) {
        holds.lift(id, reader.get());
    }
}
