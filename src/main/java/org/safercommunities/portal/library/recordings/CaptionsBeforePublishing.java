package org.safercommunities.portal.library.recordings;

import java.util.UUID;
import org.safercommunities.portal.library.BeforePublishing;
import org.safercommunities.portal.library.InvalidDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A video is published with captions, or with a word why not and by when. A newer cut of a published video has none at first: the
 * library's desk shows those.
 */
@Component
class CaptionsBeforePublishing implements BeforePublishing {

    private final JdbcClient jdbc;

    CaptionsBeforePublishing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void check(UUID document, UUID version, String mediaType) {
        if (Captions.isVideo(mediaType)
                && jdbc.sql("SELECT (SELECT COUNT(*) FROM document_captions WHERE version_id = ?)"
                                        + " + (SELECT COUNT(*) FROM document_captions_promise WHERE document_id = ?)")
                                .params(version.toString(), document.toString())
                                .query(Integer.class)
                                .single()
                        == 0) {
            throw new InvalidDocument(
                    "captions", "Add captions to this video, or say why it has none and by when it will");
        }
    }
}
