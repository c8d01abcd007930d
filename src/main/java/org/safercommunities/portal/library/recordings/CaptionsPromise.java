package org.safercommunities.portal.library.recordings;

import java.time.LocalDate;

/**
 * Why a video has no captions, and by when it will.
 *
 * @param reason as its audience is told
 */
public record CaptionsPromise(String reason, LocalDate dueOn) {}
