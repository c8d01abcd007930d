package org.safercommunities.portal.library.packs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.storage.NoPreview;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Zips and covers for the pages, by session; the API has its own door to the same rules. */
@RestController
class PackFiles {

    private final PackDownloads downloads;
    private final PackCovers covers;
    private final PackMembers members;
    private final Takers takers;
    private final CurrentReader currentReader;

    PackFiles(
            PackDownloads downloads,
            PackCovers covers,
            PackMembers members,
            Takers takers,
            CurrentReader currentReader) {
        this.downloads = downloads;
        this.covers = covers;
        this.members = members;
        this.takers = takers;
        this.currentReader = currentReader;
    }

    @GetMapping("/files/collections/{id}.zip")
    void zip(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.answer(id, "zip", currentReader.get(), request, response);
    }

    /** To one document of the pack, which is remembered as taken with it; the bytes have their own door, which asks again. */
    @GetMapping("/files/collections/{id}/members/{member}")
    ResponseEntity<Void> document(@PathVariable UUID id, @PathVariable UUID member) {
        PackMember.Document document = members.find(id, member, currentReader.get())
                .map(PackMember::document)
                .orElseThrow(() -> new UnknownPack(member));
        takers.remember(id, new TakenOut(document.id(), document.version()), currentReader.get());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Cache-Control", "no-store")
                .location(URI.create("../../../documents/%s/content".formatted(document.id())))
                .build();
    }

    @GetMapping("/files/collections/{id}/cover")
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
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler({UnknownPack.class, NoPreview.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }
}
