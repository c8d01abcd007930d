package org.safercommunities.portal.library;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may change a document: editors who may see it, and not only as delegates of an event. To those who may not see it, it is as if
 * it were not there.
 */
@Component
class EditableDocuments {

    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final WhoMaySeeDocument whoMaySee;

    EditableDocuments(DocumentRecords documents, VersionRecords versions, WhoMaySeeDocument whoMaySee) {
        this.documents = documents;
        this.versions = versions;
        this.whoMaySee = whoMaySee;
    }

    /**
     * The document as it stands now, held until the transaction ends.
     *
     * @throws UnknownDocument when there is none for this person
     * @throws AccessDeniedException when they may see it but not change it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document hold(UUID id, Reader by) {
        // The rule is asked in SQL, which must see what this transaction has changed so far
        versions.flush();
        Optional<Document> document = whoMaySee.admits(by, id) ? documents.hold(id) : Optional.empty();
        Document found = document.orElseThrow(() -> new UnknownDocument(id));
        unlessEditor(by);
        if (!whoMaySee.lets(by, id)) {
            throw new AccessDeniedException("This document is for a group that you are not in: its members change it");
        }
        return found;
    }

    static void unlessEditor(Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only the Kent Community Safety Team’s editors change the library");
        }
    }
}
