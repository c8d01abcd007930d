package org.safercommunities.portal.library.packs.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.PackCovers;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.library.packs.PackOrder;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.library.packs.UnknownPack;
import org.safercommunities.portal.shared.StrictJson;
import org.safercommunities.portal.storage.NoPreview;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/collections/{id}")
@Tag(name = "Packs")
class CollectionMembersApi {

    private final Packs packs;
    private final PackMembers members;
    private final PackFilling filling;
    private final PackOrder order;
    private final PackCovers covers;
    private final CurrentReader currentReader;

    CollectionMembersApi(
            Packs packs,
            PackMembers members,
            PackFilling filling,
            PackOrder order,
            PackCovers covers,
            CurrentReader currentReader) {
        this.packs = packs;
        this.members = members;
        this.filling = filling;
        this.order = order;
        this.covers = covers;
        this.currentReader = currentReader;
    }

    record Found(List<PackMemberJson> items, long total) {}

    @Operation(summary = "The members of a pack that you may see, in their order")
    @GetMapping("/members")
    Found all(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        CollectionsApi.unlessPage(page, size);
        Reader reader = currentReader.get();
        PackDetails pack = packs.find(id, reader).orElseThrow(() -> new UnknownPack(id));
        return new Found(
                members.of(id, page * size, size, reader).stream()
                        .map(PackMemberJson::of)
                        .toList(),
                pack.contents().members());
    }

    @Operation(summary = "Add a document, an event or a link at the end (editors)")
    @PostMapping("/members")
    ResponseEntity<PackMemberJson> add(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = editor(id);
        UUID member = filling.add(
                id,
                StrictJson.read(body, PackWishes.Member.class, InvalidPack::new).asked(),
                reader);
        return ResponseEntity.created(URI.create("/api/v1/collections/%s/members/%s".formatted(id, member)))
                .body(member(id, member, reader));
    }

    @Operation(summary = "Change what a pack says of a member, or put it before another one (editors)")
    @PatchMapping("/members/{member}")
    PackMemberJson change(@PathVariable UUID id, @PathVariable UUID member, @RequestBody String body) {
        Reader reader = editor(id);
        PackWishes.MemberChange said = StrictJson.read(body, PackWishes.MemberChange.class, InvalidPack::new);
        if (said.title() != null || said.note() != null || said.section() != null) {
            filling.change(id, member, said.title(), said.note(), said.section(), reader);
        }
        if (said.before() != null || Boolean.TRUE.equals(said.last())) {
            order.putBefore(id, member, said.before(), reader);
        }
        return member(id, member, reader);
    }

    @Operation(summary = "Leave a member out (editors)")
    @DeleteMapping("/members/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID member) {
        filling.remove(id, member, editor(id));
    }

    @Operation(summary = "Put all members in order (editors)")
    @PutMapping("/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = editor(id);
        PackWishes.Order said = StrictJson.read(body, PackWishes.Order.class, InvalidPack::new);
        order.put(id, Objects.requireNonNullElse(said.members(), List.of()), reader);
    }

    @Operation(summary = "The cover as PNG; 404 where none was put in")
    @GetMapping("/cover")
    ResponseEntity<Resource> cover(@PathVariable UUID id, @RequestParam(defaultValue = "1200") int width)
            throws NoPreview {
        return covers.open(id, width, currentReader.get())
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ZERO)
                                .cachePrivate()
                                .mustRevalidate())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(png))
                .orElseThrow(() -> new UnknownPack(id));
    }

    @Operation(summary = "Put a cover in (editors): PNG, JPEG, GIF or WebP, which is drawn anew")
    @PutMapping(path = "/cover", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepCover(@PathVariable UUID id, @RequestPart("file") MultipartFile file) throws IOException {
        Reader reader = editor(id);
        try (InputStream content = file.getInputStream()) {
            covers.keep(id, content, Objects.requireNonNullElse(file.getOriginalFilename(), ""), reader);
        }
    }

    @Operation(summary = "Leave the cover out (editors); one is drawn from the title")
    @DeleteMapping("/cover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveCoverOut(@PathVariable UUID id) {
        covers.leaveOut(id, editor(id));
    }

    private PackMemberJson member(UUID pack, UUID member, Reader reader) {
        return members.find(pack, member, reader).map(PackMemberJson::of).orElseThrow(() -> new UnknownPack(member));
    }

    private Reader editor(UUID id) {
        Reader reader = currentReader.get();
        PackDetails pack = packs.find(id, reader).orElseThrow(() -> new UnknownPack(id));
        if (!pack.mayChange()) {
            throw new AccessDeniedException("Only editors whom the pack is for change it");
        }
        return reader;
    }
}
