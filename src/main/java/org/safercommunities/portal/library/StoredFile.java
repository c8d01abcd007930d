package org.safercommunities.portal.library;

import java.text.Normalizer;

/**
 * A file whose bytes are in the store already.
 *
 * @param size in bytes
 * @param mediaType as found from the bytes
 */
public record StoredFile(String sha256, long size, String fileName, String mediaType) {

    private static final int NAME = 200;

    public StoredFile {
        fileName = safe(fileName);
    }

    /** The name without folders, control characters and what file systems or headers trip over. */
    public static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .strip()
                .replaceAll("^\\.+", "");
        if (plain.isEmpty()) {
            return "document";
        }
        if (plain.length() <= NAME) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        return plain.substring(0, NAME - ending.length()) + ending;
    }
}
