package org.safercommunities.portal.library.use;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What readers do about documents, in words. */
@Component
class UseTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                CommentSent.ACTION, new AuditPhrase("Comment sent", "wrote to the owner of the document {subject}"));
    }
}
