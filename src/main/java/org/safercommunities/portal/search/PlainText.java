package org.safercommunities.portal.search;

/** Text as it can be kept, indexed and shown: no control characters, not longer than allowed. */
final class PlainText {

    private PlainText() {}

    static String of(String text, int mostCharacters) {
        int length = Math.min(text.length(), mostCharacters);
        StringBuilder plain = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.PRIVATE_USE || c == '\uFFFE') {
                plain.append(' ');
            } else if (Character.isHighSurrogate(c)) {
                if (i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                    plain.append(c).append(text.charAt(++i));
                }
            } else if (!Character.isLowSurrogate(c) && c != '\u00AD' && c != '\u200B') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
