package org.safercommunities.portal.library;

import org.safercommunities.portal.storage.FileScan;

/**
 * What is needed to hand out one version of a document.
 *
 * @param number of the version
 * @param marking of its document
 * @param scan whether the virus scanner lets it out
 */
record DocumentFile(int number, Marking marking, StoredFile file, FileScan scan) {}
