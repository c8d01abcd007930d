package org.safercommunities.portal.storage.worker;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker found in a file.
 *
 * @param reason a sentence for the person who put the file in
 * @param mediaType found from the bytes
 * @param text without control characters, in composed form (NFC); empty when there is none
 * @param pages pages, slides or sheets; null when unknown
 * @param title as the file itself gives it; null when it gives none worth showing
 * @param markings words in the text that look like a marking
 * @param notes names of what else people should know, see the notes of an inspection
 */
public record Reading(
        Outcome outcome,
        String reason,
        String mediaType,
        String text,
        @Nullable Integer pages,
        @Nullable String title,
        Set<String> markings,
        Set<String> notes) {

    /** How the reading ended. */
    public enum Outcome {
        TEXT,
        NO_TEXT,
        LOCKED,
        DAMAGED,
        TOO_SLOW,
        TOO_LARGE,
        UNSUPPORTED
    }

    /** The file carries macros: small programs that run when it is opened. */
    public static final String MACROS = "MACROS";

    /** There was more text than the portal keeps; or more names in an archive than it lists. */
    public static final String TRUNCATED = "TRUNCATED";

    public Reading {
        markings = Set.copyOf(markings);
        notes = Set.copyOf(notes);
    }

    Reading as(String otherMediaType) {
        return new Reading(outcome, reason, otherMediaType, text, pages, title, markings, notes);
    }

    static Reading without(Outcome outcome, String reason, String mediaType) {
        return new Reading(outcome, reason, mediaType, "", null, null, Set.of(), Set.of());
    }
}
