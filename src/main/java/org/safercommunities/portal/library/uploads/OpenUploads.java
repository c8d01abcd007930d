package org.safercommunities.portal.library.uploads;

import java.time.Clock;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.Parts;
import org.springframework.stereotype.Component;

/** Uploads that can be gone on with, or be used: each its owner's alone, and only for a time. */
@Component
class OpenUploads {

    private final UploadTable table;
    private final UploadSettings settings;
    private final Clock clock;

    OpenUploads(UploadTable table, UploadSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws UploadRefused when there is none for this person, or not any more */
    Upload of(UUID id, Reader by) {
        Upload upload = table.find(id)
                .filter(found -> found.owner().equals(by.personId()))
                .orElseThrow(UploadRefused::unknown);
        if (upload.used()) {
            throw UploadRefused.used();
        }
        if (!upload.expires().isAfter(clock.instant())) {
            throw new UploadRefused(
                    UploadRefused.Why.EXPIRED, "This upload was left for too long and is deleted. Begin it again.");
        }
        return upload;
    }

    /** Its row, as what is written down of its bytes; each note gives it its whole time again. */
    Parts.Ledger ledger(UUID id) {
        return new Parts.Ledger() {
            @Override
            public long safe() {
                return table.received(id);
            }

            @Override
            public void safe(long bytes) {
                table.received(id, bytes, clock.instant().plus(settings.kept()));
            }
        };
    }
}
