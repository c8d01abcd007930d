package org.safercommunities.portal.library.contributions;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.PersonalLetters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails to whoever offered a document: that it is published, declined and why, or that a coordinator has taken it back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ContributionLetters {

    private static final String REASON = "You get this because you offered a document for the library.";

    private final ContributionTable rows;
    private final Documents documents;
    private final Readers readers;
    private final PersonList people;
    private final PersonalLetters letters;

    ContributionLetters(
            ContributionTable rows, Documents documents, Readers readers, PersonList people, PersonalLetters letters) {
        this.rows = rows;
        this.documents = documents;
        this.readers = readers;
        this.people = people;
        this.letters = letters;
    }

    private interface Words {
        Letter of(ContributionDetails offer, Letter begun);
    }

    @EventListener
    void on(ContributionMessage message) {
        switch (message.what()) {
            case "published", "accepted" -> send(message, "Published: ", this::published);
            case "declined" -> send(message, "Declined: ", ContributionLetters::declined);
            case "taken-back" -> send(message, "Taken back: ", ContributionLetters::takenBack);
            default -> {}
        }
    }

    private void send(ContributionMessage message, String what, Words words) {
        Optional<ContributionDetails> offer = rows.read(message.offer())
                // Whoever did it themselves knows
                .filter(one -> !one.author().equals(message.actor()));
        Optional<PersonSummary> to =
                offer.map(ContributionDetails::author).flatMap(people::find).filter(PersonSummary::active);
        if (to.isPresent()) {
            Letter begun = Letter.titled(what + offer.get().title(), REASON)
                    .dear(to.get().name());
            letters.send(
                    words.of(offer.get(), begun),
                    to.get(),
                    "document-offer-" + message.what(),
                    "document-offer:" + message.offer());
        }
    }

    private Letter published(ContributionDetails offer, Letter begun) {
        String thanks = offer.isNewerVersion()
                ? "thank you. The version that you offered is now the current one in the library."
                : "thank you. The document that you offered is in the library, and says that it is from %s."
                        .formatted(offer.agencyName());
        UUID document = offer.document();
        DocumentDetails seen = document == null ? null : seen(document, offer.author());
        return seen == null
                ? begun.say(thanks)
                        .say("You are not among those who can see it there now, because of its time or its audience.")
                        .button("See your offer", page(offer.id()))
                : begun.say(thanks)
                        .say("The team may have edited what is said of it.")
                        .fact("Title", seen.description().title())
                        .button("See it in the library", "library/" + seen.id());
    }

    private @Nullable DocumentDetails seen(UUID document, UUID author) {
        Reader reader = readers.of(author).orElse(Reader.stranger());
        return documents.find(document, reader).orElse(null);
    }

    private static Letter declined(ContributionDetails offer, Letter begun) {
        return begun.say(
                        "thank you for your document. The Kent Community Safety Team does not take it into the library, for this reason:")
                .fact("Reason", String.valueOf(offer.reason()))
                .say("You can change it and send it again.")
                .button("See your offer", page(offer.id()));
    }

    private static Letter takenBack(ContributionDetails offer, Letter begun) {
        return begun.say(
                        "a coordinator of %s has taken back the document that you offered. It is a draft of yours again, and you can send it again."
                                .formatted(offer.agencyName()))
                .button("See your offer", page(offer.id()));
    }

    private static String page(UUID offer) {
        return "library/offers/" + offer;
    }
}
