package org.safercommunities.portal.storage;

/**
 * What a virus scanner says of a file.
 *
 * @param detail what it found, or the largest size that it takes; a sentence otherwise
 */
public record ScanResult(Verdict verdict, String detail) {

    /** What was found. */
    public enum Verdict {
        CLEAN,
        INFECTED,
        /** The scanner takes no files of this size. */
        TOO_LARGE,
        /** The scanner did not answer, or not sensibly. */
        FAILED,
        /** No scanner is set up; staff see a standing warning. */
        NOT_SCANNED
    }

    /** Whether the file may leave the portal. A scanner that is set up but fails lets nothing pass. */
    public boolean admits() {
        return verdict == Verdict.CLEAN || verdict == Verdict.NOT_SCANNED;
    }

    static ScanResult infected(String name) {
        return new ScanResult(Verdict.INFECTED, name);
    }

    static ScanResult tooLarge(long limit) {
        return new ScanResult(Verdict.TOO_LARGE, Sizes.words(limit));
    }

    static ScanResult failed() {
        return new ScanResult(Verdict.FAILED, "The virus scanner does not answer.");
    }
}
