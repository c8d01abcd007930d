package org.safercommunities.portal.events.calendar;

/** Lines of at most 75 bytes, as calendar files are written; longer ones go on after a space, never inside a character. */
final class FoldedLines {

    private static final int LONGEST = 75;

    private FoldedLines() {}

    /** @param text with lines that end in CR LF */
    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST * 3);
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean lineEnds = point == '\r' || point == '\n';
            int length = lineEnds ? 0 : bytesOf(point);
            if (bytes + length > LONGEST) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.appendCodePoint(point);
            bytes = lineEnds ? 0 : bytes + length;
        }
        return folded.toString();
    }

    private static int bytesOf(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }
}
