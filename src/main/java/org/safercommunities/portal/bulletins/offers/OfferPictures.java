package org.safercommunities.portal.bulletins.offers;

import java.time.Duration;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.storage.NoPreview;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The pictures of items, for whoever sees the item; to everybody else as if they were not there. */
@RestController
class OfferPictures {

    private final BulletinPictures pictures;
    private final WhoSeesOffer whoSees;
    private final CurrentReader currentReader;

    OfferPictures(BulletinPictures pictures, WhoSeesOffer whoSees, CurrentReader currentReader) {
        this.pictures = pictures;
        this.whoSees = whoSees;
        this.currentReader = currentReader;
    }

    /** For pages at the one address, for programs with a token at the other. */
    @GetMapping({"/files/bulletin-offers/pictures/{id}", "/api/v1/bulletin-offers/pictures/{id}"})
    ResponseEntity<Resource> picture(@PathVariable UUID id) throws NoPreview {
        if (!whoSees.admitsToPicture(currentReader.get(), id)) {
            return ResponseEntity.notFound().build();
        }
        return pictures.openShut(id)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler({NoPreview.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }
}
