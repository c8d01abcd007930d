package org.safercommunities.portal.bulletins.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.notifications.Suppression;
import org.safercommunities.portal.notifications.Suppressions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that mail to many leaves out, and their way back. */
@RestController
@RequestMapping("/api/v1/mail/suppressions")
@Tag(name = "Mail")
class MailSuppressionsApi {

    private static final int MOST = 200;

    private final Suppressions suppressions;
    private final CurrentReader currentReader;

    MailSuppressionsApi(Suppressions suppressions, CurrentReader currentReader) {
        this.suppressions = suppressions;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "Addresses that a mail server has refused for good, the newest first (editors and administrators)."
                            + " q: a part of the address.")
    @GetMapping
    Found list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST || page > Integer.MAX_VALUE / size) {
            throw new InvalidBulletin("size", "Pages count from 0; a page has 1 to %d addresses".formatted(MOST));
        }
        Reader reader = currentReader.get();
        return new Found(
                suppressions.search(q, page * size, size, reader).stream()
                        .map(MailSuppressionsApi::item)
                        .toList(),
                suppressions.count(q, reader));
    }

    @Operation(
            summary =
                    "Write to this address again, from the next bulletin on (editors and administrators). reason: how you"
                            + " know that it works; it stays in the audit trail.")
    @DeleteMapping("/{id}")
    ResponseEntity<?> lift(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return suppressions.lift(id, reason, currentReader.get())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.NOT_FOUND, "No such address is refused. Look at the list again."))
                        .build();
    }

    private static Item item(Suppression suppression) {
        return new Item(
                suppression.id(),
                suppression.address(),
                suppression.reason(),
                Objects.requireNonNull(BulletinJson.time(suppression.since())));
    }

    record Found(List<Item> items, int total) {}

    /** @param answer what the mail server said */
    record Item(UUID id, String address, String answer, OffsetDateTime since) {}
}
