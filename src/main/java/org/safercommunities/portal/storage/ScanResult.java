package org.safercommunities.portal.storage;

/**
 * What a virus scanner says of a file.
 *
 * @param detail a sentence for whoever sent the file, and for staff
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

    /** Whether the file may be kept. A scanner that is set up but fails lets nothing pass. */
    public boolean admits() {
        return verdict == Verdict.CLEAN || verdict == Verdict.NOT_SCANNED;
    }

    static ScanResult infected(String name) {
        return new ScanResult(
                Verdict.INFECTED, "This file was refused, because the virus scanner found " + name + " in it.");
    }

    static ScanResult tooLarge(long limit) {
        return new ScanResult(
                Verdict.TOO_LARGE,
                "This file was refused, because the virus scanner takes files of at most " + Sizes.words(limit) + ".");
    }

    static ScanResult failed() {
        return new ScanResult(
                Verdict.FAILED,
                "This file was refused, because the virus scanner does not answer. Please try again later, and tell an administrator when it stays like this.");
    }
}
