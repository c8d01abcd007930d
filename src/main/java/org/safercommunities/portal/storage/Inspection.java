package org.safercommunities.portal.storage;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.storage.worker.Reading;

/**
 * What is in a file.
 *
 * @param state how reading it ended
 * @param reason a sentence or two for the person who put the file in: what can be searched, and what they may do
 * @param mediaType found from the bytes, such as {@code application/pdf}; {@code application/octet-stream} when unknown
 * @param text clean, in composed form (NFC), lines parted by {@code \n}; empty when there is none. A damaged file may have
 *     some: what could be read of it
 * @param pages pages, slides or sheets; null when unknown
 * @param title as the file itself gives it; null when it gives none worth showing
 * @param markings words that look like a marking above OFFICIAL, by their present names: {@code OFFICIAL-SENSITIVE}, {@code
 *     CONFIDENTIAL}, {@code RESTRICTED}, {@code SECRET}, {@code TOP SECRET}
 * @param notes what else people should know
 */
public record Inspection(
        State state,
        String reason,
        String mediaType,
        String text,
        @Nullable Integer pages,
        @Nullable String title,
        Set<String> markings,
        Set<Note> notes) {

    private static final int LONGEST_REASON = 500;

    /** How reading a file ended. Whatever the state, the file is kept and can be downloaded. */
    public enum State {
        /** Its text was read. */
        TEXT,
        /** There is none in it: a picture, a recording, a scan. */
        NO_TEXT,
        /** A password is needed. */
        LOCKED,
        /** It is not what it says it is, or broken. */
        DAMAGED,
        /** It was stopped at the time limit. */
        TOO_SLOW,
        /** It needs more memory or room than one file may use. */
        TOO_LARGE,
        /** A kind of file that the portal does not read. */
        UNSUPPORTED
    }

    /** What people should know about a file whatever its state. */
    public enum Note {
        /** The file carries macros: small programs that run when it is opened. */
        MACROS,
        /** Only the beginning of its text can be searched. */
        TRUNCATED
    }

    public Inspection {
        markings = Set.copyOf(markings);
        notes = Set.copyOf(notes);
    }

    /** Whether there is text to search, all of it or some. */
    public boolean searchable() {
        return !text.isEmpty();
    }

    /** The reason as it is kept: null where there is none, and cut at {@value #LONGEST_REASON} characters. */
    public @Nullable String keptReason() {
        if (reason.isBlank()) {
            return null;
        }
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    static Inspection of(Reading reading) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        for (Note note : Note.values()) {
            if (reading.notes().contains(note.name())) {
                notes.add(note);
            }
        }
        return new Inspection(
                State.valueOf(reading.outcome().name()),
                reading.reason(),
                reading.mediaType(),
                reading.text(),
                reading.pages(),
                reading.title(),
                reading.markings(),
                notes);
    }

    /** Of a file that was not read, or not to its end. */
    public static Inspection without(State state, String reason, String mediaType) {
        return new Inspection(state, reason, mediaType, "", null, null, Set.of(), Set.of());
    }
}
