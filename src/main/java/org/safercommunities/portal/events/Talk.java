package org.safercommunities.portal.events;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * One item of a session’s programme.
 *
 * @param speaker who speaks and for whom, for example “Bramble Stour, Kent Police”; may be empty
 * @param minutes how long it lasts; null when that is not fixed
 */
@Embeddable
public record Talk(String title, String speaker, @Nullable Integer minutes, String summary) {

    public Talk {
        title = title.strip();
        speaker = speaker.strip();
        summary = summary.strip();
        InvalidEvent.unless(
                !title.isEmpty() && title.length() <= 250,
                "talks",
                "Enter a title for each item of the programme, at most 250 characters");
        InvalidEvent.unless(speaker.length() <= 250, "talks", "Shorten the speaker to at most 250 characters");
        InvalidEvent.unless(summary.length() <= 2000, "talks", "Shorten the summary to at most 2,000 characters");
        InvalidEvent.unless(
                minutes == null || minutes > 0 && minutes <= 1440, "talks", "Enter the length in minutes, at least 1");
    }
}
