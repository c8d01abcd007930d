package org.safercommunities.portal.library.contributions;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.HeldBack;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** The one door of the bytes of offered files, closed until the virus scanner has passed them. */
@Service
public class ContributionDownloads {

    private final ContributionReading reading;
    private final Downloads downloads;
    private final FileScans scans;

    ContributionDownloads(ContributionReading reading, Downloads downloads, FileScans scans) {
        this.reading = reading;
        this.downloads = downloads;
        this.scans = scans;
    }

    /**
     * @param shownInPlace true for pictures and recordings inside a page
     * @throws UnknownContribution when there is none for this person, or no file of it
     * @throws ProofMissing when they have first to show that it is them
     * @throws HeldBack when the virus scanner has not passed the file
     */
    public ResponseEntity<Resource> answer(UUID id, boolean shownInPlace, Downloads.Request request, Reader reader)
            throws IOException {
        VersionSummary file = file(id, reader);
        if (file.scan().held()) {
            throw new HeldBack(file.scan());
        }
        return downloads.bytes(
                new StoredFile(file.sha256(), file.size(), file.fileName(), file.mediaType()), shownInPlace, request);
    }

    /** What is known of its file, for pictures of its pages. */
    VersionSummary file(UUID id, Reader reader) {
        ContributionDetails offer = reading.withFile(id, reader).orElseThrow(() -> new UnknownContribution(id));
        WhoMaySeeDocument.unlessProven(offer.content().marking(), id, reader);
        VersionSummary file = offer.file();
        if (file == null) {
            throw new UnknownContribution(id);
        }
        FileScans.AsOf scan = scans.of(List.of(file.sha256())).get(file.sha256());
        return scan == null ? file : file.with(scan.at(file.addedAt()));
    }
}
