package org.safercommunities.portal.library.recordings;

import java.util.Locale;

/**
 * Captions in one language.
 *
 * @param language tag such as {@code en}
 * @param cues how many parts they have
 */
public record CaptionTrack(String language, int cues) {

    /** What the language is called in English. */
    public String label() {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.UK);
    }
}
