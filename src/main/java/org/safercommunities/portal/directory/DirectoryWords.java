package org.safercommunities.portal.directory;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done in the directory, in words. */
@Component
class DirectoryWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                "directory.entry-listed",
                new AuditPhrase("Listed in the directory", "kept their entry in the directory"),
                "directory.entry-unlisted",
                new AuditPhrase("Left the directory", "took themselves out of the directory"),
                "directory.entry-changed",
                new AuditPhrase("Directory entry changed", "changed what they say of themselves in the directory"));
    }
}
