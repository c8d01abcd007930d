package org.safercommunities.portal.library.packs.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Audiences;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackDownloads;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.library.packs.PackState;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.library.packs.UnknownPack;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/collections")
@Tag(name = "Packs")
class CollectionsApi {

    static final int MOST = 200;

    private final Packs packs;
    private final PackMembers members;
    private final PackDesk desk;
    private final PackDownloads downloads;
    private final Audiences audiences;
    private final PersonList people;
    private final CurrentReader currentReader;

    CollectionsApi(
            Packs packs,
            PackMembers members,
            PackDesk desk,
            PackDownloads downloads,
            Audiences audiences,
            PersonList people,
            CurrentReader currentReader) {
        this.packs = packs;
        this.members = members;
        this.desk = desk;
        this.downloads = downloads;
        this.audiences = audiences;
        this.people = people;
        this.currentReader = currentReader;
    }

    record Found(List<PackJson> items, long total) {}

    @Operation(
            summary = "The published packs that you may see, newest first; for editors those that are not, when asked")
    @GetMapping
    Found all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "true") boolean published) {
        unlessPage(page, size);
        Reader reader = currentReader.get();
        return new Found(
                packs.all(published, page * size, size, reader).stream()
                        .map(PackJson::of)
                        .toList(),
                packs.count(published, reader));
    }

    @Operation(summary = "One pack, with the first 200 of its members that you may see; its zip is at zip")
    @GetMapping("/{id}")
    PackJson one(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        return json(packs.find(id, reader).orElseThrow(() -> new UnknownPack(id)), reader);
    }

    @Operation(
            summary = "The whole pack as one zip, written as it is read",
            description =
                    "Holds what you may see, with a list of contents. Its length is not known beforehand: look at size.")
    @GetMapping("/{id}.zip")
    void zip(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.answer(id, "zip", currentReader.get(), request, response);
    }

    @Operation(
            summary = "Begin a pack (editors). Left out: audience is everyone; it is a draft until state is PUBLISHED.")
    @PostMapping
    ResponseEntity<PackJson> add(@RequestBody String body) {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors make packs");
        }
        PackWishes.Pack said = read(body);
        UUID id = desk.draft(
                new PackDescription(
                        Objects.requireNonNullElse(said.title(), ""),
                        Objects.requireNonNullElse(said.description(), ""),
                        said.audience() == null ? Audience.ofEveryone() : audience(said.audience())),
                reader);
        PackDetails draft = packs.find(id, reader).orElseThrow(() -> new UnknownPack(id));
        become(id, said.state(), reader);
        return ResponseEntity.created(URI.create("/api/v1/collections/" + id))
                .body(json(packs.find(id, reader).orElse(draft), reader));
    }

    @Operation(summary = "Change what is said of a pack, who may see it, or its state (editors)")
    @PatchMapping("/{id}")
    PackJson change(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        PackDetails before = changeable(id, reader);
        PackWishes.Pack said = read(body);
        PackDescription now = before.description();
        if (said.title() != null || said.description() != null || said.audience() != null) {
            desk.describe(
                    id,
                    new PackDescription(
                            Objects.requireNonNullElse(said.title(), now.title()),
                            Objects.requireNonNullElse(said.description(), now.description()),
                            said.audience() == null ? now.audience() : audience(said.audience())),
                    reader);
        }
        become(id, said.state(), reader);
        return json(packs.find(id, reader).orElse(before), reader);
    }

    @Operation(
            summary =
                    "Take a pack down (editors). Its documents stay in the library; PATCH state PUBLISHED brings it back.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeDown(@PathVariable UUID id) {
        desk.takeDown(id, currentReader.get());
    }

    private void become(UUID id, @Nullable PackState state, Reader reader) {
        switch (state) {
            case PUBLISHED -> desk.publish(id, reader);
            case TAKEN_DOWN -> desk.takeDown(id, reader);
            case DRAFT -> {
                if (packs.find(id, reader)
                        .filter(pack -> pack.state() == PackState.DRAFT)
                        .isEmpty()) {
                    throw new InvalidPack("state", "What was published is taken down, and is no draft any more");
                }
            }
            case null -> {}
        }
    }

    /** Before anything said is looked up: what is wrong with it would tell others who is here. */
    private PackDetails changeable(UUID id, Reader reader) {
        PackDetails pack = packs.find(id, reader).orElseThrow(() -> new UnknownPack(id));
        if (!pack.mayChange()) {
            throw new AccessDeniedException("Only editors whom the pack is for change it");
        }
        return pack;
    }

    private PackJson json(PackDetails pack, Reader reader) {
        Audience audience = pack.description().audience();
        PackJson.Access access = !pack.mayChange()
                ? null
                : new PackJson.Access(
                        audience.everyone(),
                        audience.agencies().stream().sorted().toList(),
                        audience.groups().stream().sorted().toList(),
                        audience.people().stream()
                                .flatMap(person -> people.find(person).stream())
                                .map(person -> String.valueOf(person.email()))
                                .sorted()
                                .toList());
        return PackJson.of(
                pack,
                access,
                members.of(pack.id(), 0, MOST, reader).stream()
                        .map(PackMemberJson::of)
                        .toList());
    }

    private Audience audience(Audiences.Written said) {
        try {
            return audiences.of(said);
        } catch (InvalidEntry invalid) {
            throw new InvalidPack(invalid.field(), invalid.getMessage());
        }
    }

    private static PackWishes.Pack read(String body) {
        return StrictJson.read(body, PackWishes.Pack.class, InvalidPack::new);
    }

    static void unlessPage(int page, int size) {
        if (page < 0 || size < 1 || size > MOST || (long) page * size > Integer.MAX_VALUE) {
            throw new InvalidPack("size", "Pages count from 0; a page has 1 to %d things".formatted(MOST));
        }
    }
}
