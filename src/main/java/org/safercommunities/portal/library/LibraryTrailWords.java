package org.safercommunities.portal.library;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/**
 * What is done in the library, in words. Documents go by their ids there: administrators read the trail, and a title is
 * content that they may not be meant to see.
 */
@Component
class LibraryTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                "library.document-drafted",
                new AuditPhrase("Document drafted", "began the document {subject}"),
                "library.document-published",
                new AuditPhrase("Document published", "published the document {subject}"),
                "library.document-described",
                new AuditPhrase("Document changed", "changed the document {subject}"),
                "library.version-added",
                new AuditPhrase("Version added", "added version {number} to the document {subject}"),
                "library.document-removed",
                new AuditPhrase("Document removed", "removed the document {subject}"),
                DocumentDownloaded.ACTION,
                new AuditPhrase("Document downloaded", "took out version {number} of the document {subject}"));
    }
}
