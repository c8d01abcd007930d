package org.safercommunities.portal.library.contributions;

import java.io.IOException;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.VersionSummary;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** The one door of the bytes of offered files. A file came to be one by way of the intake, which lets nothing infected or unscanned in. */
@Service
public class ContributionDownloads {

    private final ContributionReading reading;
    private final Downloads downloads;

    ContributionDownloads(ContributionReading reading, Downloads downloads) {
        this.reading = reading;
        this.downloads = downloads;
    }

    /**
     * @param shownInPlace true for pictures and recordings inside a page
     * @throws UnknownContribution when there is none for this person, or no file of it
     */
    public ResponseEntity<Resource> answer(UUID id, boolean shownInPlace, Downloads.Request request, Reader reader)
            throws IOException {
        ContributionDetails offer = reading.withFile(id, reader).orElseThrow(() -> new UnknownContribution(id));
        return downloads.bytes(offer.stored(), shownInPlace, request);
    }

    /** What is known of its file, for pictures of its pages. */
    VersionSummary file(UUID id, Reader reader) {
        VersionSummary file = reading.withFile(id, reader)
                .map(ContributionDetails::file)
                .orElseThrow(() -> new UnknownContribution(id));
        return file;
    }
}
