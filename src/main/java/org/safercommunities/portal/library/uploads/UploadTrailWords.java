package org.safercommunities.portal.library.uploads;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What becomes of uploads that no document was made of, in words. */
@Component
class UploadTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                UploadMessage.ENDED,
                new AuditPhrase("Upload ended", "ended the upload {subject} after {received} of {length} bytes"),
                UploadMessage.EXPIRED,
                new AuditPhrase(
                        "Upload expired", "deleted the upload {subject}, left at {received} of {length} bytes"));
    }
}
