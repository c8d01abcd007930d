package org.safercommunities.portal.library;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts documents in, changes them and takes them out. Editors do; what an editor may not see is to them as if it were not
 * there.
 */
@Service
public class Library {

    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final WhoMaySeeDocument whoMaySee;
    private final Topics topics;
    private final LibrarySearchEntries searchEntries;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Library(
            DocumentRecords documents,
            VersionRecords versions,
            WhoMaySeeDocument whoMaySee,
            Topics topics,
            LibrarySearchEntries searchEntries,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.whoMaySee = whoMaySee;
        this.topics = topics;
        this.searchEntries = searchEntries;
        this.messages = messages;
        this.clock = clock;
    }

    /** Keeps a file as a draft that its author and editors see. Returns the id of the new document. */
    @Transactional
    public UUID draft(StoredFile file, DocumentDescription description, Reader by) {
        return draft(file, description, by.agencyId(), by);
    }

    /** The same, on behalf of the agency that the document is from. */
    @Transactional
    public UUID draft(StoredFile file, DocumentDescription description, String agency, Reader by) {
        unlessEditor(by);
        topics.check(description);
        Document document =
                documents.save(new Document(UUID.randomUUID(), description, agency, by.personId(), clock.instant()));
        messages.publishEvent(new DocumentDrafted(document.id(), facts(description), by.actor()));
        add(document, file, "", by);
        return document.id();
    }

    @Transactional
    public void publish(UUID id, Reader by) {
        Document document = editable(id, by);
        if (document.state() == DocumentState.DRAFT) {
            document.publish(clock.instant());
            searchEntries.put(document);
            messages.publishEvent(new DocumentPublished(id, facts(document.description()), by.actor()));
        }
    }

    @Transactional
    public void describe(UUID id, DocumentDescription description, Reader by) {
        Document document = editable(id, by);
        topics.check(description);
        document.describe(description);
        if (document.state() == DocumentState.PUBLISHED) {
            searchEntries.put(document);
        }
        messages.publishEvent(new DocumentDescribed(id, facts(description), by.actor()));
    }

    /** Gives a document a new file. Readers get it from now on; earlier ones stay for those who look for them. */
    @Transactional
    public int addVersion(UUID id, StoredFile file, String note, Reader by) {
        Document document = editable(id, by);
        if (note.length() > 1000) {
            throw new InvalidDocument("note", "Shorten what changed to at most 1,000 characters");
        }
        int number = add(document, file, note.strip(), by);
        if (document.state() == DocumentState.PUBLISHED) {
            searchEntries.put(document);
        }
        return number;
    }

    /** Takes a document out. Nobody sees it any more; its trail and its bytes stay until they are disposed of. */
    @Transactional
    public void remove(UUID id, Reader by) {
        Document document = editable(id, by);
        document.remove();
        searchEntries.remove(id);
        messages.publishEvent(new DocumentRemoved(id, Map.of(), by.actor()));
    }

    /** Notes that somebody took a document out. */
    @Transactional
    public void noteDownload(UUID id, int number, String by, Reader reader) {
        messages.publishEvent(new DocumentDownloaded(id, number, by, reader.personId()));
    }

    private int add(Document document, StoredFile file, String note, Reader by) {
        DocumentVersion version = versions.save(
                new DocumentVersion(document.id(), document.nextNumber(), file, note, by.personId(), clock.instant()));
        messages.publishEvent(
                new VersionAdded(document.id(), version.id(), version.number(), file.sha256(), by.actor()));
        return version.number();
    }

    private Document editable(UUID id, Reader by) {
        // The rule is asked in SQL, which must see what this transaction has changed so far
        versions.flush();
        Optional<Document> document = whoMaySee.admits(by, id) ? documents.hold(id) : Optional.empty();
        Document found = document.orElseThrow(() -> new UnknownDocument(id));
        unlessEditor(by);
        return found;
    }

    private static void unlessEditor(Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only the Kent Community Safety Team’s editors change the library");
        }
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
