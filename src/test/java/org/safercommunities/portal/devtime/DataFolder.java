package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder in which an installation lasts. */
final class DataFolder {

    /** What the unpacked servers, their tables and the log of the database take at the first start, and some to work with. */
    private static final long NEEDED_AT_FIRST = 1_000_000_000;

    private static final long NEEDED_LATER = 100_000_000;

    private DataFolder() {}

    /**
     * Makes the folder, or takes one that is a portal's already, and closes it to everybody else.
     *
     * @throws Refusal when it holds something else (closing {@code /tmp} to others would stop the machine), or cannot be
     *     written
     */
    static Path take(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal("PORTAL_DATA must be a folder, and " + folder + " is a file.");
        }
        try {
            if (holdsSomethingElse(folder)) {
                throw new Refusal("The folder " + folder
                        + " holds other things than a portal's data. Give PORTAL_DATA one"
                        + " that is empty or that does not exist yet, for example " + folder.resolve("portal-data"));
            }
            PrivateFiles.folder(folder);
            refuseWhenNearlyFull(folder);
            Path trial = Files.createTempFile(folder, "writable", "");
            Files.write(trial, new byte[1 << 16]);
            Files.delete(trial);
            return folder;
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            throw new Refusal("The data cannot be kept in " + folder + " (" + cause
                    + "). Does the folder belong to you, " + System.getProperty("user.name")
                    + ", on a disk that can be written and is not full? Another one: PORTAL_DATA=… ./portal start");
        }
    }

    private static void refuseWhenNearlyFull(Path folder) throws IOException {
        long needed = Files.isDirectory(folder.resolve("keycloak")) ? NEEDED_LATER : NEEDED_AT_FIRST;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new Refusal("The disk of " + folder + " is full: " + free / 1_000_000
                    + " MB are free, and the portal needs " + needed / 1_000_000
                    + " MB there. Make room, or keep the data elsewhere: PORTAL_DATA=… ./portal start");
        }
    }

    private static boolean holdsSomethingElse(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || FolderLock.isIn(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.anyMatch(file -> !file.endsWith("lost+found"));
        }
    }
}
