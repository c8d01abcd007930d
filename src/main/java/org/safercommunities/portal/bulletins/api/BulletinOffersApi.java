package org.safercommunities.portal.bulletins.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinPicture;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.offers.OfferContent;
import org.safercommunities.portal.bulletins.offers.OfferDesk;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.bulletins.offers.Offers;
import org.safercommunities.portal.bulletins.offers.UnknownOffer;
import org.safercommunities.portal.shared.Created;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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

/** The items that agencies offer for bulletins; what the team decides on them is in {@link OfferStepsApi}. */
@RestController
@RequestMapping("/api/v1/bulletin-offers")
@Tag(name = "Items for bulletins")
class BulletinOffersApi {

    private final Offers offers;
    private final OfferDesk desk;
    private final OfferReading reading;
    private final BulletinPictures pictures;
    private final CurrentReader currentReader;

    BulletinOffersApi(
            Offers offers,
            OfferDesk desk,
            OfferReading reading,
            BulletinPictures pictures,
            CurrentReader currentReader) {
        this.offers = offers;
        this.desk = desk;
        this.reading = reading;
        this.pictures = pictures;
        this.currentReader = currentReader;
    }

    /**
     * @param wished id of a bulletin whose deadline is to come; left out for the next one
     * @param offered whether the team is to see it; a draft otherwise
     * @param version the one that is changed; left out for a new one
     */
    record Wish(
            @Nullable String title,
            @Nullable String words,
            @Nullable String link,
            @Nullable UUID picture,
            @Nullable String alt,
            @Nullable UUID wished,
            @Nullable Boolean offered,
            @Nullable Integer version) {

        static Wish read(String body) {
            return StrictJson.read(body, Wish.class, InvalidBulletin::new);
        }

        OfferContent content() {
            return new OfferContent(text(title), text(words), text(link), picture, text(alt));
        }

        private static String text(@Nullable String said) {
            return Objects.requireNonNullElse(said, "");
        }
    }

    @Operation(summary = "Your agency’s items, or those of all agencies that wait for the team (editors)")
    @GetMapping
    Found list(@RequestParam(defaultValue = "false") boolean waiting) {
        Reader reader = currentReader.get();
        if (waiting && !reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors see what waits");
        }
        List<OfferJson> items = (waiting ? reading.waiting(reader) : reading.own(reader))
                .stream().map(OfferJson::of).toList();
        return new Found(items, items.size());
    }

    @Operation(summary = "One item: what your agency wrote, and what the team made of it")
    @GetMapping("/{id}")
    OfferJson one(@PathVariable UUID id) {
        return OfferJson.of(seen(id));
    }

    @Operation(summary = "Begin an item for your agency; with {\"offered\": true} it is offered at once")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OfferJson> begin(@RequestBody String body) {
        Wish said = Wish.read(body);
        UUID id = offers.begin(said.content(), said.wished(), Boolean.TRUE.equals(said.offered()), currentReader.get());
        return Created.below(id).body(one(id));
    }

    @Operation(
            summary =
                    "Say an item anew: your agency’s until its deadline or until it is taken in, or any that waits (editors)."
                            + " Name the version that you read.")
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    OfferJson change(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        OfferDetails now = seen(id);
        Wish said = Wish.read(body);
        if (said.version() == null) {
            throw new InvalidBulletin("version", "Name the “version” that you have read and are changing");
        }
        if (reader.agencyIds().contains(now.agency())) {
            boolean offered = said.offered() == null ? now.isOffered() : said.offered();
            offers.change(id, said.version(), said.content(), said.wished(), offered, reader);
        } else {
            desk.edit(id, said.version(), said.content(), reader);
        }
        return one(id);
    }

    @Operation(summary = "Withdraw an item of your agency and throw it away")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        seen(id);
        offers.discard(id, currentReader.get());
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Put in a picture for an item; its id goes into “picture”, and into “alt” what it shows")
    @PostMapping(path = "/pictures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    BulletinPicture picture(@RequestPart("file") MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return pictures.keepShut(content, name == null ? "" : name, currentReader.get());
        }
    }

    private OfferDetails seen(UUID id) {
        return reading.find(id, currentReader.get()).orElseThrow(() -> new UnknownOffer(id));
    }

    record Found(List<OfferJson> items, int total) {}
}
