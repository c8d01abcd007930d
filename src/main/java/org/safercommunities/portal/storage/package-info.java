/**
 * Files by the SHA-256 of their bytes; what they hold is read, and drawn, in worker processes.
 *
 * <p>How a module puts a file in:
 *
 * <ol>
 *   <li>{@link org.safercommunities.portal.storage.Blobs#store} them, and keep the SHA-256 and size. Where a
 *       virus scanner is set up they are held back from here on, until it has passed them: {@link
 *       org.safercommunities.portal.storage.FileScans}. Pictures that are shown at once are {@linkplain
 *       org.safercommunities.portal.storage.FileScans#scanNow scanned at once}.
 *   <li>Later, in a virtual thread and outside any transaction, {@link org.safercommunities.portal.storage.Inspector#inspect}
 *       the file: type, text, pages, title, words that look like a marking, and in every case a sentence for people.
 * </ol>
 *
 * <p>A large file may come in pieces, over days and restarts: {@link org.safercommunities.portal.storage.Parts} lets it grow, and
 * gives it to the store without copying it.
 *
 * <p>How it takes one out: {@link org.safercommunities.portal.storage.Blobs#open} gives the bytes, fit for ranges; {@link
 * org.safercommunities.portal.storage.Pages} gives pictures of pages; {@link
 * org.safercommunities.portal.storage.MediaTypes} says what a type is called and whether its bytes may be shown in a page.
 * Anything not {@linkplain org.safercommunities.portal.storage.MediaTypes#inlineSafe safe} is sent as a download.
 *
 * <p>Nobody's right to see a file is decided here: whoever knows a SHA-256 gets the file, so it never stands in an address.
 */
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
