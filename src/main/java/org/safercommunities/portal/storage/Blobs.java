package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/**
 * Files by the SHA-256 of their bytes. The same content is stored once, is never changed, and is all there or not at all,
 * also after a crash. Of what the virus scanner has not passed, nothing comes out: {@link HeldBack}.
 *
 * <p>Methods that take a SHA-256 throw {@link IllegalArgumentException} when it is not 64 small hexadecimal digits.
 */
public interface Blobs {

    /**
     * Reads the stream to its end and keeps what it held. Memory use does not grow with the size. The caller closes the
     * stream.
     *
     * @throws TooLarge when there is more than the largest file allowed; nothing is kept
     * @throws StorageFull when there is no room; nothing is kept
     * @throws IOException when the stream breaks off or the disk fails; nothing is kept
     */
    BlobRef store(InputStream content) throws IOException;

    /**
     * Takes over a file that is complete and forced to the disk. On the store's own file system it is given another name and
     * nothing is copied, whatever its size; where the same content is stored already, that one stays. Either way the file is
     * gone from its place afterwards; after a crash on the way it may be in both, and is taken over again.
     *
     * @param known SHA-256 and size, reckoned while the bytes were written; the caller answers for them
     * @throws IllegalArgumentException when the file has not that size
     * @throws IOException when it lies on another file system, or the disk fails; the file stays where it was
     */
    void adopt(Path file, BlobRef known) throws IOException;

    /**
     * The content, with its length; fit for ranges and for reading more than once.
     *
     * @throws BlobMissing when there is none
     * @throws HeldBack when it waits for the virus scanner, or was refused by it
     */
    Resource open(String sha256);

    /**
     * For whoever gives out what was made of a file, and not the file itself.
     *
     * @throws HeldBack when it waits for the virus scanner, or was refused by it
     */
    default void admit(String sha256) {}

    /**
     * The first 64 KB, for telling what kind of file it is, also while it is held back: they are looked at and never given out.
     *
     * @throws BlobMissing when there is none
     */
    byte[] beginning(String sha256) throws IOException;

    boolean exists(String sha256);

    /**
     * Deletes content that nothing refers to any more. Content that was stored, or stored again, within the last hour stays,
     * for whoever stored it may be about to refer to it.
     *
     * @return whether it is gone
     */
    boolean delete(String sha256) throws IOException;

    /**
     * The SHA-256 of everything last stored before a moment, for finding what nothing refers to (an upload whose document was
     * never saved). The caller closes the stream.
     */
    Stream<String> storedBefore(Instant moment) throws IOException;

    /**
     * Lends the content as a file on this machine, to be read only and only until {@code use} returns.
     *
     * @throws BlobMissing when there is none
     * @throws HeldBack when it waits for the virus scanner, or was refused by it
     */
    <T> T withFile(String sha256, FileUse<T> use);

    /** What is done with a lent file. */
    @FunctionalInterface
    interface FileUse<T> {
        T with(Path file);
    }
}
