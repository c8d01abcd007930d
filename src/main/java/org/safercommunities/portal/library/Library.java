package org.safercommunities.portal.library;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts documents in, changes them and takes them out. Editors do; what an editor may not see is to them as if it were not
 * there.
 */
@Service
public class Library {

    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final EditableDocuments editable;
    private final Topics topics;
    private final LibrarySearchEntries searchEntries;
    private final DocumentHistory history;
    private final Announcements announcements;
    private final List<BeforePublishing> before;
    private final ReadInEmergency emergencies;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Library(
            DocumentRecords documents,
            VersionRecords versions,
            EditableDocuments editable,
            Topics topics,
            LibrarySearchEntries searchEntries,
            DocumentHistory history,
            Announcements announcements,
            List<BeforePublishing> before,
            ReadInEmergency emergencies,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.editable = editable;
        this.topics = topics;
        this.searchEntries = searchEntries;
        this.history = history;
        this.announcements = announcements;
        this.before = List.copyOf(before);
        this.emergencies = emergencies;
        this.messages = messages;
        this.clock = clock;
    }

    /** Keeps a file as a draft that its author and editors see. Returns the id of the new document. */
    @Transactional
    public UUID draft(StoredFile file, DocumentDescription description, Reader by) {
        return draft(file, description, by.agencyId(), by);
    }

    /** The same, and says who answers for it and how long it is there. */
    @Transactional
    public UUID draft(StoredFile file, DocumentDescription description, DocumentTerm term, Reader by) {
        UUID id = draft(file, description, by.agencyId(), by);
        documents.findById(id).orElseThrow().term(term, clock.instant());
        return id;
    }

    /** The same, on behalf of the agency that the document is from. */
    @Transactional
    public UUID draft(StoredFile file, DocumentDescription description, String agency, Reader by) {
        EditableDocuments.unlessEditor(by);
        topics.check(description);
        Document document =
                documents.save(new Document(UUID.randomUUID(), description, agency, by.personId(), clock.instant()));
        messages.publishEvent(new DocumentDrafted(document.id(), facts(description), by.actor()));
        add(document, file, "", by);
        return document.id();
    }

    /**
     * Makes a draft a document that its audience sees: at once, or from the end of its embargo on.
     *
     * @throws InvalidDocument when something is missing, for example the captions of a video
     */
    @Transactional
    public void publish(UUID id, Reader by) {
        publish(editable.hold(id, by), by);
    }

    /** Puts in and publishes at once, on behalf of the agency that it is from. Returns the id of the new document. */
    @Transactional
    public UUID publish(StoredFile file, DocumentDescription description, DocumentTerm term, String agency, Reader by) {
        UUID id = draft(file, description, agency, by);
        Document document = documents.findById(id).orElseThrow();
        document.term(term, clock.instant());
        // What follows is written and asked in SQL
        versions.flush();
        publish(document, by);
        // And whether it can be seen now
        versions.flush();
        return id;
    }

    private void publish(Document document, Reader by) {
        UUID id = document.id();
        if (document.state() == DocumentState.DRAFT) {
            DocumentVersion current = versions.findByDocumentIdAndNumber(id, document.currentNumber())
                    .orElseThrow();
            before.forEach(rule -> rule.check(id, current.id(), current.mediaType()));
            Instant now = clock.instant();
            document.publish(now);
            topics.keepingOf(document.description().kind()).ifPresent(keeping -> document.keepAsItsKind(keeping, now));
            history.note(id, DocumentField.STATE, "Draft", "Published", by);
            searchEntries.put(document);
            messages.publishEvent(new DocumentPublished(id, facts(document.description()), by.actor()));
            announcements.announceIfDue(document, by.actor());
        }
    }

    @Transactional
    public void describe(UUID id, DocumentDescription description, Reader by) {
        Document document = editable.hold(id, by);
        describe(document, description, document.term(), by);
    }

    /** The same, and says who answers for it and how long it is there. */
    @Transactional
    public void describe(UUID id, DocumentDescription description, DocumentTerm term, Reader by) {
        describe(editable.hold(id, by), description, term, by);
    }

    /** What is said of a document now, held so that nobody says something else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing standing(UUID id, Reader by) {
        Document document = editable.hold(id, by);
        return new Standing(document.description(), document.term(), document.state());
    }

    /** What is said of a document, and where it is in its life. */
    public record Standing(DocumentDescription description, DocumentTerm term, DocumentState state) {}

    private void describe(Document document, DocumentDescription description, DocumentTerm term, Reader by) {
        UUID id = document.id();
        topics.check(description);
        // Or else taking the marking away would be the way round it
        if (by.actor() != null
                && description.marking() != Marking.OFFICIAL_SENSITIVE
                && WhoMaySeeDocument.needsProof(document.description().marking(), by)) {
            throw new InvalidDocument(
                    "marking", "Confirm on the document’s page that it is you before you take OFFICIAL-SENSITIVE away");
        }
        history.note(id, document.description(), description, document.term(), term, by);
        document.describe(description);
        document.term(term, clock.instant());
        if (document.state() == DocumentState.PUBLISHED) {
            searchEntries.put(document);
            announcements.announceIfDue(document, by.actor());
        }
        messages.publishEvent(new DocumentDescribed(id, facts(description), by.actor()));
    }

    /** Gives a document a new file. Readers get it from now on; earlier ones stay for those who look for them. */
    @Transactional
    public int addVersion(UUID id, StoredFile file, String note, Reader by) {
        Document document = editable.hold(id, by);
        if (note.length() > 1000) {
            throw new InvalidDocument("note", "Shorten what changed to at most 1,000 characters");
        }
        int number = add(document, file, note.strip(), by);
        history.note(id, DocumentField.FILE, "Version " + (number - 1), "Version " + number, by);
        if (document.state() == DocumentState.PUBLISHED) {
            searchEntries.put(document);
        }
        return number;
    }

    /** Takes a document out. Nobody sees it any more; its trail and its bytes stay until they are disposed of. */
    @Transactional
    public void remove(UUID id, Reader by) {
        Document document = editable.hold(id, by);
        history.note(id, DocumentField.STATE, document.state().name(), "Removed", by);
        document.remove(Dates.today(clock));
        searchEntries.remove(id);
        messages.publishEvent(new DocumentRemoved(id, Map.of(), by.actor()));
    }

    /** Notes that somebody took a document out. */
    @Transactional
    public void noteDownload(UUID id, int number, String by, Reader reader) {
        messages.publishEvent(new DocumentDownloaded(
                id,
                number,
                by,
                reader.personId(),
                emergencies.of(id, reader.personId()).orElse(null)));
    }

    private int add(Document document, StoredFile file, String note, Reader by) {
        DocumentVersion version = versions.save(
                new DocumentVersion(document.id(), document.nextNumber(), file, note, by.personId(), clock.instant()));
        messages.publishEvent(
                new VersionAdded(document.id(), version.id(), version.number(), file.sha256(), by.actor()));
        return version.number();
    }

    private static Map<String, String> facts(DocumentDescription description) {
        Audience audience = description.audience();
        return Map.of(
                "kind", description.kind(),
                "marking", description.marking().label(),
                "audience", audience.tokens().stream().sorted().collect(Collectors.joining(" ")),
                "topics", String.join(" ", new TreeSet<>(description.topics())));
    }
}
