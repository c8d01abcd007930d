package org.safercommunities.portal.library.uploads;

import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.FileSize;
import org.springframework.stereotype.Component;

/**
 * Who may send files in pieces, and how much of it may lie unfinished. Editors do; whoever is signed in does for what they offer.
 * An upload is its owner's alone: nobody else sees it, goes on with it or ends it, whatever their roles.
 */
@Component
class WhoMayUpload {

    private final UploadSettings settings;

    WhoMayUpload(UploadSettings settings) {
        this.settings = settings;
    }

    /** @throws UploadRefused when they may not */
    void require(Upload.Purpose purpose, Reader by) {
        if (purpose != Upload.Purpose.OFFER && !by.is(Role.EDITOR)) {
            throw new UploadRefused(
                    UploadRefused.Why.NOT_ALLOWED, "Only the Kent Community Safety Team’s editors put documents in.");
        }
    }

    /**
     * @param waiting how many of theirs lie here, and how many bytes these are to have together
     * @throws UploadRefused when another one is too many
     */
    void requireRoom(UploadTable.Waiting waiting, long length) {
        if (waiting.count() >= settings.perPerson()) {
            throw new UploadRefused(
                    UploadRefused.Why.TOO_MANY,
                    "You have %d uploads that are not finished, the most one person may have. Finish or end one of them first."
                            .formatted(waiting.count()));
        }
        if (waiting.bytes() > settings.bytesPerPerson().toBytes() - length) {
            throw new UploadRefused(
                    UploadRefused.Why.TOO_MANY,
                    "With this file your unfinished uploads would come to more than %s, the most one person may have. Finish or end one of them first."
                            .formatted(FileSize.of(settings.bytesPerPerson().toBytes())));
        }
    }
}
