package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.following.FollowedThing;
import org.safercommunities.portal.library.following.Following;
import org.safercommunities.portal.library.following.InvalidFollowing;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller follows. */
@RestController
@RequestMapping("/api/v1/following")
@Tag(name = "Following")
class FollowingApi {

    private final Following following;
    private final CurrentReader currentReader;

    FollowingApi(Following following, CurrentReader currentReader) {
        this.following = following;
        this.currentReader = currentReader;
    }

    record Found(List<Item> items, int total) {}

    /** @param type topic, document or collection */
    record Item(String type, String id, String name, String path, OffsetDateTime since) {

        static Item of(Following.Line line) {
            return new Item(
                    line.thing().type(),
                    line.thing().id(),
                    line.name(),
                    line.path(),
                    line.since().atZone(Dates.KENT).toOffsetDateTime());
        }
    }

    record Wish(@Nullable String type, @Nullable String id) {}

    @Operation(summary = "The topics, collections and documents you follow, as far as you may see them")
    @GetMapping
    Found list() {
        List<Item> items =
                following.all(currentReader.get()).stream().map(Item::of).toList();
        return new Found(items, items.size());
    }

    @Operation(
            summary =
                    "Follow something: {\"type\": \"topic\", \"id\": \"road-safety\"}, or type document or collection with its"
                            + " id. Nothing happens when you follow it already.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@RequestBody String body) {
        Wish said = StrictJson.read(body, Wish.class, InvalidFollowing::new);
        following.follow(
                new FollowedThing(
                        Objects.requireNonNullElse(said.type(), ""), Objects.requireNonNullElse(said.id(), "")),
                currentReader.get());
    }

    @Operation(summary = "End following it. Nothing happens when you do not follow it.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "") String id) {
        following.unfollow(new FollowedThing(type, id), currentReader.get());
    }
}
