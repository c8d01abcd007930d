package org.safercommunities.portal.library;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with the picture of a page. */
@Component
public class PageAnswers {

    private static final int WIDEST = 2400;

    private final Documents documents;
    private final Pages pages;

    PageAnswers(Documents documents, Pages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    /**
     * A page of a document, to whoever may see that.
     *
     * @param version null for the current one
     * @throws UnknownDocument when there is none for this person
     * @throws ProofMissing when they have first to show that it is them
     * @throws NoPreview when there is no such page
     * @throws HeldBack when the virus scanner has not passed the file
     */
    public ResponseEntity<Resource> ofDocument(UUID id, @Nullable Integer version, int page, int width, Reader reader)
            throws NoPreview {
        DocumentDetails details = documents.find(id, reader).orElseThrow(() -> new UnknownDocument(id));
        WhoMaySeeDocument.unlessProven(details.description().marking(), id, reader);
        VersionSummary wanted = details.versions().stream()
                .filter(one -> version == null || one.number() == version)
                .findFirst()
                .orElseThrow(() -> new UnknownDocument(id));
        return of(wanted, page, width);
    }

    /**
     * To somebody whom a rule has admitted: who may have it is not asked here.
     *
     * @param page from 1
     * @param width the picture is at least as wide, in pixels, where the file allows
     * @throws NoPreview when there is no such page
     * @throws HeldBack when the virus scanner has not passed the file
     */
    public ResponseEntity<Resource> of(VersionSummary file, int page, int width) throws NoPreview {
        if (file.scan().held()) {
            throw new HeldBack(file.scan());
        }
        Integer known = file.mediaType().equals(MediaTypes.PDF) ? file.pages() : null;
        // Drawing one that is not there would take a worker and leave a note behind, for each number somebody thinks of
        if (page > 1 && page > (known == null ? pages.count(file.sha256(), file.mediaType()) : known)) {
            return ResponseEntity.notFound().build();
        }
        Resource picture = pages.page(file.sha256(), file.mediaType(), page, Math.clamp(width, 50, WIDEST));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                // Asked for again each time: it may be somebody else's turn at this browser, or no longer theirs to see
                .eTag("\"%s-%d-%d\"".formatted(file.sha256(), page, width))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }
}
