package org.safercommunities.portal.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What editors, and owners, do with a document once it is published. */
@Service
public class DocumentLife {

    private static final int REASON = 500;

    private final EditableDocuments editable;
    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final WhoMaySeeDocument whoMaySee;
    private final LibrarySearchEntries searchEntries;
    private final Announcements announcements;
    private final DocumentHistory history;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    DocumentLife(
            EditableDocuments editable,
            DocumentRecords documents,
            VersionRecords versions,
            WhoMaySeeDocument whoMaySee,
            LibrarySearchEntries searchEntries,
            Announcements announcements,
            DocumentHistory history,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.editable = editable;
        this.documents = documents;
        this.versions = versions;
        this.whoMaySee = whoMaySee;
        this.searchEntries = searchEntries;
        this.announcements = announcements;
        this.history = history;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes a document back from the next request on. Its place tells its readers so, and why.
     *
     * @param instead what to use in its place; null when there is nothing
     */
    @Transactional
    public void withdraw(UUID id, String reason, @Nullable UUID instead, Reader by) {
        Document document = editable.hold(id, by);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON) {
            throw new InvalidDocument("reason", "Tell its readers why, in at most %d characters".formatted(REASON));
        }
        if (document.state() != DocumentState.PUBLISHED) {
            throw new InvalidDocument("reason", "Only a published document can be withdrawn");
        }
        if (instead != null && (instead.equals(id) || !whoMaySee.admits(by, instead))) {
            throw new InvalidDocument("instead", "Choose another document that you can see, or none");
        }
        document.withdraw(why, instead, clock.instant());
        searchEntries.remove(id);
        note(document, DocumentStep.Kind.WITHDRAWN, "Published", "Withdrawn: " + why, by);
    }

    /** Undoes a withdrawal. */
    @Transactional
    public void reinstate(UUID id, Reader by) {
        Document document = editable.hold(id, by);
        if (document.state() != DocumentState.WITHDRAWN) {
            throw new InvalidDocument("state", "Only a withdrawn document can be put back");
        }
        document.reinstate();
        searchEntries.put(document);
        announcements.announceIfDue(document, by.actor());
        note(document, DocumentStep.Kind.REINSTATED, "Withdrawn", "Published", by);
    }

    /**
     * Says that a document still holds. Its owner may, who need not be an editor.
     *
     * @param next when somebody should look again; null when nobody needs to
     */
    @Transactional
    public void reviewed(UUID id, @Nullable LocalDate next, Reader by) {
        versions.flush();
        Document document = (whoMaySee.admits(by, id) ? documents.hold(id) : java.util.Optional.<Document>empty())
                .orElseThrow(() -> new UnknownDocument(id));
        if (!whoMaySee.lets(by, id) && !document.owner().equals(by.personId())) {
            throw new AccessDeniedException("Only its owner and editors say that a document still holds");
        }
        if (next != null && !next.isAfter(Dates.today(clock))) {
            throw new InvalidDocument("reviewOn", "Choose a day after today");
        }
        LocalDate before = document.description().reviewOn();
        document.reviewed(next);
        if (document.state() == DocumentState.PUBLISHED) {
            searchEntries.put(document);
        }
        history.note(
                id,
                DocumentField.REVIEW,
                before == null ? null : before.toString(),
                next == null ? null : next.toString(),
                by);
        messages.publishEvent(new DocumentStep(
                id, DocumentStep.Kind.REVIEWED, next == null ? Map.of() : Map.of("next", next.toString()), by.actor()));
    }

    private void note(Document document, DocumentStep.Kind kind, String before, String after, Reader by) {
        history.note(document.id(), DocumentField.STATE, before, after, by);
        messages.publishEvent(new DocumentStep(document.id(), kind, Map.of(), by.actor()));
    }
}
