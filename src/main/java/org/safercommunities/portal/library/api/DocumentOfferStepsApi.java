package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDesk;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionReading;
import org.safercommunities.portal.library.contributions.Contributions;
import org.safercommunities.portal.library.contributions.UnknownContribution;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of offered documents. */
@RestController
@RequestMapping("/api/v1/document-offers/{id}")
@Tag(name = "Offered documents")
class DocumentOfferStepsApi {

    private final Contributions contributions;
    private final ContributionDesk desk;
    private final ContributionReading reading;
    private final Descriptions descriptions;
    private final CurrentReader currentReader;

    DocumentOfferStepsApi(
            Contributions contributions,
            ContributionDesk desk,
            ContributionReading reading,
            Descriptions descriptions,
            CurrentReader currentReader) {
        this.contributions = contributions;
        this.desk = desk;
        this.reading = reading;
        this.descriptions = descriptions;
        this.currentReader = currentReader;
    }

    /**
     * @param version the one that the editor has read
     * @param metadata what is said of any document; what is left out is as its author said, but for the audience where they wish for
     *     some readers only: that must be named
     * @param note of a newer version: what changed; as its author said when left out
     */
    record Publication(
            @Nullable Integer version,
            @Nullable DocumentMetadata metadata,
            @Nullable String note) {}

    record Refusal(@Nullable String reason) {}

    @Operation(summary = "Send it to the team")
    @PostMapping("/send")
    DocumentOfferJson send(@PathVariable UUID id) {
        return done(id, (offer, reader) -> contributions.send(id, reader));
    }

    @Operation(summary = "Take it back: its author, or a coordinator of their agency. It is a draft again.")
    @PostMapping("/take-back")
    DocumentOfferJson takeBack(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        ContributionDetails before = seen(id, reader);
        contributions.takeBack(id, reader);
        // To a coordinator it is not there any more
        return DocumentOfferJson.of(reading.find(id, reader).orElse(before));
    }

    @Operation(
            summary =
                    "Publish it (editors), with {\"version\": the one that you read}; a newer version becomes the current one of its"
                            + " document")
    @PostMapping(path = "/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    DocumentOfferJson publish(@PathVariable UUID id, @RequestBody String body) {
        return done(id, (offer, reader) -> {
            editorsOnly(reader);
            Publication said = StrictJson.read(body, Publication.class, InvalidDocument::new);
            Integer version = said.version();
            if (version == null) {
                throw new InvalidDocument("version", "Name the “version” that you have read");
            }
            if (offer.isNewerVersion()) {
                String note = said.note();
                desk.accept(id, version, note == null ? offer.content().note() : note, reader);
            } else {
                DocumentMetadata metadata = Objects.requireNonNullElse(said.metadata(), DocumentMetadata.NOTHING_SAID);
                desk.publish(
                        id,
                        version,
                        description(offer, metadata),
                        descriptions.changed(DocumentTerm.of(reader.personId()), metadata),
                        reader);
            }
        });
    }

    /** As its author said, and over that what the editor says. */
    private DocumentDescription description(ContributionDetails offer, DocumentMetadata metadata) {
        ContributionContent said = offer.content();
        if (metadata.audience() == null && !said.audienceWish().isEmpty()) {
            throw new InvalidDocument(
                    "audience", "Its author wishes for some readers only. Name the “audience” that you choose");
        }
        DocumentDescription asSaid = new DocumentDescription(
                said.title(),
                said.description(),
                said.kind(),
                said.topics(),
                said.marking(),
                said.handling(),
                Audience.ofEveryone(),
                null);
        return descriptions.changed(asSaid, metadata);
    }

    @Operation(summary = "Decline it (editors), with {\"reason\": what its author is told}")
    @PostMapping(path = "/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    DocumentOfferJson decline(@PathVariable UUID id, @RequestBody String body) {
        return done(id, (offer, reader) -> {
            editorsOnly(reader);
            String reason =
                    StrictJson.read(body, Refusal.class, InvalidDocument::new).reason();
            desk.decline(id, Objects.requireNonNullElse(reason, ""), reader);
        });
    }

    private interface Step {
        void take(ContributionDetails offer, Reader reader);
    }

    /** Unknown first, then forbidden: whoever sees an offer may learn that they do not decide on it. */
    private DocumentOfferJson done(UUID id, Step step) {
        Reader reader = currentReader.get();
        step.take(seen(id, reader), reader);
        return DocumentOfferJson.of(seen(id, reader));
    }

    private ContributionDetails seen(UUID id, Reader reader) {
        return reading.find(id, reader).orElseThrow(() -> new UnknownContribution(id));
    }

    private static void editorsOnly(Reader reader) {
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors decide on offered documents");
        }
    }
}
