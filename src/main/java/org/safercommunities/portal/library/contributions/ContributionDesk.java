package org.safercommunities.portal.library.contributions;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentField;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.UnknownDocument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team’s side of offered documents: publishes them as it sees fit, with their agency credited, or declines them and says why. */
@Service
public class ContributionDesk {

    public static final int LONGEST_REASON = 1_000;

    private final ContributionTable rows;
    private final ContributionReading reading;
    private final Library library;
    private final Documents documents;
    private final DocumentHistory history;
    private final ApplicationEventPublisher messages;

    ContributionDesk(
            ContributionTable rows,
            ContributionReading reading,
            Library library,
            Documents documents,
            DocumentHistory history,
            ApplicationEventPublisher messages) {
        this.rows = rows;
        this.reading = reading;
        this.library = library;
        this.documents = documents;
        this.history = history;
        this.messages = messages;
    }

    /**
     * Makes a new document of it, which is from the author’s agency.
     *
     * @param version the one that this editor has read
     * @param description as the team words it
     * @param term the editor answers for it, unless it names somebody else
     * @return the id of the document
     */
    @Transactional
    public UUID publish(UUID id, int version, DocumentDescription description, DocumentTerm term, Reader by) {
        ContributionDetails offer = waiting(id, by);
        unlessChanged(offer, version);
        if (offer.isNewerVersion()) {
            throw new InvalidDocument("state", "It is a newer version of a document. Accept it as that");
        }
        UUID document = library.publish(offer.stored(), description, term, offer.agency(), by);
        became(offer, document, by);
        tell(id, "published", Map.of("agency", offer.agency(), "document", document.toString()), by);
        return document;
    }

    /**
     * Makes it the current version of the document that it is a newer version of.
     *
     * @param note what changed, as the team words it
     */
    @Transactional
    public int accept(UUID id, int version, String note, Reader by) {
        ContributionDetails offer = waiting(id, by);
        unlessChanged(offer, version);
        UUID document = offer.versionOf();
        if (document == null) {
            throw new InvalidDocument("state", "It is a new document. Publish it as that");
        }
        int number;
        try {
            number = library.addVersion(document, offer.stored(), note, by);
        } catch (UnknownDocument gone) {
            throw new InvalidDocument("state", "The document that it belongs to is not there any more. Decline it");
        }
        became(offer, document, by);
        tell(
                id,
                "accepted",
                Map.of(
                        "agency", offer.agency(),
                        "document", document.toString(),
                        "number", Integer.toString(number)),
                by);
        return number;
    }

    /** @param reason what its author is told, in words */
    @Transactional
    public void decline(UUID id, String reason, Reader by) {
        ContributionDetails offer = waiting(id, by);
        String said = reason.strip();
        if (said.isEmpty()) {
            throw new InvalidDocument("reason", "Say why, so that they know what to do next time");
        }
        if (said.length() > LONGEST_REASON) {
            throw new InvalidDocument("reason", "Shorten the reason to %,d characters".formatted(LONGEST_REASON));
        }
        rows.decide(id, ContributionState.DECLINED, null, said, by);
        rows.step(id, "declined", by, said);
        tell(id, "declined", Map.of("agency", offer.agency()), by);
    }

    /** What of the library has exactly its bytes, as far as this editor may see it. */
    @Transactional(readOnly = true)
    public java.util.List<DocumentCard> sameBytes(UUID id, Reader by) {
        WhoSeesContribution.unlessTeam(by);
        return reading.withFile(id, by)
                .map(offer -> documents.withSameBytes(offer.stored().sha256(), by))
                .orElse(java.util.List.of());
    }

    private void became(ContributionDetails offer, UUID document, Reader by) {
        history.note(document, DocumentField.ORIGIN, null, "Offered by " + offer.agencyName(), by);
        rows.decide(offer.id(), ContributionState.PUBLISHED, document, null, by);
        rows.step(offer.id(), "published", by, null);
    }

    /** Held, so that of two editors one wins and the other is told. */
    private ContributionDetails waiting(UUID id, Reader by) {
        ContributionDetails offer = rows.hold(id, by).orElseThrow(() -> new UnknownContribution(id));
        WhoSeesContribution.unlessTeam(by);
        switch (offer.state()) {
            case PUBLISHED ->
                throw new ContributionChangedMeanwhile(
                        "Somebody else has published it meanwhile. It is in the library", offer.version());
            case DECLINED ->
                throw new ContributionChangedMeanwhile(
                        "Somebody else has declined it meanwhile. Its author has been told", offer.version());
            case DRAFT -> throw new InvalidDocument("state", "It is a draft. Send it first");
            case WAITING -> {}
        }
        return offer;
    }

    private static void unlessChanged(ContributionDetails offer, int version) {
        if (offer.version() != version) {
            throw new ContributionChangedMeanwhile(
                    "Its author has changed it since you opened it. Look at it again, then publish it",
                    offer.version());
        }
    }

    private void tell(UUID id, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new ContributionMessage(id, what, details, by.actor()));
    }
}
