package org.safercommunities.portal.agencies.api;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Created;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups across agencies and the places in them, for administrators; editors see which there are, to share things with them. */
@RestController
@RequestMapping("/api/v1/groups")
@Tag(name = "Groups")
class GroupsApi {

    private final Groups groups;
    private final GroupJsons jsons;
    private final PlaceSaid.People people;
    private final CurrentReader reader;

    GroupsApi(Groups groups, GroupJsons jsons, PlaceSaid.People people, CurrentReader reader) {
        this.groups = groups;
        this.jsons = jsons;
        this.people = people;
        this.reader = reader;
    }

    record Found(List<GroupJsons.Listed> items, int total) {}

    /** @param active false ends the group, true opens it again */
    record Wish(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String description,
            @Nullable Boolean active) {}

    @Operation(summary = "Every group there is or was (editors, administrators)")
    @GetMapping
    Found list() {
        Reader by = reader.get();
        if (!by.is(Role.EDITOR) && !by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only editors and administrators see every group");
        }
        List<GroupJsons.Listed> items =
                groups.all().stream().map(GroupJsons.Listed::of).toList();
        return new Found(items, items.size());
    }

    @Operation(
            summary =
                    "One group and everybody’s place in it, those to come and those that are over too (administrators)")
    @GetMapping("/{slug}")
    GroupJsons.Full one(@PathVariable String slug) {
        Reader by = reader.get();
        return jsons.of(existing(slug, by), by);
    }

    @Operation(
            summary =
                    "Set up a group (administrators): {\"kind\", \"name\", \"description\"}. kind is board, working-group,"
                            + " review-steering-group or task-group.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<GroupJsons.Full> add(@RequestBody String body) {
        Reader by = reader.get();
        NotAllowed.unlessAdministrator(by);
        Wish said = StrictJson.read(body, Wish.class, InvalidEntry::new);
        if (said.active() != null) {
            throw new InvalidEntry("active", "Leave this out: a new group is active");
        }
        GroupSummary made = groups.create(
                kind(said.kind()), requireNonNullElse(said.name(), ""), requireNonNullElse(said.description(), ""), by);
        return Created.below(made.slug()).body(jsons.of(made, by));
    }

    @Operation(
            summary =
                    "Change a group (administrators): kind, name, description; active false ends it, so that nobody joins and nothing"
                            + " new is shared with it.")
    @PatchMapping(path = "/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
    GroupJsons.Full change(@PathVariable String slug, @RequestBody String body) {
        Reader by = reader.get();
        GroupSummary before = existing(slug, by);
        Wish said = StrictJson.read(body, Wish.class, InvalidEntry::new);
        if (said.kind() != null || said.name() != null || said.description() != null) {
            groups.describe(
                    slug,
                    said.kind() == null ? before.kind() : kind(said.kind()),
                    Objects.requireNonNullElse(said.name(), before.name()),
                    Objects.requireNonNullElse(said.description(), before.description()),
                    by);
        }
        if (said.active() != null && said.active() != before.active()) {
            if (said.active()) {
                groups.reopen(slug, by);
            } else {
                groups.end(slug, by);
            }
        }
        return jsons.of(existing(slug, by), by);
    }

    @Operation(
            summary =
                    "Give somebody a place in a group, or another one than they have (administrators): {\"capacity\": \"member\","
                            + " \"from\", \"until\"}; all may be left out. capacity is chair, member or substitute, which takes"
                            + " \"substituteFor\". People are named by id or work email address.")
    @PutMapping(path = "/{slug}/members/{person}", consumes = MediaType.APPLICATION_JSON_VALUE)
    GroupJsons.Place put(@PathVariable String slug, @PathVariable String person, @RequestBody String body) {
        Reader by = reader.get();
        existing(slug, by);
        UUID whose = people.known("person", person, by);
        groups.put(
                slug, StrictJson.read(body, PlaceSaid.class, InvalidEntry::new).of(whose, people, by), by);
        return jsons.place(slug, whose, by).orElseThrow(UnknownGroup::new);
    }

    @Operation(summary = "Take somebody out of a group, and with them those who stand in for them (administrators)")
    @DeleteMapping("/{slug}/members/{person}")
    ResponseEntity<Void> remove(@PathVariable String slug, @PathVariable String person) {
        Reader by = reader.get();
        existing(slug, by);
        groups.remove(slug, people.known("person", person, by), by);
        return ResponseEntity.noContent().build();
    }

    private GroupSummary existing(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return groups.find(slug).orElseThrow(UnknownGroup::new);
    }

    private static GroupKind kind(@Nullable String said) {
        try {
            return GroupKind.valueOf(
                    requireNonNullElse(said, "").toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidEntry("kind", "Use board, working-group, review-steering-group or task-group");
        }
    }
}
