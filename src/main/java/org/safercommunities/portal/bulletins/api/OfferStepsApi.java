package org.safercommunities.portal.bulletins.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.offers.CallsForItems;
import org.safercommunities.portal.bulletins.offers.OfferDesk;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.bulletins.offers.Offers;
import org.safercommunities.portal.bulletins.offers.UnknownOffer;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Until when items are welcome, and what becomes of them. */
@RestController
@Tag(name = "Items for bulletins")
class OfferStepsApi {

    private static final String OFFERS = "/api/v1/bulletin-offers";

    private final Offers offers;
    private final OfferDesk desk;
    private final OfferReading reading;
    private final CallsForItems calls;
    private final Bulletins bulletins;
    private final CurrentReader currentReader;

    OfferStepsApi(
            Offers offers,
            OfferDesk desk,
            OfferReading reading,
            CallsForItems calls,
            Bulletins bulletins,
            CurrentReader currentReader) {
        this.offers = offers;
        this.desk = desk;
        this.reading = reading;
        this.calls = calls;
        this.bulletins = bulletins;
        this.currentReader = currentReader;
    }

    /** @param until left out: no more items are taken */
    record Said(
            @Nullable UUID bulletin,
            @Nullable String reason,
            @Nullable OffsetDateTime until) {

        static Said read(@Nullable String body) {
            return StrictJson.read(Objects.requireNonNullElse(body, ""), Said.class, InvalidBulletin::new);
        }
    }

    /** @param until null when it takes no items */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(
            UUID bulletin,
            String title,
            BulletinKind kind,
            @Nullable OffsetDateTime until) {}

    @Operation(summary = "The bulletins for which items may be offered now, the next deadline first")
    @GetMapping(OFFERS + "/calls")
    List<Call> open() {
        return calls.open().stream()
                .map(call -> new Call(call.bulletin(), call.title(), call.kind(), BulletinJson.time(call.until())))
                .toList();
    }

    @Operation(
            summary =
                    "Say until when items are welcome for a draft (editors), with {\"until\": a time}; without it, no more are")
    @PutMapping("/api/v1/bulletins/{id}/items-until")
    Call until(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = currentReader.get();
        var bulletin = bulletins.find(id, reader).orElseThrow(() -> new UnknownOffer(id));
        editorsOnly(reader);
        OffsetDateTime until = Said.read(body).until();
        calls.set(id, until == null ? null : until.toInstant(), reader);
        return new Call(id, bulletin.plan().title(), bulletin.plan().kind(), until);
    }

    @Operation(summary = "Take an item of your agency back; it is a draft again")
    @PostMapping(OFFERS + "/{id}/withdraw")
    OfferJson withdraw(@PathVariable UUID id) {
        return done(id, reader -> offers.withdraw(id, reader));
    }

    @Operation(summary = "Take an item into a bulletin being written (editors), with {\"bulletin\": its id}")
    @PostMapping(OFFERS + "/{id}/take-in")
    OfferJson takeIn(@PathVariable UUID id, @RequestBody String body) {
        return done(id, reader -> {
            editorsOnly(reader);
            UUID bulletin = Said.read(body).bulletin();
            if (bulletin == null) {
                throw new InvalidBulletin("bulletin", "Name the “bulletin” that takes it in");
            }
            desk.takeIn(id, bulletin, reader);
        });
    }

    @Operation(summary = "Decline an item (editors), with {\"reason\": what the agency is told}")
    @PostMapping(OFFERS + "/{id}/decline")
    OfferJson decline(@PathVariable UUID id, @RequestBody String body) {
        return done(id, reader -> {
            editorsOnly(reader);
            desk.decline(id, Objects.requireNonNullElse(Said.read(body).reason(), ""), reader);
        });
    }

    private interface Step {
        void take(Reader reader);
    }

    /** Unknown first, then forbidden: whoever sees an item may learn that they do not decide on it. */
    private OfferJson done(UUID id, Step step) {
        Reader reader = currentReader.get();
        if (reading.find(id, reader).isEmpty()) {
            throw new UnknownOffer(id);
        }
        step.take(reader);
        return OfferJson.of(reading.find(id, reader).orElseThrow(() -> new UnknownOffer(id)));
    }

    private static void editorsOnly(Reader reader) {
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors decide on items");
        }
    }
}
