package org.safercommunities.portal.bulletins;

import java.time.Duration;
import java.util.UUID;
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

/** The pictures in mails, which nobody signs in for; their ids cannot be guessed. */
@RestController
class PublicPictures {

    static final String PATH = "public/bulletins/pictures/";

    private final BulletinPictures pictures;

    PublicPictures(BulletinPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/" + PATH + "{id}")
    ResponseEntity<Resource> picture(@PathVariable UUID id) throws NoPreview {
        return pictures.open(id)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        // What is under an id never changes
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler({NoPreview.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }
}
