package org.safercommunities.portal.bulletins.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinCard;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinReading;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.safercommunities.portal.shared.Created;
import org.springframework.http.MediaType;
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
import org.springframework.web.bind.annotation.RestController;

/** Reading and writing bulletins; how they are sent is in {@link BulletinStepsApi}. */
@RestController
@RequestMapping("/api/v1/bulletins")
@Tag(name = "Bulletins")
class BulletinsApi {

    private static final int MOST = 200;

    private final Bulletins bulletins;
    private final BulletinReading reading;
    private final BulletinWriting writing;
    private final BulletinWishes wishes;
    private final CurrentReader currentReader;

    BulletinsApi(
            Bulletins bulletins,
            BulletinReading reading,
            BulletinWriting writing,
            BulletinWishes wishes,
            CurrentReader currentReader) {
        this.bulletins = bulletins;
        this.reading = reading;
        this.writing = writing;
        this.wishes = wishes;
        this.currentReader = currentReader;
    }

    @Operation(summary = "Bulletins that were sent and that you may read, newest first; or those in work (editors)")
    @GetMapping
    Found list(
            @RequestParam @Nullable BulletinKind kind,
            @RequestParam(defaultValue = "false") boolean inWork,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST || page > Integer.MAX_VALUE / size) {
            throw new InvalidBulletin("size", "Pages count from 0; a page has 1 to %d bulletins".formatted(MOST));
        }
        Reader reader = currentReader.get();
        if (inWork) {
            List<Item> items =
                    bulletins.inWork(reader).stream().map(BulletinsApi::item).toList();
            return new Found(items, items.size());
        }
        return new Found(
                bulletins.archive(kind, page * size, size, reader).stream()
                        .map(BulletinsApi::item)
                        .toList(),
                bulletins.countArchive(kind, reader));
    }

    @Operation(summary = "One bulletin, with the blocks that you may see")
    @GetMapping("/{id}")
    BulletinJson one(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        BulletinDetails bulletin = bulletins.find(id, reader).orElseThrow(() -> new UnknownBulletin(id));
        return reader.is(Role.EDITOR)
                ? BulletinJson.forEditors(bulletin)
                : BulletinJson.forReaders(bulletin, reading.blocks(bulletin, reader));
    }

    @Operation(summary = "One bulletin as the mail looks, without what you may not see")
    @GetMapping(path = "/{id}.html", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(@PathVariable UUID id) {
        // What editors wrote is drawn without scripts; whoever opens it here gets none either
        return ResponseEntity.ok()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
                .body(reading.mail(id, currentReader.get()).html());
    }

    @Operation(summary = "One bulletin as plain text, without what you may not see")
    @GetMapping(path = "/{id}.txt", produces = "text/plain;charset=UTF-8")
    String text(@PathVariable UUID id) {
        return reading.mail(id, currentReader.get()).text();
    }

    @Operation(summary = "Begin a bulletin (editors). It is a draft until it is sent.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BulletinJson> begin(@RequestBody String body) {
        Reader reader = editor();
        UUID id = writing.begin(wishes.fresh(wishes.read(body), reader), reader);
        return Created.below(id).body(one(id));
    }

    @Operation(
            summary =
                    "Change a draft (editors). Name the edition that you read: what somebody else saved since is never"
                            + " overwritten.")
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    BulletinJson change(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = editor(id);
        BulletinWishes.Wish said = wishes.read(body);
        if (said.edition() == null) {
            throw new InvalidBulletin("edition", "Name the “edition” that you have read and are changing");
        }
        BulletinDetails before = bulletins.find(id, reader).orElseThrow(() -> new UnknownBulletin(id));
        writing.save(id, said.edition(), wishes.changed(before.plan(), said, reader), reader);
        return one(id);
    }

    @Operation(summary = "Throw a draft away (editors)")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        writing.discard(id, editor(id));
        return ResponseEntity.noContent().build();
    }

    /** Unknown first, then forbidden: whoever may read a bulletin may learn that they do not write it. */
    private Reader editor(UUID id) {
        if (bulletins.find(id, currentReader.get()).isEmpty()) {
            throw new UnknownBulletin(id);
        }
        return editor();
    }

    private Reader editor() {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors write bulletins");
        }
        return reader;
    }

    private static Item item(BulletinCard card) {
        return new Item(
                card.id(),
                card.kind(),
                card.title(),
                card.subject(),
                card.state(),
                BulletinJson.time(card.sentAt()),
                BulletinJson.time(card.sendAt()));
    }

    record Found(List<Item> items, int total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            BulletinKind kind,
            String title,
            String subject,
            BulletinState state,
            @Nullable OffsetDateTime sent,
            @Nullable OffsetDateTime sendAt) {}
}
