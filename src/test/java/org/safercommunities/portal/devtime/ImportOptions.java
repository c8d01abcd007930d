package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@code ./portal import} was called.
 *
 * @param name what references begin with: two folders of the same name are two, and one that has moved keeps its name
 */
record ImportOptions(Path folder, @Nullable Path metadata, String name, boolean dryRun, boolean onlyListed) {

    static final String USAGE =
            "Usage: ./portal import FOLDER [--metadata FILE.csv] [--dry-run] [--only-listed] [--name NAME]";
    private static final int LONGEST_REFERENCE = 600;

    /** @throws Refusal when there is no such folder, or an option makes no sense */
    static ImportOptions of(List<String> arguments) throws IOException {
        @Nullable String folder = null;
        @Nullable Path metadata = null;
        @Nullable String name = null;
        boolean dryRun = false;
        boolean onlyListed = false;
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--dry-run" -> dryRun = true;
                case "--only-listed" -> onlyListed = true;
                case "--metadata" -> metadata = Path.of(value(each, argument));
                case "--name" -> name = value(each, argument);
                default -> {
                    if (folder != null || argument.startsWith("--")) {
                        throw new Refusal(USAGE);
                    }
                    folder = argument;
                }
            }
        }
        if (folder == null || (onlyListed && metadata == null)) {
            throw new Refusal(USAGE);
        }
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new Refusal("There is no folder " + path.toAbsolutePath() + ".");
        }
        if (metadata != null && !Files.isRegularFile(metadata)) {
            throw new Refusal("There is no table " + metadata.toAbsolutePath() + ".");
        }
        return new ImportOptions(
                path, metadata, name == null ? path.toRealPath().toString() : name, dryRun, onlyListed);
    }

    private static String value(Iterator<String> rest, String option) {
        if (!rest.hasNext()) {
            throw new Refusal(option + " wants a value. " + USAGE);
        }
        return rest.next();
    }

    /** What the portal remembers a file by. */
    String reference(String path) {
        String whole = name + "/" + path;
        return whole.length() <= LONGEST_REFERENCE
                ? whole
                : whole.substring(0, LONGEST_REFERENCE - 65) + "#" + sha256(whole);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException always) {
            throw new IllegalStateException(always);
        }
    }
}
