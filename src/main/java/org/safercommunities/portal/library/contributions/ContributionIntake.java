package org.safercommunities.portal.library.contributions;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.AtMost;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.Pace;
import org.springframework.stereotype.Service;

/** Takes the files of offers in by the library’s own intake, and sees to it that nobody fills the disk with them. */
@Service
public class ContributionIntake {

    private static final int AN_HOUR = 40;

    private final Intake intake;
    private final ContributionSettings settings;
    private final Clock clock;
    private final Pace pace = new Pace(AN_HOUR, Duration.ofHours(1));

    ContributionIntake(Intake intake, ContributionSettings settings, Clock clock) {
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    /** “200 MB”. */
    public String largest() {
        return FileSize.of(settings.size().toBytes());
    }

    /**
     * @throws InvalidDocument when it is empty, larger than an offer may be or infected, or when this person has put in too many
     * @throws IOException when the connection broke off
     */
    public StoredFile take(InputStream content, String fileName, Reader by) throws IOException {
        if (!pace.allows(by.personId().toString(), clock.instant())) {
            throw new InvalidDocument(
                    "file", "You have put in %d files within an hour. Go on a little later".formatted(AN_HOUR));
        }
        AtMost limited = new AtMost(content, settings.size().toBytes());
        try {
            return intake.take(limited, fileName);
        } catch (IOException | RuntimeException refused) {
            if (limited.exceeded()) {
                throw new InvalidDocument(
                        "file",
                        "A document that is offered may have %s at most. Write to the team about larger ones"
                                .formatted(largest()));
            }
            throw refused;
        }
    }
}
