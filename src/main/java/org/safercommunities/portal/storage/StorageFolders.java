package org.safercommunities.portal.storage;

import java.nio.file.Path;

/**
 * Where files live.
 *
 * @param files the originals, by SHA-256; part of every backup
 * @param derived pictures of pages: may be deleted at any time, they are drawn again
 * @param work what workers write while they read a file; emptied at each start
 */
public record StorageFolders(Path files, Path derived, Path work) {

    public StorageFolders {
        files = files.toAbsolutePath().normalize();
        derived = derived.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
    }

    /** Where files grow that come in pieces: beside the originals, so that they become ones by another name alone. */
    Path parts() {
        return files.resolve("parts");
    }

    /** The usual places below the portal's data folder. */
    public static StorageFolders in(Path data) {
        return new StorageFolders(data.resolve("files"), data.resolve("derived"), data.resolve("work"));
    }
}
