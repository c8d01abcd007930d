package org.safercommunities.portal.library.uploads;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.StoredFile;

/**
 * What is said of an upload when it begins: keys, each with a value in base64, separated by commas. Known are {@code filename},
 * {@code purpose} (held, draft, version, offer), {@code document}, {@code lastModified} and {@code key}; others are kept and told
 * again, {@code filetype} among them, for types are found from the bytes.
 *
 * @param raw as it came
 */
record UploadMetadata(
        String raw,
        String fileName,
        Upload.Purpose purpose,
        @Nullable UUID document,
        @Nullable Long lastModified,
        @Nullable String key) {

    private static final int LONGEST = 4000;
    private static final int LONGEST_KEY = 80;
    private static final Pattern NAME = Pattern.compile("[!-+\\--~]+");

    static UploadMetadata read(@Nullable String header) {
        String raw = header == null ? "" : header.strip();
        if (raw.length() > LONGEST) {
            throw malformed("Upload-Metadata has at most %,d characters".formatted(LONGEST));
        }
        Map<String, String> values = values(raw);
        Upload.Purpose purpose = purpose(values.getOrDefault("purpose", "held"));
        String document = values.get("document");
        if ((purpose == Upload.Purpose.VERSION) != (document != null)) {
            throw malformed("Upload-Metadata names a document with the purpose “version”, and only with that one");
        }
        String key = values.get("key");
        if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
            throw malformed("The key in Upload-Metadata has 1 to %d characters".formatted(LONGEST_KEY));
        }
        return new UploadMetadata(
                raw,
                StoredFile.safe(values.getOrDefault("filename", "")),
                purpose,
                document == null ? null : id(document),
                moment(values.get("lastModified")),
                key);
    }

    private static Map<String, String> values(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw.isEmpty()) {
            return values;
        }
        for (String pair : raw.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts.length > 2 || !NAME.matcher(parts[0]).matches()) {
                throw malformed(
                        "Upload-Metadata is a list of keys, each with a space and its value in base64 behind it");
            }
            String value = parts.length == 1 ? "" : decoded(parts[0], parts[1]);
            if (values.put(parts[0], value) != null) {
                throw malformed("Upload-Metadata has the key “%s” twice".formatted(parts[0]));
            }
        }
        return values;
    }

    private static String decoded(String key, String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException notBase64) {
            throw malformed("The value of “%s” in Upload-Metadata is not base64".formatted(key));
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The value of “%s” in Upload-Metadata is not UTF-8 inside its base64".formatted(key));
        }
    }

    private static Upload.Purpose purpose(String said) {
        try {
            return Upload.Purpose.valueOf(said.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw malformed("The purpose in Upload-Metadata is held, draft, version or offer");
        }
    }

    private static UUID id(String document) {
        try {
            return UUID.fromString(document);
        } catch (IllegalArgumentException noId) {
            throw malformed("The document in Upload-Metadata is the id of one");
        }
    }

    private static @Nullable Long moment(@Nullable String millis) {
        try {
            return millis == null ? null : Long.valueOf(millis);
        } catch (NumberFormatException noNumber) {
            throw malformed("lastModified in Upload-Metadata is a number of milliseconds");
        }
    }

    private static UploadRefused malformed(String words) {
        return new UploadRefused(UploadRefused.Why.MALFORMED, words + ".");
    }
}
