package org.safercommunities.portal.library;

import java.util.UUID;
import java.util.function.Supplier;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers “Can this person see it, and why?”, for any person: by the rule itself, with the reason found beside it. */
@Service
public class WhoSees {

    /** How it stands. */
    public enum Answer {
        SEES,
        /** No account, or their access has ended. */
        NOBODY,
        NOT_IN_AUDIENCE,
        DRAFT,
        EMBARGO,
        EXPIRED,
        WITHDRAWN
    }

    /** @param why the reason when they see it; otherwise of no meaning */
    public record Why(Answer answer, WhyMaySee why) {}

    private final Documents documents;
    private final WhoMaySeeDocument whoMaySee;
    private final Readers readers;
    private final java.time.Clock clock;

    WhoSees(Documents documents, WhoMaySeeDocument whoMaySee, Readers readers, java.time.Clock clock) {
        this.documents = documents;
        this.whoMaySee = whoMaySee;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * For editors who may change the document.
     *
     * @throws UnknownDocument when there is none for this editor
     */
    @Transactional(readOnly = true)
    public Why ask(UUID document, UUID person, Reader by) {
        return ask(document, () -> person, by);
    }

    /** @param person asked for once it is clear that the editor may ask */
    @Transactional(readOnly = true)
    public Why ask(UUID document, Supplier<UUID> person, Reader by) {
        DocumentDetails details = documents.find(document, by).orElseThrow(() -> new UnknownDocument(document));
        if (!details.mayChange()) {
            throw new AccessDeniedException("Who may see a document is for its editors to ask");
        }
        Reader reader = readers.of(person.get()).orElse(null);
        if (reader == null) {
            return new Why(Answer.NOBODY, WhyMaySee.EVERYONE);
        }
        WhyMaySee why = WhyMaySee.of(details.description().audience(), details.state(), reader);
        if (whoMaySee.admits(reader, document)) {
            return new Why(Answer.SEES, why);
        }
        if (whoMaySee.admitsInEmergency(reader, document)) {
            return new Why(Answer.SEES, WhyMaySee.EMERGENCY);
        }
        boolean meant = details.description().audience().admits(reader) || whoMaySee.admitsAsDelegate(reader, document);
        return new Why(meant ? notNow(details) : Answer.NOT_IN_AUDIENCE, why);
    }

    private Answer notNow(DocumentDetails details) {
        var until = details.term().visibleUntil();
        return switch (details.state()) {
            case DRAFT -> Answer.DRAFT;
            case WITHDRAWN -> Answer.WITHDRAWN;
            default -> until != null && !until.isAfter(clock.instant()) ? Answer.EXPIRED : Answer.EMBARGO;
        };
    }
}
